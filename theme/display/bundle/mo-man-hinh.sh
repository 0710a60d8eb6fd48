#!/bin/sh
# Mở màn hình treo tường.
exec sh "$(dirname "$0")/loader/mo.sh" man-hinh 0,0
