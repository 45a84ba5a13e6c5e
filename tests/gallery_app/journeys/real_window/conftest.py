"""A screen of one's own, and programs on it that end with their test."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gallery_app.journeys.real_window.program import Program, Screen, Start


@pytest.fixture(autouse=True)
def nothing_left_running() -> None:
    """The program has a process of its own: nothing runs in this one."""


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    if sys.platform != "linux":
        pytest.skip("X servers are Linux's")
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    made = Screen()
    yield made
    made.close()


@pytest.fixture(scope="module")
def home(photoloom_home: Path) -> Path:
    """The data folder, in which the dark colours were chosen: the tests look for them."""
    # What the background finds out comes when it comes, and pictures of the window are compared here.
    settings = "[General]\ntheme=dark\nview=photos\n[shown]\nunderstand=false\n"
    (photoloom_home / "window.ini").write_text(settings, "utf-8")
    return photoloom_home


@pytest.fixture
def start(screen: Screen, home: Path) -> Iterator[Start]:
    running: list[Program] = []

    def start(folder: Path, library: Path) -> Program:
        running.append(Program(screen, folder, library, home))
        return running[-1]

    yield start
    for program in running:
        program.close()
