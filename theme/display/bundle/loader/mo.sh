#!/bin/sh
# Mở một màn hình toàn màn hình bằng Chromium, Chrome hoặc Edge, và mở lại nếu trình duyệt bị đóng hoặc trang bị treo.
# $1: man-hinh hoặc ki-ot.  $2: chỗ đặt cửa sổ, ví dụ 1920,0.  Đặt MOT_LAN=1 để chỉ mở một lần.
# NHIP: mấy giây thì nhìn xem trang còn sống không, mặc định 60.
here=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
page=$1
place=${2:-0,0}
# Mỗi chỗ đặt thư mục có hồ sơ riêng của trình duyệt: mở thử từ USB không đụng tới màn hình đặt trên ổ cứng.
spot=$(printf %s "$here" | cksum | cut -d ' ' -f 1)
profile=${XDG_DATA_HOME:-$HOME/.local/share}/congkhai/@MA_XA@-$page-$spot

# Bản snap (Ubuntu) bị nhốt: không ghi được hồ sơ ở đây, không đọc được thư mục ngoài nhà, và không báo gì.
confined() {
  case $(readlink -f "$1") in */snap) return 0 ;; esac
  head -c 4096 "$1" | grep -q '/snap/bin/'
}

browser=
locked=
for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
  found=$(command -v "$name") || continue
  confined "$found" || { browser=$found; break; }
  locked=$found
done
if [ -z "$browser" ]; then
  [ -n "$locked" ] && echo "Chromium trên máy này là bản snap, không dùng cho màn hình được." >&2
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

# Trang ghi một nhịp mỗi phút vào hồ sơ (loader/loader.js); dấu này đổi theo nhịp ấy.
pulse() {
  find "$profile/Default/IndexedDB" -type f -exec cat {} + 2>/dev/null | cksum
}

# Trang hỏng («Aw, Snap!») hay treo thì trình duyệt vẫn mở, nên phải đóng hộ. Chỉ đóng khi đã thấy ba nhịp rồi năm lần
# nhìn liền không thấy nữa: máy không ghi được hồ sơ thì không bao giờ đóng.
guard() {
  beats=0
  still=0
  last=$(pulse)
  while sleep "${NHIP:-60}" && kill -0 "$1" 2>/dev/null; do
    now=$(pulse)
    if [ "$now" != "$last" ]; then
      beats=$((beats + 1))
      still=0
      last=$now
    elif [ "$beats" -ge 3 ]; then
      still=$((still + 1))
    fi
    if [ "$still" -ge 5 ]; then
      kill "$1" 2>/dev/null
      sleep 5
      kill -9 "$1" 2>/dev/null
      return
    fi
  done
}

trap 'kill "$opened" 2>/dev/null; kill -9 "$guarding" 2>/dev/null; exit 0' INT TERM HUP
while :; do
  # Lời của trình duyệt không giữ lại: qua nhiều tháng nó làm đầy ổ.
  "$browser" --kiosk "$here/$page.html" --user-data-dir="$profile" --window-position="$place" --no-first-run \
    --no-default-browser-check --disable-pinch --overscroll-history-navigation=0 \
    --disable-session-crashed-bubble --hide-crash-restore-bubble --noerrdialogs \
    --disable-features=Translate,TranslateUI --password-store=basic >/dev/null 2>&1 9>&- &
  opened=$!
  guard "$opened" 9>&- &
  guarding=$!
  wait "$opened"
  kill -9 "$guarding" 2>/dev/null # lệnh dừng thường có thể lạc khi nó vừa được mở
  wait "$guarding" 2>/dev/null    # lúc ấy nó còn giữ khóa
  [ -n "$MOT_LAN" ] && exit 0
  sleep 3 9>&-
done
