#!/usr/bin/env bash
# Installs the .deb of a bundle on a bare Debian 12 and a bare Ubuntu 22.04, over an older version; runs it there as an
# ordinary user without a network, removes it, and looks for what is left. Then mounts the AppImage's squashfs on a bare
# system and runs it. Prints figures; the first thing that is wrong ends it.
#
#   packaging/linux/check.sh [BUNDLE]      default: dist/photoloom, from `make bundle`
#
# Needs root, the network the first time, and: debootstrap zstd curl binutils squashfs-tools xvfb. LINT=1 asks lintian as well.
set -eEuo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "packaging/linux/check.sh sets up bare systems to install on: run it as root." >&2; exit 1; }
# What is mounted here is mounted for this script alone, and goes with it.
[ -n "${PHOTOLOOM_APART:-}" ] || exec env PHOTOLOOM_APART=1 unshare --mount --propagation private -- "$0" "$@"

BUNDLE=$(realpath "${1:-dist/photoloom}")
PYTHON=${PYTHON:-.venv/bin/python}
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/photoloom-installers
WORK=$(mktemp -d "${TMPDIR:-/var/tmp}/photoloom-check.XXXXXX")
. packaging/linux/bare_system.sh

clean_up() {
    [ -z "${XVFB:-}" ] || kill "$XVFB" 2>/dev/null || true
    local mounted
    for mounted in $(awk -v work="$WORK/" 'index($2, work) == 1 { print $2 }' /proc/mounts | sort -r); do umount "$mounted"; done
    rm -rf --one-file-system "$WORK"
}
trap clean_up EXIT
trap 'echo "packaging/linux/check.sh: line $LINENO failed: $BASH_COMMAND" >&2' ERR

say() { echo "linux: $*"; }
figure() { echo "figure: linux_$1 $2"; }
fail() { echo "packaging/linux/check.sh: $*" >&2; exit 1; }
make_package() { PYTHONPATH=packaging "$PYTHON" -m linux "$@"; }
megabytes() { awk "BEGIN { printf \"%.1f\", $(stat -c %s "$1") / 1e6 }"; }
now() { date +%s.%N; }
since() { awk "BEGIN { printf \"%.1f\", $(now) - $1 }"; }

# A package of an older version: two programs that say so, and a file that the new one has no more.
make_older() {
    local stub=$WORK/stub name
    mkdir -p "$stub/_internal"
    echo old >"$stub/_internal/outgrown"
    for name in photoloom photoloom-engine; do
        printf '#!/bin/sh\necho older\n' >"$stub/$name"
        chmod 755 "$stub/$name"
    done
    OLDER=$(make_package deb "$stub" "$WORK/older" --version 0.0.1)
}

start_display() {
    Xvfb -displayfd 1 -screen 0 1280x800x24 -ac -nolisten tcp >"$WORK/display" 2>"$WORK/xvfb.log" &
    XVFB=$!
    timeout 20 sh -c "until [ -s '$WORK/display' ]; do sleep 0.1; done" || fail "Xvfb does not start: $(cat "$WORK/xvfb.log")"
    SHOWN=DISPLAY=:$(cat "$WORK/display")
}

# Run the whole loop on the demo gallery; $1 is where from, $2 how Qt shows it, the rest the program.
smoke() {
    local where=$1 shown=$2 began
    shift 2
    began=$(now)
    as_visitor "$shown" "$@" --smoke "/home/visitor/smoke" || fail "--smoke failed on $where with $shown"
    [ -s "$ROOT/home/visitor/smoke/smoke.json" ] && [ -s "$ROOT/home/visitor/smoke/window.png" ] || fail "--smoke wrote no report"
    say "$where: the loop ran with ${shown%%=*} in $(since "$began") s"
    rm -r "$ROOT/home/visitor/smoke"
}

# What is in the home afterwards is a library and a log. The cache of fonts is fontconfig's, for every program.
check_home() {
    local strange
    strange=$(cd "$ROOT/home/visitor" && find . -type f ! -name '.bash*' ! -name .profile \
        ! -path './.cache/fontconfig/*' ! -path './.local/share/photoloom/*' ! -path './.local/state/photoloom/*')
    [ -z "$strange" ] || fail "Photoloom left in the home of its user:"$'\n'"$strange"
    [ -n "$(find "$ROOT/home/visitor/.local/share/photoloom" -name catalog.db)" ] || fail "the user's library is gone"
}

