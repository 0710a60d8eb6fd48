#!/bin/sh
# Chép bản mới từ USB vào bên đang không dùng, kiểm từng tệp, rồi mới chỉ sang bên ấy.
# Có thể viết thư mục BANG-@MA_XA@ mới sau tên lệnh thay cho USB.
LC_ALL=C
export LC_ALL
commune=@MA_XA@
key=@KHOA@
here=$(cd "$(dirname "$0")" && pwd -P) || exit 1
failed="KHÔNG CHÉP ĐƯỢC (ổ đĩa đầy, hoặc USB bị rút). Màn hình giữ bản cũ. Hãy làm lại."

stop() {
  echo "$1" >&2
  exit 1
}

# Bên mà current.js trong thư mục $1 chỉ tới: a, b hoặc không gì cả.
side_of() {
  cat "$1/current.js" 2>/dev/null | tr -d '\r' | sed -n 's/^congkhaiCurrent("\([ab]\)",[0-9]\{1,15\});$/\1/p' | head -n 1
}

# Dòng của version.txt trong bên $1, nếu đúng dạng.
line_of() {
  cat "$1/version.txt" 2>/dev/null | tr -d '\r' | grep -x 'congkhai [0-9]\{5\} [0-9]\{14\} [0-9a-z-]*' | head -n 1
}

# Tên các tệp của bên $1; manifest.js đứng cuối.
names_of() {
  cat "$1/SHA256SUMS.txt" 2>/dev/null | tr -d '\r' | grep -x '[0-9a-f]\{64\}  [a-z][a-z0-9-]*\.js' | cut -c 67-
}

# Bên $1 có đủ tệp và mỗi tệp đúng như SHA256SUMS.txt không.
whole() {
  [ -f "$1/manifest.js" ] && [ -f "$1/SHA256SUMS.txt" ] && [ -n "$(names_of "$1")" ] &&
    (cd "$1" && tr -d '\r' <SHA256SUMS.txt | grep -x '[0-9a-f]\{64\}  [a-z][a-z0-9-]*\.js' | sha256sum -c - >/dev/null 2>&1)
}

# Số bản của bên $1; 0 nếu bên ấy thiếu, hỏng hoặc không phải của xã này, khóa này.
version_of() {
  whole "$1" || { echo 0; return; }
  # shellcheck disable=SC2046 # dòng đã được kiểm dạng
  set -- $(line_of "$1")
  if [ $# != 4 ]; then
    echo 1 # nguyên vẹn mà không rõ số: vẫn hơn bên hỏng
  elif [ "$2" = "$commune" ] && [ "$4" = "$key" ]; then
    echo "$3"
  else
    echo 0
  fi
}

other() {
  [ "$1" = a ] && echo b || echo a
}

# Chỉ current.js sang bên $1: bước cuối của mọi lần cập nhật.
point() {
  printf 'congkhaiCurrent("%s",%s);\r\n' "$1" "$version" >"$here/current.new" && sync || stop "$failed"
  mv -f "$here/current.new" "$here/current.js" && sync || stop "$failed"
  echo "ĐÃ CẬP NHẬT XONG. Có thể rút USB. Màn hình tự đổi trong vòng hai phút."
  exit 0
}

# Hai cửa sổ không cập nhật cùng lúc: cửa sổ sau chép đè lên bản của cửa sổ trước. Khóa do hệ điều hành giữ nên mất
# điện là tự mở. Máy làm bản (congkhai bundle) cũng giữ khóa này.
lock=$here/cap-nhat.khoa
if command -v flock >/dev/null 2>&1; then
  (: >>"$lock") 2>/dev/null || stop "$failed"
  exec 9>>"$lock"
  flock -n 9 || stop "ĐANG CÓ CỬA SỔ CẬP NHẬT KHÁC. Hãy chờ cửa sổ ấy làm xong. Màn hình giữ nguyên."
fi

source=$1
if [ -z "$source" ]; then
  for found in /media/*/*/"BANG-$commune" /run/media/*/*/"BANG-$commune" /media/*/"BANG-$commune" /mnt/*/"BANG-$commune"; do
    if [ -f "$found/current.js" ] && [ "$found" != "$here" ]; then
      source=$found
      break
    fi
  done
fi
[ -n "$source" ] && [ -d "$source" ] || stop "KHÔNG THẤY BẢN MỚI. Hãy cắm USB có thư mục BANG-$commune ở ngoài cùng."
echo "Bản mới: $source"

new_side=$(side_of "$source")
[ -n "$new_side" ] || stop "BẢN TRÊN USB BỊ HỎNG HOẶC THIẾU TỆP. Hãy chép lại USB. Màn hình giữ nguyên."
# shellcheck disable=SC2046 # dòng đã được kiểm dạng: bốn từ, không có ký tự lạ
set -- $(line_of "$source/$new_side")
[ $# = 4 ] || stop "BẢN TRÊN USB BỊ HỎNG HOẶC THIẾU TỆP. Hãy chép lại USB. Màn hình giữ nguyên."
version=$3
[ "$2" = "$commune" ] || stop "BẢN TRÊN USB LÀ CỦA XÃ KHÁC. Màn hình giữ nguyên."
[ "$4" = "$key" ] || stop "BẢN TRÊN USB KÝ BẰNG KHÓA KHÁC, HOẶC CHƯA KÝ. Màn hình giữ nguyên."

# Màn hình hiện bản mới nhất còn nguyên, dù current.js chỉ bên nào: không được đụng vào bên ấy.
pointed=$(side_of "$here")
shown=${pointed:-a}
beside=$(other "$shown")
old=$(version_of "$here/$shown")
newer=$(version_of "$here/$beside")
[ "$newer" -gt "$old" ] && shown=$beside && old=$newer
target=$(other "$shown")
if [ "$version" = "$old" ]; then
  [ "$pointed" = "$shown" ] && stop "MÀN HÌNH ĐÃ DÙNG BẢN NÀY. Không cần cập nhật."
  point "$shown" # lần trước bị ngắt ngay trước bước này
fi
[ "$version" -gt "$old" ] || stop "BẢN TRÊN USB CŨ HƠN BẢN ĐANG DÙNG. Màn hình giữ nguyên."
whole "$source/$new_side" || stop "BẢN TRÊN USB BỊ HỎNG HOẶC THIẾU TỆP. Hãy chép lại USB. Màn hình giữ nguyên."

echo "Đang chép, xin đừng rút USB ..."
rm -f "$here/$target/manifest.js" && sync && rm -rf "${here:?}/$target" && mkdir "$here/$target" || stop "$failed"
for name in $(names_of "$source/$new_side"); do
  [ "$name" = manifest.js ] || cp "$source/$new_side/$name" "$here/$target/$name" || stop "$failed"
done
cp "$source/$new_side/version.txt" "$source/$new_side/SHA256SUMS.txt" "$here/$target/" && sync || stop "$failed"
cp "$source/$new_side/manifest.js" "$here/$target/manifest.js" && sync || stop "$failed"
whole "$here/$target" || stop "$failed"
point "$target"
