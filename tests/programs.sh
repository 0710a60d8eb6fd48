#!/bin/sh
# Programs that some tests run: Chromium, and curl for what the CI files of a board send.  Install them where we
# may, else say loudly what will be skipped.
set -u
there() {
  for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}
browser() { there chromium chromium-browser google-chrome; }

wanted=""
browser || wanted="chromium"
there curl || wanted="$wanted curl"
[ -z "$wanted" ] && exit 0
if there apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  echo "Installing for the tests: $wanted"
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  # shellcheck disable=SC2086  # one word a package
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $wanted && exit 0
fi
if [ "${CI:-}" = true ]; then
  echo "Missing, and not to be had here: $wanted.  In CI nothing may be skipped for want of it." >&2
  exit 1
fi
echo "=======================================================================" >&2
browser || echo "  NO CHROMIUM: THE BROWSER TESTS WILL BE SKIPPED.  Install 'chromium'." >&2
there curl || echo "  NO CURL: TESTS OF WHAT CI FILES SEND WILL BE SKIPPED.  Install 'curl'." >&2
echo "=======================================================================" >&2
