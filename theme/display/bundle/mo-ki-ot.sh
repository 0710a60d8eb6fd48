#!/bin/sh
# Mở ki-ốt cảm ứng.
exec sh "$(dirname "$0")/loader/mo.sh" ki-ot 0,0
