@echo off
rem Mo ki-ot cam ung. Dong cua so nay de dung han.
pushd "%~dp0"
call loader\mo.bat ki-ot 0,0
