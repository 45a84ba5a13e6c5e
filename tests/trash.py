"""A trash of a test's own: none may ever reach that of whoever runs the tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def own_trash(home: Path, patch: pytest.MonkeyPatch) -> Path:
    """The home's trash is below `home` from now on, in this process and in those it starts.

    send2trash reads the variable once, when it is imported.
    """
    data = home / "data"
    data.mkdir(parents=True, exist_ok=True)
    patch.setenv("XDG_DATA_HOME", str(data))
    patch.setenv("HOME", str(home))
    if os.name == "posix":  # on the drive of `home`
        from send2trash import plat_other

        patch.setattr(plat_other, "XDG_DATA_HOME", os.fsencode(data))
        patch.setattr(plat_other, "HOMETRASH", str(data / "Trash"))
        patch.setattr(plat_other, "HOMETRASH_B", os.fsencode(data / "Trash"))
    return data / "Trash"
