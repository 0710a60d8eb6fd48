@echo off
rem Mo ki-ot cam ung. Dong cua so nay de dung han.
call "%~dp0loader\mo.bat" ki-ot 0,0