check_deb() {
    local suite=$1 began
    unpack_system "$suite"
    list_tree >"$WORK/before"
    cp "$OLDER" "$ROOT/root/older.deb"
    cp "$DEB" "$ROOT/root/photoloom.deb"
    install /root/older.deb
    [ "$(as_visitor photoloom)" = older ] || fail "the older version does not run"
    began=$(now)
    install /root/photoloom.deb
    figure "${suite}_install_seconds" "$(since "$began")"
    rm "$ROOT"/root/*.deb
    [ ! -e "$ROOT/usr/lib/photoloom/_internal/outgrown" ] || fail "the upgrade left a file of the older version"
    say "$suite: $(as_visitor photoloom-engine --version)"
    smoke "$suite" QT_QPA_PLATFORM=offscreen photoloom
    smoke "$suite" "$SHOWN" photoloom
    as_visitor photoloom-engine organise /usr/lib/photoloom/_internal/engine/_resources/demo --quiet || fail "organise failed"
    apt remove photoloom
    [ ! -e "$ROOT/usr/lib/photoloom" ] || fail "remove left /usr/lib/photoloom"
    in_system dpkg --purge photoloom >"$WORK/log" 2>&1  # it keeps no settings of the system: remove has done it all
    apt autoremove --purge
    list_tree >"$WORK/after"
    diff "$WORK/before" "$WORK/after" >"$WORK/left" || fail "these paths are not as they were before (<) any more:"$'\n'"$(cat "$WORK/left")"
    check_home
    say "$suite: removed, and nothing is left but the user's library"
}

# On a system with no more than every desktop has; the AppImage brings the rest.
check_appimage() {
    local squashed mounted=$ROOT/mnt
    squashed=$(make_package appimage "$BUNDLE" "$WORK/appimage")
    figure appimage_mb "$(megabytes "$squashed")"
    install libegl1 libgl1 libfontconfig1 libx11-xcb1 libxcb-dri3-0 libwayland-client0 libharfbuzz0b libfribidi0 libice6 libsm6
    if ! mount -t squashfs -o loop,ro "$squashed" "$mounted" 2>/dev/null; then
        say "no loop mounts here: the AppDir is unpacked instead"
        unsquashfs -q -n -f -d "$mounted" "$squashed" >/dev/null
    fi
    smoke AppImage QT_QPA_PLATFORM=offscreen /mnt/AppRun
    smoke AppImage "$SHOWN" /mnt/AppRun
    say "AppImage: $(as_visitor ARGV0=photoloom-engine /mnt/AppRun --version)"
}

# Half of all minutes, so only where LINT=1. lintian knows no zstd before Debian 13: it is shown the same files by gzip.
lint() {
    [ -n "${LINT:-}" ] || return 0
    dpkg-deb -R "$DEB" "$WORK/lint"
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$WORK/lint" "$WORK/lint.deb" >/dev/null
    rm -r "$WORK/lint"
    lintian --allow-root --fail-on error,warning "$WORK/lint.deb" || fail "lintian is not content"
    rm "$WORK/lint.deb"
}

[ -d "$BUNDLE" ] || fail "there is no bundle in $BUNDLE: make one with \`make bundle\`."
began=$(now)
DEB=$(make_package deb "$BUNDLE" "$WORK/deb")
figure deb_build_seconds "$(since "$began")"
figure deb_mb "$(megabytes "$DEB")"
[ "$(stat -c %s "$DEB")" -le 330000000 ] || fail "the .deb is larger than 330 MB"
figure installed_mb "$(($(dpkg-deb -f "$DEB" Installed-Size) * 1024 / 1000000))"
say "needs $(dpkg-deb -f "$DEB" Depends)"
lint
make_older
start_display
if can_reach jammy || [ -e "$CACHE/jammy.tar.zst" ]; then
    check_deb jammy
    umount -R "$ROOT"/{proc,sys,dev,var/cache/apt/archives,tmp/.X11-unix}
    rm -rf --one-file-system "$ROOT"
else
    say "Ubuntu's archive cannot be reached: Ubuntu 22.04 is not looked at"
fi
check_deb bookworm
check_appimage
figure check_seconds "$(since "$began")"
