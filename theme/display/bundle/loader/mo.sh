#!/bin/sh
# Mở một màn hình toàn màn hình bằng Chromium, Chrome hoặc Edge, và mở lại nếu trình duyệt bị đóng.
# $1: man-hinh hoặc ki-ot.  $2: chỗ đặt cửa sổ, ví dụ 1920,0.  Đặt MOT_LAN=1 để chỉ mở một lần.
here=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
page=$1
place=${2:-0,0}
profile=${XDG_DATA_HOME:-$HOME/.local/share}/congkhai/@MA_XA@-$page
for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
  browser=$(command -v "$name") && break
done
if [ -z "$browser" ]; then
  echo "Không tìm thấy Chromium, Chrome hoặc Edge. Hãy cài một trong ba rồi chạy lại." >&2
  exit 1
fi
if command -v xset >/dev/null 2>&1 && [ -n "$DISPLAY" ]; then
  xset s off -dpms s noblank 2>/dev/null # màn hình không tự tắt
fi
mkdir -p "${profile%/*}"
if command -v flock >/dev/null 2>&1; then
  exec 9>"$profile.khoa" # mở hai lần cùng một màn hình thì trình duyệt cứ thêm cửa sổ mãi
  flock -n 9 || { echo "Màn hình này đang mở rồi." >&2; exit 1; }
fi
while :; do
  "$browser" --kiosk "$here/$page.html" --user-data-dir="$profile" --window-position="$place" --no-first-run \
    --no-default-browser-check --disable-pinch --overscroll-history-navigation=0 \
    --disable-session-crashed-bubble --noerrdialogs --disable-features=Translate,TranslateUI \
    --password-store=basic 9>&-
  [ -n "$MOT_LAN" ] && exit 0
  sleep 3 9>&-
done
