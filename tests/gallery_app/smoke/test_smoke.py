"""`photoloom --smoke`, by which every installer is tried: what it does, and that it says where it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.smoke.loop import Loop
from gallery_app.smoke.run import age
from tests.gallery_app.windows import MINUTE


def end_of(loop: Loop, qtbot: QtBot) -> str:
    """What the loop says at its end."""
    with qtbot.waitSignal(loop.finished, timeout=MINUTE) as waited:
        loop.start()
    assert waited.args is not None
    return str(waited.args[0])


def test_it_corrects_a_photo_and_takes_that_back(clustered: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    session, seen = clustered.session, []
    before = session.gallery.labels.copy()
    session.changed.connect(lambda *_: seen.append(session.gallery.pinned.sum()))
    assert end_of(Loop(clustered, photo_folder, 60), qtbot) == ""
    assert max(seen) == 1
    assert list(session.gallery.labels) == list(before)
    assert session.redo_label is not None


def test_a_failure_of_the_window_is_its_own(clustered: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    assert str(tmp_path / "nowhere") in end_of(Loop(clustered, tmp_path / "nowhere", 60), qtbot)


def test_it_says_which_step_took_too_long(clustered: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    assert "'organise'" in end_of(Loop(clustered, photo_folder, 0), qtbot)


def test_the_age_of_a_process_is_counted_from_its_start() -> None:
    started = time.time()
    code = "from gallery_app.smoke.run import age; import time; print(time.time() - age())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert float(told.stdout) == pytest.approx(started, abs=0.2)
    assert age() > 0


@pytest.mark.slow
def test_the_whole_loop_on_the_demo_gallery(tmp_path: Path) -> None:
    out = tmp_path / "out"
    environment = os.environ | {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "gallery_app", "--smoke", str(out)], env=environment, timeout=300, check=False
    )
    told = json.loads((out / "smoke.json").read_text("utf-8"))
    assert (done.returncode, told.get("error")) == (0, None)
    assert told["photos"] > 100
    assert told["clusters"] > 5
    assert 0 < told["seconds"]["window"] < told["seconds"]["first cluster"] < told["seconds"]["total"]
    with Image.open(out / "window.png") as picture:
        assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 1000
    assert not list(tmp_path.glob("photoloom-smoke-*"))
