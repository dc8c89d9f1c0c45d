#!/bin/sh
# The catalogs' tests with the gettext of Debian unstable (1.0 or later) in place of the system's,
# unpacked beside its own C library: nothing is installed. Needs apt and dpkg.
set -eu
python=${1:-.venv/bin/python}
mkdir -p build/gettext-next && place=$(cd build/gettext-next && pwd)
mkdir -p "$place/state/lists/partial" "$place/cache/archives/partial" "$place/root" "$place/bin"
key=/usr/share/keyrings/debian-archive-keyring.gpg
# The mirror that this machine's own sources name.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ')
[ -n "$mirror" ] || { echo "no Debian mirror is named in /etc/apt: nothing to try" >&2; exit 1; }
echo "deb [signed-by=$key] $mirror sid main" >"$place/sources.list"
cd "$place"
apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$place/sources.list" -o Dir::Etc::sourceparts=/nonexistent \
    -o Dir::State="$place/state" -o Dir::Cache="$place/cache" -o Dir::State::status=/dev/null "$@"
}
if [ ! -x root/usr/bin/msgmerge ]; then
  apt update
  apt download gettext libc6 libgettextpo0 libunistring5 libxml2-16 libgomp1 libacl1 libattr1 \
    libtinfo6 zlib1g liblzma5
  for package in *.deb; do dpkg -x "$package" root; done
fi
libraries=$(dirname "$(find "$place/root/usr/lib" -name libc.so.6 | head -n 1)")
loader=$(find "$libraries" -name 'ld-linux*' | head -n 1)
for tool in msgattrib msgcat msgconv msgfmt msgmerge msguniq; do
  printf '#!/bin/sh\nexec %s --library-path %s:%s/gettext %s/root/usr/bin/%s "$@"\n' \
    "$loader" "$libraries" "$libraries" "$place" "$tool" >"bin/$tool"
  chmod +x "bin/$tool"
done
cd - >/dev/null
"$place/bin/msgmerge" --version | head -n 1
PATH="$place/bin:$PATH" "$python" -m pytest -q tests/catalogs/test_tools.py tests/catalogs/test_states.py \
  tests/catalogs/test_scanner.py tests/catalogs/test_merge.py
