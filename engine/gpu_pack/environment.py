"""What a program of the pack inherits: the user's environment, without what bends where libraries come from."""

from __future__ import annotations

import os

# Of PyInstaller's start, of AppImages and snaps, of Qt, of other Pythons: none of it is meant for the pack's.
_BENDING = ("LD_", "DYLD_", "_PYI_", "_MEIPASS", "QT_", "QML", "PYTHON", "VIRTUAL_ENV", "CONDA_", "PIP_", "UV_")

# What people behind a mirror or a proxy tell uv; nothing that would loosen what is checked.
_MIRRORS = (
    *("UV_DEFAULT_INDEX", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_PYTHON_INSTALL_MIRROR", "UV_PYTHON_DOWNLOADS_JSON_URL"),
    *("UV_HTTP_TIMEOUT", "UV_HTTP_RETRIES", "UV_SYSTEM_CERTS", "UV_NATIVE_TLS", "UV_KEYRING_PROVIDER"),
)


def clean_environment() -> dict[str, str]:
    """This process's environment for a program of the pack; its home, language, proxies and folders stay."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith(_BENDING)}


def mirrors() -> dict[str, str]:
    """Those variables of uv that say where to fetch from; the names and passwords of indexes are among them."""
    return {name: value for name, value in os.environ.items() if name in _MIRRORS or _is_index(name)}


def _is_index(name: str) -> bool:
    return name.startswith("UV_INDEX_") and name.endswith(("_URL", "_USERNAME", "_PASSWORD"))
