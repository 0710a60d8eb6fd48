@echo off
rem Chep ban moi tu USB vao ben dang khong dung, kiem tung tep, roi moi chi sang ben ay.
rem Co the keo tha thu muc BANG-@MA_XA@ moi len tep nay thay cho USB.
rem Tep nay chi co chu khong dau va khong bat bien tre (delayed expansion), de duong dan nao cung dung.
rem Duong dan khong bao gio di qua call: call doc dau phan tram lan nua.
rem Chu doc tu USB chi thanh bien khi tung ky tu da duoc kiem: chu la khong bao gio thanh lenh.
setlocal EnableExtensions DisableDelayedExpansion
set "XA=@MA_XA@"
set "KHOA=@KHOA@"
set "DICH=%~dp0"
set "NGUON="
if not "%~1"=="" set "NGUON=%~f1\"
set "LOI=1"
set "VAO="
rem Cua so khac dang mo tep khoa thi lenh call khong chay: hai cua so khong cap nhat cung luc. Mat dien thi Windows tu
rem mo khoa. May lam ban (congkhai bundle) cung giu khoa nay.
pushd "%DICH%"
call :cap_nhat 2>cap-nhat.khoa
popd
if not defined VAO call :khong_vao
pause
exit /b %LOI%

:khong_vao
if not exist "%DICH%cap-nhat.khoa" goto khong_chep
echo DANG CO CUA SO CAP NHAT KHAC. Hay cho cua so ay lam xong. Man hinh giu nguyen.
exit /b 1

:cap_nhat
set "VAO=1"
if not defined NGUON for %%D in (D E F G H I J K L M N O P Q R S T U V W X Y Z) do if not defined NGUON if exist "%%D:\BANG-%XA%\current.js" if /i not "%%D:\BANG-%XA%\"=="%DICH%" set "NGUON=%%D:\BANG-%XA%\"
if not defined NGUON goto khong_thay
if not exist "%NGUON%" goto khong_thay
echo Ban moi: "%NGUON%"

set "GOC=%NGUON%"
call :con_tro
set "BEN_MOI=%BEN%"
if not defined BEN_MOI goto nguon_hong
set "GOC=%NGUON%%BEN_MOI%\"
call :doc_so
if not defined SO goto nguon_hong
if not "%SO_XA%"=="%XA%" goto khac_xa
if not "%SO_KHOA%"=="%KHOA%" goto khac_khoa
set "MOI=%SO%"

rem Man hinh hien ban moi nhat con nguyen, du current.js chi ben nao: khong duoc dung vao ben ay.
set "GOC=%DICH%"
call :con_tro
set "BEN_TRO=%BEN%"
set "BEN_CU=a"
if defined BEN_TRO set "BEN_CU=%BEN_TRO%"
call :ben_kia %BEN_CU%
set "BEN_DICH=%BEN_KIA%"
set "GOC=%DICH%%BEN_CU%\"
call :so_cua_ben
set "CU=%SO_BEN%"
set "GOC=%DICH%%BEN_DICH%\"
call :so_cua_ben
if not "%SO_BEN%" GTR "%CU%" goto chon_xong
set "CU=%SO_BEN%"
set "BEN_CU=%BEN_DICH%"
call :ben_kia %BEN_CU%
set "BEN_DICH=%BEN_KIA%"
:chon_xong
if "%MOI%"=="%CU%" goto cung_ban
if "%MOI%" LSS "%CU%" goto cu_hon

set "TU=%NGUON%%BEN_MOI%\"
set "SANG=%DICH%%BEN_DICH%\"
set "GOC=%TU%"
call :kiem_tra
if defined HONG goto nguon_hong
echo Dang chep, xin dung rut USB ...
if exist "%SANG%manifest.js" del /f /q "%SANG%manifest.js"
if exist "%SANG%manifest.js" goto khong_chep
if exist "%SANG%" rd /s /q "%DICH%%BEN_DICH%"
if not exist "%SANG%" md "%DICH%%BEN_DICH%"
if not exist "%SANG%" goto khong_chep
for /f "usebackq tokens=2" %%F in ("%TU%SHA256SUMS.txt") do call :chep %%F
if defined HONG goto khong_chep
copy /b /y "%TU%version.txt" "%SANG%version.txt" >nul
if errorlevel 1 goto khong_chep
copy /b /y "%TU%SHA256SUMS.txt" "%SANG%SHA256SUMS.txt" >nul
if errorlevel 1 goto khong_chep
copy /b /y "%TU%manifest.js" "%SANG%manifest.js" >nul
if errorlevel 1 goto khong_chep
set "GOC=%SANG%"
call :kiem_tra
if defined HONG goto khong_chep
:chi_sang
>"%DICH%current.new" echo congkhaiCurrent("%BEN_DICH%",%MOI%);
if exist "%DICH%current.js" attrib -r "%DICH%current.js"
move /y "%DICH%current.new" "%DICH%current.js" >nul
if errorlevel 1 goto khong_chep
set "GOC=%DICH%"
call :con_tro
if not "%BEN%"=="%BEN_DICH%" goto khong_chep
echo.
echo DA CAP NHAT XONG. Co the rut USB. Man hinh tu doi trong vong hai phut.
set "LOI=0"
exit /b 0

:cung_ban
if "%BEN_TRO%"=="%BEN_CU%" goto da_moi
rem Lan truoc bi ngat ngay truoc buoc cuoi.
set "BEN_DICH=%BEN_CU%"
goto chi_sang

:ben_kia
set "BEN_KIA=b"
if "%~1"=="b" set "BEN_KIA=a"
exit /b 0

