#!/usr/bin/env bash
# Let Apple look at the signed disk image, and attach the answer to it: notarise.sh dist/Photoloom.dmg
#
# PHOTOLOOM_NOTARY_KEY      a key of App Store Connect, a .p8 file; without it nothing is sent
# PHOTOLOOM_NOTARY_KEY_ID   its id
# PHOTOLOOM_NOTARY_ISSUER   who it was issued to
set -euo pipefail
image=$1

if [ -z "${PHOTOLOOM_NOTARY_KEY:-}" ]; then
    echo "Not notarised, as PHOTOLOOM_NOTARY_KEY names no key: $image"
    exit 0
fi
xcrun notarytool submit "$image" --wait \
    --key "$PHOTOLOOM_NOTARY_KEY" --key-id "$PHOTOLOOM_NOTARY_KEY_ID" --issuer "$PHOTOLOOM_NOTARY_ISSUER"
xcrun stapler staple "$image"
xcrun stapler validate "$image"
