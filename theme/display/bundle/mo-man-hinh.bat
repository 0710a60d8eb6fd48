@echo off
rem Mo man hinh treo tuong. Dong cua so nay de dung han.
call "%~dp0loader\mo.bat" man-hinh 0,0