:chep
rem Chep tep %1 tu TU sang SANG, tru manifest.js: tep ay sang sau cung.
if "%~1"=="manifest.js" exit /b 0
copy /b /y "%TU%%~1" "%SANG%%~1" >nul
if errorlevel 1 set "HONG=1"
exit /b 0

:con_tro
rem GOC: thu muc co current.js. Dat BEN la ben duoc chi: a, b hoac khong gi ca.
set "BEN="
if not exist "%GOC%current.js" exit /b 0
for /f "usebackq tokens=1,2 delims=(,);" %%A in ("%GOC%current.js") do if "%%A"=="congkhaiCurrent" if "%%~B"=="a" set "BEN=a"
for /f "usebackq tokens=1,2 delims=(,);" %%A in ("%GOC%current.js") do if "%%A"=="congkhaiCurrent" if "%%~B"=="b" set "BEN=b"
exit /b 0

:doc_so
rem GOC: mot ben. Dat SO (14 chu so), SO_XA, SO_KHOA tu version.txt, hoac khong gi ca.
set "SO="
set "SO_XA="
set "SO_KHOA="
set "DONG="
if exist "%GOC%version.txt" for /f "usebackq delims=" %%A in ("%GOC%version.txt") do if not defined DONG set "DONG=%%A"
call :kiem_chu
if defined LA exit /b 0
set "DAU="
for /f "tokens=1-4" %%A in ("%DONG%") do (
  set "DAU=%%A"
  set "SO_XA=%%B"
  set "SO=%%C"
  set "SO_KHOA=%%D"
)
if not "%DAU%"=="congkhai" set "SO="
if not defined SO_KHOA set "SO="
set "LA="
for /f "delims=0123456789" %%X in ("0%SO%") do set "LA=1"
for /f "delims=0123456789abcdefghijklmnopqrstuvwxyz-" %%X in ("0%SO_KHOA%") do set "LA=1"
if defined LA set "SO="
if not defined SO exit /b 0
if "%SO:~13,1%"=="" set "SO="
if not defined SO exit /b 0
if not "%SO:~14,1%"=="" set "SO="
exit /b 0

:kiem_chu
rem DONG: mot dong doc tu tep. Bo dau ngoac kep; dat LA neu dong trong, hoac con chu nao ngoai a-z, 0-9, cham, gach, trang.
set "LA=1"
if not defined DONG exit /b 0
set "DONG=%DONG:"=%"
if not defined DONG exit /b 0
set "LA="
for /f "delims=0123456789abcdefghijklmnopqrstuvwxyz.- " %%X in ("0%DONG%") do set "LA=1"
exit /b 0

:so_cua_ben
rem GOC: mot ben cua man hinh. Dat SO_BEN la so ban; 0 neu ben ay thieu, hong, hoac khong phai cua xa nay, khoa nay.
set "SO_BEN=00000000000000"
call :kiem_tra
if defined HONG exit /b 0
call :doc_so
rem Nguyen ven ma khong ro so: van hon ben hong.
if not defined SO set "SO_BEN=00000000000001"
if "%SO_XA%"=="%XA%" if "%SO_KHOA%"=="%KHOA%" if defined SO set "SO_BEN=%SO%"
exit /b 0

:kiem_tra
rem GOC: mot ben (a hoac b). Dat HONG neu thieu tep hoac tep khac voi SHA256SUMS.txt.
set "HONG=1"
if not exist "%GOC%manifest.js" exit /b 0
if not exist "%GOC%SHA256SUMS.txt" exit /b 0
set "HONG="
set "SO_TEP=0"
for /f "usebackq delims=" %%A in ("%GOC%SHA256SUMS.txt") do (
  set "DONG=%%A"
  call :kiem_dong
)
if "%SO_TEP%"=="0" set "HONG=1"
exit /b 0

:kiem_dong
rem DONG: ma kiem va ten cua mot tep trong GOC. Dat HONG neu tep khong dung nhu the.
set /a SO_TEP+=1
call :kiem_chu
if defined LA goto tep_hong
set "DUNG="
set "TEP="
for /f "tokens=1,2" %%A in ("%DONG%") do (
  set "DUNG=%%A"
  set "TEP=%%B"
)
if not defined TEP goto tep_hong
if not exist "%GOC%%TEP%" goto tep_hong
set "TONG="
for /f "skip=1 delims=" %%H in ('certutil -hashfile "%GOC%%TEP%" SHA256') do if not defined TONG set "TONG=%%H"
if not defined TONG goto tep_hong
set "TONG=%TONG: =%"
if /i "%TONG%"=="%DUNG%" exit /b 0
:tep_hong
set "HONG=1"
exit /b 0

:khong_thay
echo KHONG THAY BAN MOI. Hay cam USB co thu muc BANG-%XA% o ngoai cung.
exit /b 1
:nguon_hong
echo BAN TREN USB BI HONG HOAC THIEU TEP. Hay chep lai USB. Man hinh giu nguyen.
exit /b 1
:khac_xa
echo BAN TREN USB LA CUA XA KHAC. Man hinh giu nguyen.
exit /b 1
:khac_khoa
echo BAN TREN USB KY BANG KHOA KHAC, HOAC CHUA KY. Man hinh giu nguyen.
exit /b 1
:cu_hon
echo BAN TREN USB CU HON BAN DANG DUNG. Man hinh giu nguyen.
exit /b 1
:da_moi
echo MAN HINH DA DUNG BAN NAY. Khong can cap nhat.
exit /b 1
:khong_chep
echo KHONG CHEP DUOC (o dia day, hoac USB bi rut). Man hinh giu ban cu. Hay lam lai.
exit /b 1
