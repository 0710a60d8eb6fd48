#!/bin/sh
# Một máy hai màn hình: ki-ốt trên màn hình chính, màn hình treo tường trên màn hình bên phải.
# Số 1920 là bề ngang của màn hình chính; sửa nếu màn hình khác.
sh "$(dirname "$0")/loader/mo.sh" ki-ot 0,0 &
sh "$(dirname "$0")/loader/mo.sh" man-hinh 1920,0 &
wait
