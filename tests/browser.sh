#!/bin/sh
# Make sure that a Chromium is there for the browser tests: install it where we may, else say so loudly.
set -u
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  echo "Installing Chromium for the browser tests ..."
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium && exit 0
fi
if [ "${CI:-}" = true ]; then
  echo "No Chromium and no way to install it: in CI no browser test may be skipped." >&2
  exit 1
fi
echo "=======================================================================" >&2
echo "  NO CHROMIUM: THE BROWSER TESTS WILL BE SKIPPED.  Install 'chromium'." >&2
echo "=======================================================================" >&2
