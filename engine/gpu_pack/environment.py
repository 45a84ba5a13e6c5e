"""What a program of the pack inherits: the user's environment, without what bends where libraries come from."""

from __future__ import annotations

import os

# Of PyInstaller's start, of AppImages and snaps, of Qt, of other Pythons: none of it is meant for the pack's.
_BENDING = ("LD_", "DYLD_", "_PYI_", "_MEIPASS", "QT_", "QML", "PYTHON", "VIRTUAL_ENV", "CONDA_", "PIP_", "UV_")


def clean_environment() -> dict[str, str]:
    """This process's environment for a program of the pack; its home, language, proxies and folders stay."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith(_BENDING)}
