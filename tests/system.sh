#!/bin/sh
# The system packages that tests need: installed where we may, named clearly where we may not.
set -u
missing=""
command -v msgfmt >/dev/null 2>&1 || missing="$missing gettext"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
  command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing$missing ..."
  log=$(mktemp)
  # shellcheck disable=SC2086
  if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1
  then rm -f "$log"; exit 0; fi
  tail -n 5 "$log" >&2; rm -f "$log"
fi
echo "Missing system packages:$missing. Tests that need them are skipped (Debian: apt-get install$missing; macOS: brew install$missing)." >&2
exit 0
