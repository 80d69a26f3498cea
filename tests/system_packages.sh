#!/usr/bin/env bash
# Installs system packages that are wanted and absent: system_packages.sh [postgresql] [chromium] [venv]
# Does nothing for one that is there. Uses apt-get as root or with a sudo that asks no password; otherwise it says
# what is missing and lets the tests that need it be skipped.
set -u

present() {
  case "$1" in
    postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null ;;
    chromium) command -v chromium >/dev/null || command -v chromium-browser >/dev/null ;;
    venv) false ;; # asked for only after creating an environment has failed
    *) echo "system_packages.sh: unknown: $1" >&2; exit 2 ;;
  esac
}

package() {
  case "$1" in
    venv) echo python3-venv ;;
    *) echo "$1" ;;
  esac
}

missing=()
for name in "$@"; do
  present "$name" || missing+=("$(package "$name")")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=(env)
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n env)
else
  as_root=()
fi
if [ ${#as_root[@]} -eq 0 ] || ! command -v apt-get >/dev/null; then
  echo "Not installed here: ${missing[*]}. Ask an administrator to install it; what needs it is left out until then." >&2
  [ "$*" != venv ]
  exit
fi
echo "Installing ${missing[*]} ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}" >"$log" 2>&1
}
# the list of packages may be absent or old: fetch it only where the first try fails
install || { "${as_root[@]}" apt-get update >/dev/null 2>&1; install; } || { tail -n 5 "$log" >&2; exit 1; }
