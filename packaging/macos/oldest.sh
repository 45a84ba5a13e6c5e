#!/usr/bin/env bash
# Fail where a library of Photoloom.app asks for a newer macOS than its Info.plist promises: oldest.sh dist/Photoloom.app
set -euo pipefail
app=${1%/}
promised=$(plutil -extract LSMinimumSystemVersion raw "$app/Contents/Info.plist")
find "$app/Contents" -type f | while IFS= read -r file; do
    case $(file -b "$file") in Mach-O*) ;; *) continue ;; esac
    needed=$(otool -l "$file" | awk '$1 == "minos" && !found++ { print $2 }')
    newest=$(printf '%s\n' "$promised" "${needed:-0}" | sort -V | tail -n 1)
    [ "$newest" = "$promised" ] || { echo "$file needs macOS $needed, and $promised is promised" >&2; exit 1; }
done
