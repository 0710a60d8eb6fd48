@echo off
rem Chep ban moi tu USB vao ben dang khong dung, kiem tung tep, roi moi chi sang ben ay.
rem Co the keo tha thu muc BANG-@MA_XA@ moi len tep nay thay cho USB.
rem Tep nay chi co chu khong dau va khong bat bien tre (delayed expansion), de duong dan nao cung dung.
rem Duong dan khong bao gio di qua call: call doc dau phan tram lan nua.
setlocal EnableExtensions DisableDelayedExpansion
set "XA=@MA_XA@"
set "KHOA=@KHOA@"
set "DICH=%~dp0"
set "NGUON="
if not "%~1"=="" set "NGUON=%~f1"
if not defined NGUON for %%D in (D E F G H I J K L M N O P Q R S T U V W X Y Z) do if not defined NGUON if exist "%%D:\BANG-%XA%\current.js" if /i not "%%D:\BANG-%XA%\"=="%DICH%" set "NGUON=%%D:\BANG-%XA%"
if not defined NGUON goto khong_thay
echo Ban moi: "%NGUON%"

set "BEN_MOI="
findstr /x /r /c:"congkhaiCurrent(.a.,[0-9][0-9]*);" "%NGUON%\current.js" >nul 2>nul && set "BEN_MOI=a"
findstr /x /r /c:"congkhaiCurrent(.b.,[0-9][0-9]*);" "%NGUON%\current.js" >nul 2>nul && set "BEN_MOI=b"
if not defined BEN_MOI goto nguon_hong
set "MOI="
set "KHOA_MOI="
for /f "tokens=2,3,4" %%A in ('findstr /x /r /c:"congkhai [0-9][0-9]* [0-9][0-9]* [0-9a-z-][0-9a-z-]*" "%NGUON%\%BEN_MOI%\version.txt" 2^>nul') do (
  set "XA_MOI=%%A"
  set "MOI=%%B"
  set "KHOA_MOI=%%C"
)
if not defined MOI goto nguon_hong
if not "%XA_MOI%"=="%XA%" goto khac_xa
if not "%KHOA_MOI%"=="%KHOA%" goto khac_khoa
if "%MOI:~13,1%"=="" goto nguon_hong
if not "%MOI:~14,1%"=="" goto nguon_hong

set "BEN_CU="
findstr /x /r /c:"congkhaiCurrent(.a.,[0-9][0-9]*);" "%DICH%current.js" >nul 2>nul && set "BEN_CU=a"
findstr /x /r /c:"congkhaiCurrent(.b.,[0-9][0-9]*);" "%DICH%current.js" >nul 2>nul && set "BEN_CU=b"
if not defined BEN_CU set "BEN_CU=a"
call :ben_kia %BEN_CU%
set "KIEM=%DICH%%BEN_CU%"
call :kiem_tra
if not defined HONG goto ben_cu_tot
rem Ben dang duoc chi bi hong: man hinh dang chay ben kia, nen khong duoc dung vao ben kia.
set "BEN_DICH=%BEN_CU%"
call :ben_kia %BEN_DICH%
set "BEN_CU=%BEN_KIA%"
goto chon_xong
:ben_cu_tot
set "BEN_DICH=%BEN_KIA%"
:chon_xong
set "CU=00000000000000"
for /f "tokens=3" %%A in ('findstr /x /r /c:"congkhai [0-9][0-9]* [0-9][0-9]* [0-9a-z-][0-9a-z-]*" "%DICH%%BEN_CU%\version.txt" 2^>nul') do set "CU=%%A"
if "%MOI%"=="%CU%" goto da_moi
if "%MOI%" LSS "%CU%" goto cu_hon

