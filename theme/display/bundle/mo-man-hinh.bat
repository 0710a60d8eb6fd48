@echo off
rem Mo man hinh treo tuong. Dong cua so nay de dung han.
pushd "%~dp0"
call loader\mo.bat man-hinh 0,0
