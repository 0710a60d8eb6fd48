@echo off
rem Mo mot man hinh toan man hinh bang Chrome hoac Edge, va mo lai neu trinh duyet bi dong.
rem %1: man-hinh hoac ki-ot.  %2: cho dat cua so, vi du 1920,0 (dau phay lam cmd tach thanh hai phan).
setlocal EnableExtensions DisableDelayedExpansion
title Man hinh cong khai @MA_XA@
set "TRANG=%~dp0..\%~1.html"
rem Moi cho dat thu muc co ho so rieng cua trinh duyet: mo thu tu USB khong dung toi man hinh dat tren o cung.
set "CHO=%~dp0"
set "CHO=%CHO::=%"
set "CHO=%CHO:\=_%"
set "HO_SO=%LOCALAPPDATA%\congkhai\@MA_XA@-%~1-%CHO:~-60%"
set "DUYET="
for %%P in (
  "%ProgramFiles%\Google\Chrome\Application\chrome.exe"
  "%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe"
  "%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe"
  "%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe"
  "%ProgramFiles%\Microsoft\Edge\Application\msedge.exe"
) do if not defined DUYET if exist %%P set "DUYET=%%~P"
if not defined DUYET goto khong_co
if not exist "%LOCALAPPDATA%\congkhai\" md "%LOCALAPPDATA%\congkhai"
rem Tep khoa dang mo thi lenh duoi khong chay: mo hai lan cung mot man hinh thi trinh duyet cu them cua so mai.
call :mo_lai %2 %3 2>"%HO_SO%.khoa"
echo Man hinh nay dang mo roi.
timeout /t 10 >nul
exit /b 1
:mo_lai
start "" /wait "%DUYET%" --kiosk "%TRANG%" --edge-kiosk-type=fullscreen --user-data-dir="%HO_SO%" --window-position=%1,%2 --no-first-run --no-default-browser-check --disable-pinch --overscroll-history-navigation=0 --disable-session-crashed-bubble --hide-crash-restore-bubble --noerrdialogs --disable-features=Translate,TranslateUI --autoplay-policy=no-user-gesture-required
timeout /t 3 /nobreak >nul
goto mo_lai
:khong_co
echo Khong tim thay Chrome hoac Edge. Hay cai mot trong hai roi chay lai.
pause
exit /b 1
