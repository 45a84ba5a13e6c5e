"""Whom to believe that a server is who it says."""

from __future__ import annotations

import ssl
import sys
from pathlib import Path

# Where systems keep whom they trust: a bundle's OpenSSL looks where the machine had it that it was built on.
TRUSTED = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # macOS, Alpine
)


def trusted() -> ssl.SSLContext:
    """A context that checks certificates by the system's own list."""
    context = ssl.create_default_context()
    if sys.platform != "win32" and not context.get_ca_certs():
        found = next((path for path in TRUSTED if Path(path).exists()), None)
        if found is not None:
            context.load_verify_locations(found)
    return context