set "KIEM=%NGUON%\%BEN_MOI%"
call :kiem_tra
if defined HONG goto nguon_hong
echo Dang chep, xin dung rut USB ...
if exist "%DICH%%BEN_DICH%\manifest.js" del /q "%DICH%%BEN_DICH%\manifest.js"
if exist "%DICH%%BEN_DICH%\" rd /s /q "%DICH%%BEN_DICH%"
md "%DICH%%BEN_DICH%" || goto khong_chep
for /f "tokens=2" %%F in ('findstr /x /r /c:"[0-9a-f][0-9a-f]*  [a-z][a-z0-9-]*\.js" "%NGUON%\%BEN_MOI%\SHA256SUMS.txt"') do if not "%%F"=="manifest.js" copy /b /y "%NGUON%\%BEN_MOI%\%%F" "%DICH%%BEN_DICH%\%%F" >nul || goto khong_chep
copy /b /y "%NGUON%\%BEN_MOI%\version.txt" "%DICH%%BEN_DICH%\version.txt" >nul || goto khong_chep
copy /b /y "%NGUON%\%BEN_MOI%\SHA256SUMS.txt" "%DICH%%BEN_DICH%\SHA256SUMS.txt" >nul || goto khong_chep
copy /b /y "%NGUON%\%BEN_MOI%\manifest.js" "%DICH%%BEN_DICH%\manifest.js" >nul || goto khong_chep
set "KIEM=%DICH%%BEN_DICH%"
call :kiem_tra
if defined HONG goto khong_chep
>"%DICH%current.new" echo congkhaiCurrent("%BEN_DICH%",%MOI%);
move /y "%DICH%current.new" "%DICH%current.js" >nul || goto khong_chep
echo.
echo DA CAP NHAT XONG. Co the rut USB. Man hinh tu doi trong vong hai phut.
pause
exit /b 0

:ben_kia
set "BEN_KIA=b"
if "%~1"=="b" set "BEN_KIA=a"
exit /b 0

:kiem_tra
rem KIEM: mot ben (a hoac b). Dat HONG neu thieu tep hoac tep khac voi SHA256SUMS.txt.
set "HONG=1"
if not exist "%KIEM%\manifest.js" exit /b 0
if not exist "%KIEM%\SHA256SUMS.txt" exit /b 0
set "HONG="
set "SO_TEP=0"
for /f "tokens=1,2" %%A in ('findstr /x /r /c:"[0-9a-f][0-9a-f]*  [a-z][a-z0-9-]*\.js" "%KIEM%\SHA256SUMS.txt"') do call :kiem_tep %%B %%A
if "%SO_TEP%"=="0" set "HONG=1"
exit /b 0

:kiem_tep
set /a SO_TEP+=1
set "TONG="
if exist "%KIEM%\%~1" for /f "skip=1 delims=" %%H in ('certutil -hashfile "%KIEM%\%~1" SHA256') do if not defined TONG set "TONG=%%H"
if not defined TONG goto tep_hong
set "TONG=%TONG: =%"
if /i "%TONG%"=="%~2" exit /b 0
:tep_hong
set "HONG=1"
exit /b 0

:khong_thay
echo KHONG THAY BAN MOI. Hay cam USB co thu muc BANG-%XA% o ngoai cung.
goto dung
:nguon_hong
echo BAN TREN USB BI HONG HOAC THIEU TEP. Hay chep lai USB. Man hinh giu nguyen.
goto dung
:khac_xa
echo BAN TREN USB LA CUA XA KHAC. Man hinh giu nguyen.
goto dung
:khac_khoa
echo BAN TREN USB KY BANG KHOA KHAC, HOAC CHUA KY. Man hinh giu nguyen.
goto dung
:cu_hon
echo BAN TREN USB CU HON BAN DANG DUNG. Man hinh giu nguyen.
goto dung
:da_moi
echo MAN HINH DA DUNG BAN NAY. Khong can cap nhat.
goto dung
:khong_chep
echo KHONG CHEP DUOC (o dia day, hoac USB bi rut). Man hinh giu ban cu. Hay lam lai.
:dung
pause
exit /b 1
