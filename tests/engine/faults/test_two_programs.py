"""Two programs at one library, of which one is refused, and files of it that were cut, which are made anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.conftest import read_json
from tests.engine.faults.injected import QUICK, engine, is_one_sentence
from tests.engine.filing.files import opened, tree, write
from tests.paths import ROOT


@pytest.mark.parametrize("words", [("organise",), ("file", "--action", "trash")])
def test_a_command_beside_the_window_is_refused_and_changes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    photos, lib = tmp_path / "Photos", tmp_path / "lib"
    write(photos / "a.jpg")
    with opened(photos, lib):
        before = tree(photos)
        ran = engine((words[0], photos, *words[1:], "--library", lib))
        assert is_one_sentence(ran), ran.stderr
        assert f"is open in test (process {os.getpid()}): close it there first." in ran.stderr
        assert (tree(photos), (lib / "actions").exists()) == (before, False)


@pytest.mark.slow
def test_two_that_begin_at_once_leave_what_one_would_have(organised_once: Path, tmp_path: Path) -> None:
    photos, library = (Path(shutil.copytree(organised_once / name, tmp_path / name)) for name in ("photos", "library"))
    words = ("organise", photos, "--library", library, *QUICK)
    command = [sys.executable, "-m", "engine", *map(str, words)]
    around = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen(command, env=around, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120)[1] for process in both]
    statuses = [process.returncode for process in both]
    assert 0 in statuses, said
    for status, text in zip(statuses, said, strict=True):
        assert (status, text) == (0, "") or (status == 1 and "close it there first" in text)
    last = engine((*words, "--out", tmp_path / "out.json"))
    assert last.returncode == 0, last.stderr
    told = read_json(tmp_path / "out.json")
    assert len(told["photos"]) == len(list(photos.iterdir()))
    assert told["counters"]["decoded"] == told["counters"]["embedded"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("what", ["vectors/*/*.f32", "thumbnails/*/*.jpg"])
@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_what_was_cut_is_made_anew_and_nothing_moves(
    what: str, kept: float, organised_once: Path, tmp_path: Path
) -> None:
    photos, library = (Path(shutil.copytree(organised_once / name, tmp_path / name)) for name in ("photos", "library"))
    (photos / "new.jpg").unlink()
    words = ("organise", photos, "--library", library, *QUICK, "--out", tmp_path / "out.json")
    assert engine(words).returncode == 0
    before = {photo["path"]: photo["cluster"] for photo in read_json(tmp_path / "out.json")["photos"]}
    for path in library.glob(what):
        os.truncate(path, int(path.stat().st_size * kept) + (3 if kept else 0))
    ran = engine(words)
    if ran.returncode:  # a damaged thumbnail is removed, and said
        assert is_one_sentence(ran), ran.stderr
        assert "run again" in ran.stderr
        ran = engine(words)
    assert (ran.returncode, ran.stderr) == (0, "")
    told = read_json(tmp_path / "out.json")
    assert {photo["path"]: photo["cluster"] for photo in told["photos"]} == before
    assert told["skipped"] == []
    check = engine(("check", photos, "--library", library))
    assert check.returncode == 0, check.stdout
