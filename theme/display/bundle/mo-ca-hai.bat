@echo off
rem Mot may hai man hinh: ki-ot tren man hinh chinh, man hinh treo tuong tren man hinh ben phai.
rem So 1920 la be ngang cua man hinh chinh; sua neu man hinh khac.
pushd "%~dp0"
start "Ki-ot" /min cmd /c loader\mo.bat ki-ot 0,0
start "Man hinh" /min cmd /c loader\mo.bat man-hinh 1920,0
