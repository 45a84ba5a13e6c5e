#!/usr/bin/env bash
# Sign Photoloom.app for the hardened runtime, or its disk image: sign.sh dist/Photoloom.app | dist/Photoloom.dmg
#
# PHOTOLOOM_MAC_IDENTITY   "Developer ID Application: …", in a keychain that is unlocked. Without it an app is signed ad hoc:
#                          it runs on the Mac that built it, and elsewhere after System Settings, Privacy & Security, Open Anyway.
set -euo pipefail
target=${1%/}
here=$(cd "$(dirname "$0")" && pwd)
identity=${PHOTOLOOM_MAC_IDENTITY:-}

if [ -z "$identity" ]; then
    echo "Not signed with a Developer ID, as PHOTOLOOM_MAC_IDENTITY names none: $target"
    [ "${target##*.}" != app ] || codesign --force --sign - "$target"
    exit 0
fi

sign() { codesign --force --timestamp --sign "$identity" "$@"; }

if [ "${target##*.}" = app ]; then
    # From the inside out: each signature covers those within.
    find "$target/Contents" -type f | while IFS= read -r file; do
        case $(file -b "$file") in Mach-O*) sign --options runtime "$file" ;; esac
    done
    find "$target/Contents" -depth -type d -name '*.framework' | while IFS= read -r folder; do
        sign --options runtime "$folder"
    done
    sign --options runtime --entitlements "$here/entitlements.plist" "$target/Contents/MacOS/photoloom-engine"
    sign --options runtime --entitlements "$here/entitlements.plist" "$target"
    codesign --verify --deep --strict "$target"
else
    sign "$target"
fi
