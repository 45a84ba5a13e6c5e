"""A drive that can only be read, for tests: a folder mounted over itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def sealed_drive(folder: Path) -> Iterator[Path]:
    """The folder, as if on a drive that can only be read; the test is skipped where nothing may be mounted."""
    if sys.platform != "linux":
        pytest.skip("only root on Linux can mount a drive to be read only")
    kept = folder.rename(folder.with_name(f"{folder.name} kept"))
    folder.mkdir()
    commands = (["mount", "--bind", str(kept), str(folder)], ["mount", "-o", "remount,ro,bind", str(folder)])
    try:
        if any(subprocess.run(command, capture_output=True, check=False).returncode for command in commands):
            pytest.skip("only root on Linux can mount a drive to be read only")
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], capture_output=True, check=False)
