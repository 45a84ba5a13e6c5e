#!/usr/bin/env bash
# The installer for Windows, from its first installation to its removal, under Wine with a stub in place of the bundle.
#
# Needs makensis, Wine (64 bit) and Xvfb; Python with Pillow as PYTHON. Leaves nothing behind.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
python=$(command -v "${PYTHON:-$root/.venv/bin/python}")
[[ $python = /* ]] || python=$PWD/$python
cd "$root/packaging/windows"
server=$(command -v wineserver || echo /usr/lib/wine/wineserver)
place=$(mktemp -d "${TMPDIR:-/tmp}/photoloom-wine.XXXXXX")
export WINEPREFIX=$place/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="  # neither .NET nor a browser
trap '"$server" -k 2>/dev/null || true; "$server" -w 2>/dev/null || true; rm -rf "$place"' EXIT

for tool in makensis wine xvfb-run iconv; do
    command -v "$tool" >/dev/null || { echo "check.sh needs $tool: sudo apt-get install -y nsis wine64 xvfb" >&2; exit 1; }
done

fail() { echo "check.sh: $*" >&2; exit 1; }
there() { [ -e "$1" ] || fail "there is no $1"; }
gone() { [ ! -e "$1" ] || fail "$1 is still there"; }
figure() { echo "figure: $1 $2"; }
seconds() { "$python" -c "print(f'{$(date +%s%N) / 1e9 - $1 / 1e9:.1f}')"; }

# The exit code of a Windows program is what `run` expects; then everything that it started has ended.
run() {
    local expected=$1 code=0
    shift
    wine "$@" >/dev/null || code=$?
    [ "$code" = "$expected" ] || fail "$* ended with $code, not $expected"
}
settle() { "$server" -w; }
value() { # of a key: its default, or the one that is named
    local which=(/ve)
    [ $# = 1 ] || which=(/v "$2")
    wine reg query "$1" "${which[@]}" 2>/dev/null | tr -d '\r' | sed -n 's/^ .*REG_[A-Z]* *//p'
}
no_key() { ! wine reg query "$1" >/dev/null 2>&1 || fail "the registry still has $1"; }
is() { [ "$1" = "$2" ] || fail "expected $2, found $1"; }

UNINSTALL='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Photoloom'
CLASSES='HKCU\Software\Classes'
old=0.0.9 new=$(cd "$root" && "$python" -c 'import engine; print(engine.__version__)')

for version in "$old" "$new"; do
    "$python" stub/make_stub.py "$place/stub-$version" "$version"
    "$python" build.py --fast "$place/stub-$version" "$place/setup-$version.exe" --version "$version" >/dev/null
done
figure nsis_stub_installer_bytes "$(stat -c %s "$place/setup-$new.exe")"

xvfb-run -a wineboot -i >/dev/null 2>&1
cd "$place"

wine winecfg -v win7 >/dev/null
run 6 "setup-$new.exe" /S  # an old Windows is refused
wine winecfg -v win10 >/dev/null

local_data=$(wine cmd /c 'echo %LOCALAPPDATA%' | tr -d '\r')
home=$(winepath -u "$local_data")
program=$home/Programs/Photoloom
menu=$(winepath -u "$(wine cmd /c 'echo %APPDATA%' | tr -d '\r')")/Microsoft/Windows/"Start Menu"/Programs

# The folder holds the payload, byte for byte, and nothing else but the uninstaller.
same_as() { diff -r --exclude=uninstall.exe "$1" "$2" >/dev/null || fail "$2 is not what was to be installed"; }

echo "A first installation"
began=$(date +%s%N)
run 0 "setup-$old.exe" /S
figure nsis_stub_install_s "$(seconds "$began")"
same_as "stub-$old" "$program"
there "$menu/Photoloom.lnk"
is "$(value "$UNINSTALL" DisplayVersion)" "$old"
is "$(value "$UNINSTALL" QuietUninstallString)" "\"$local_data\\Programs\\Photoloom\\uninstall.exe\" /S"
is "$(value "$UNINSTALL" EstimatedSize)" "0x$(printf '%x' $((($(find "stub-$old" -type f -printf '%s+')0 + 1023) / 1024)))"
for kind in Directory 'Directory\Background' Drive; do
    is "$(value "$CLASSES\\$kind\\shell\\Photoloom")" "Open with Photoloom"
    is "$(value "$CLASSES\\$kind\\shell\\Photoloom\\command")" "\"$local_data\\Programs\\Photoloom\\photoloom.exe\" \"%V\\.\""
done

echo "A library, things that can be computed again, and a file of somebody else's"
data=$home/photoloom
deep=$data/gpu-pack/1/$(printf 'a_folder_with_a_long_name_%s/' 1 2 3 4 5 6 7 8 9)
mkdir -p "$data/libraries/photos-1234" "$data/models" "$data/Logs" "$deep"
for file in "$data/libraries/photos-1234/catalog.db" "$data/window.ini" "$data/models/net.onnx" "$data/Logs/window.log" \
    "$deep/header.h" "$program/_internal/mine.txt"; do
    echo precious >"$file"
done
chmod 444 "$data/models/net.onnx"
snapshot() { (cd "$1" && find . -printf '%p %s %T@\n' | sort); }
before=$(snapshot "$data")

echo "While Photoloom runs, nothing is replaced"
wine "$program/photoloom-engine.exe" /HOLD &
held=$!
until [ -s "$program/opened.txt" ]; do sleep 0.05; done
run 3 "setup-$new.exe" /S /WAIT=1
run 3 "$program/uninstall.exe" /S /WAIT=1 "_?=$local_data\\Programs\\Photoloom"
rm "$program/opened.txt"
wait "$held"
there "$program/_internal/only-$old.txt"

echo "A newer version over it"
began=$(date +%s%N)
run 0 "setup-$new.exe" /S
figure nsis_stub_upgrade_s "$(seconds "$began")"
gone "$program/_internal/only-$old.txt"
there "$program/_internal/mine.txt"
rm "$program/_internal/mine.txt"
same_as "stub-$new" "$program"
is "$(value "$UNINSTALL" DisplayVersion)" "$new"
is "$(snapshot "$data")" "$before"
echo precious >"$program/_internal/mine.txt"

echo "Opened from Explorer: a folder, and a drive's own"
command=$(value "$CLASSES\\Directory\\shell\\Photoloom\\command")
for folder in 'C:\My photos' 'D:\'; do
    echo "${command//%V/$folder}" >open.bat
    run 0 cmd /c open.bat
    is "$(iconv -f UTF-16LE -t UTF-8 "$program/opened.txt")" "\"$folder\\.\""
    rm "$program/opened.txt"
done

echo "Another folder is chosen, with spaces and letters of other languages"
elsewhere='C:\Mes programmes é\Photo métier 写真'
run 0 cmd /c "setup-$new.exe /S /D=$elsewhere"
there "$program/_internal/mine.txt"
is "$(find "$program" -type f)" "$program/_internal/mine.txt"
rm -r "$program"
program=$(winepath -u "$elsewhere")
same_as "stub-$new" "$program"
wine reg export "$UNINSTALL" exported.reg /y >/dev/null  # `reg query` prints no letters of other languages
is "$(iconv -f UTF-16 -t UTF-8 exported.reg | tr -d '\r' | sed -n 's/^"InstallLocation"=//p')" "\"${elsewhere//\\/\\\\}\""

echo "A folder with too long a name is refused, and the installed version stays"
run 4 cmd /c "setup-$new.exe /S /D=C:\\$(printf 'long%.0s' {1..50})"
same_as "stub-$new" "$program"

echo "Uninstalled: the library stays, what can be computed again goes"
echo precious >"$program/_internal/mine.txt"
run 0 "$program/uninstall.exe" /S
settle
is "$(find "$program" -type f)" "$program/_internal/mine.txt"
gone "$menu/Photoloom.lnk"
no_key "$UNINSTALL"
for kind in Directory 'Directory\Background' Drive; do no_key "$CLASSES\\$kind\\shell\\Photoloom"; done
is "$(cd "$data" && find . -type f | sort | xargs)" "./libraries/photos-1234/catalog.db ./window.ini"
is "$(cat "$data/libraries/photos-1234/catalog.db")" precious

echo "Uninstalled with the library: nothing stays"
rm "$program/_internal/mine.txt"
run 0 "setup-$new.exe" /S
mkdir -p "$deep" && echo precious >"$deep/header.h"
run 0 "$home/Programs/Photoloom/uninstall.exe" /S /LIBRARY=remove
settle
gone "$data"
gone "$home/Programs/Photoloom"

if command -v wixl >/dev/null; then
    echo "The MSI: installed for all users, upgraded, removed"
    for version in "$old" "$new"; do
        "$python" "$root/packaging/windows/msi.py" "stub-$version" "$version.msi" --version "$version" >/dev/null
    done
    all=$place/wine/drive_c/"Program Files"/Photoloom
    run 0 msiexec /i "$old.msi" /qn
    same_as "stub-$old" "$all"
    run 0 msiexec /i "$new.msi" /qn
    same_as "stub-$new" "$all"
    run 0 msiexec /x "$new.msi" /qn
    gone "$all"
fi

echo "The installer for Windows installs, upgrades and uninstalls."
