"""What the tests of faults share: a folder that was organised, and a disk that is soon full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.library.library import Library
from tests.engine.faults.injected import QUICK, engine, noise


@pytest.fixture(scope="session")
def organised_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six photos and their library, with a pin, and one more photo that came later."""
    place = tmp_path_factory.mktemp("once")
    for number in range(6):
        noise(place / "photos" / f"{number}.jpg", number)
    made = engine(("organise", place / "photos", "--library", place / "library", *QUICK))
    assert made.returncode == 0, made.stderr
    with Library(place / "library", "test") as library:
        cluster = library.catalog.clusters.all()[0].id
        library.catalog.corrections.pin([(1, cluster)])
    noise(place / "photos" / "new.jpg", 9)
    return place


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 4 MB, where the machine lets us mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    root = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount")
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", place]
    if not root or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs root to mount a small tmpfs")
    yield place
    subprocess.run(["umount", "-l", place], check=False, capture_output=True)
