"""A disk that is full in the middle: one sentence, and what was there before is as good as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 700 KiB, where the machine lets us mount one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine mounts no tmpfs")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_said_in_a_sentence(
    engine: Callable[..., subprocess.CompletedProcess[str]], photos: Path, small_disk: Path
) -> None:
    done = engine("organise", photos, "--library", small_disk / "library", "--method", "kmeans", "--map", "pca")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "disk" in done.stderr or "room" in done.stderr
    assert str(small_disk) in done.stderr
