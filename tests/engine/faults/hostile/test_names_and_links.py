"""Names that are no text, and links that lead elsewhere, through the commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.filing.operations import FilingOptions
from engine.filing.planning.plan import plan
from engine.library import reasons
from engine.library.library import open_library
from engine.library.links import follow_links
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan
from tests.engine.faults.injected import QUICK, noise
from tests.engine.filing.files import ids_of, opened, planned, tree, write
from tests.paths import ROOT

STRICT = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:strict"}
FORMULA = "=cmd|'x'!A1, <b>&\n.jpg"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="names are UTF-16 there, and links need a right")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A photo folder whose own name is no UTF-8."""
    try:
        made = tmp_path / os.fsdecode(b"Ph\xffotos\x1b")
        made.mkdir()
    except OSError:
        pytest.skip("this file system takes UTF-8 alone")
    return made


def strict(*words: object) -> subprocess.CompletedProcess[bytes]:
    """The headless program with an output that takes ASCII alone."""
    command = [os.fsencode(word) if isinstance(word, Path) else str(word) for word in words]
    around = os.environ | STRICT | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-m", "engine", *command], capture_output=True, env=around, check=False)
    assert b"Traceback" not in ran.stderr
    assert b"\x1b" not in ran.stdout + ran.stderr
    return ran


def test_a_folder_whose_name_is_no_text_is_filed_from_and_gets_all_back(folder: Path, tmp_path: Path) -> None:
    write(folder / "a.jpg")
    write(folder / FORMULA)
    with opened(folder, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "Dogs"})
        library.catalog.clusters.assign([(id_, "c1", 1.0) for id_ in ids_of(library).values()])
    before, lib = tree(folder), ("--library", tmp_path / "lib")
    out = tmp_path / os.fsdecode(b"out\xfe")
    done = strict("file", folder, "--to", out, "--action", "move", *lib, "--report", tmp_path / "receipt", "--json")
    assert (done.returncode, tree(folder)) == (0, {}), done.stderr
    told = json.loads(done.stdout)
    assert {operation["from"] for operation in told["operations"]} == {"a.jpg", FORMULA}
    page = (tmp_path / "receipt" / "index.html").read_text("utf-8")
    assert not any(mark in page for mark in ("<b>", "\x1b", "\udcff"))
    listed = strict("undo", folder, "--list", *lib)
    assert (listed.returncode, listed.stdout.count(b"\n")) == (0, 1)
    assert strict("check", folder, *lib).returncode in (0, 1)
    assert strict("undo", folder, *lib).returncode == 0
    assert (tree(folder), out.exists()) == (before, False)


@pytest.mark.slow
def test_a_folder_whose_name_is_no_text_is_organised_and_reported(folder: Path, tmp_path: Path) -> None:
    noise(folder / "a.jpg", 1)
    noise(folder / FORMULA, 2)
    report, out = tmp_path / "report", tmp_path / "out.json"
    done = strict("organise", folder, "--library", tmp_path / "lib", "--report", report, "--out", out, *QUICK[:-1])
    assert done.returncode == 0, done.stderr
    told = json.loads(out.read_text("ascii"))
    assert told["folder"] == str(folder)
    assert {photo["path"] for photo in told["photos"]} == {"a.jpg", FORMULA}
    page = (report / "index.html").read_text("utf-8")
    assert not any(mark in page for mark in ("<b>&", "\x1b", "\udcff"))


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A folder with a link to a photo in it, one to a photo elsewhere and one to a folder elsewhere."""
    photos, elsewhere = tmp_path / "Photos", tmp_path / "elsewhere"
    write(photos / "album" / "a.jpg")
    write(elsewhere / "b.jpg")
    write(elsewhere / "deep" / "c.jpg")
    (photos / "in.jpg").symlink_to(photos / "album" / "a.jpg")
    (photos / "out.jpg").symlink_to(elsewhere / "b.jpg")
    (photos / "more").symlink_to(elsewhere / "deep")
    return photos


def scanned(photos: Path, lib: Path, *, follow: bool = False) -> tuple[set[str], dict[str, str | None]]:
    """The problems of a scan, and the files that are known to be there, each with what keeps it from being read."""
    library, root = open_library(photos, lib, "test")
    with library:
        if follow:
            follow_links(library.catalog, root)
        outcome = Outcome()
        scan(library, root, outcome, Job())
        known = {file.path: file.problem for file in library.catalog.files.all(root)}
        return {problem.path for problem in outcome.problems}, known


def test_links_that_leave_are_followed_once_they_were_asked_for(linked: Path, tmp_path: Path) -> None:
    problems, known = scanned(linked, tmp_path / "lib")
    assert problems == {"out.jpg", "more"}
    assert known == {"album/a.jpg": None, "in.jpg": None, "out.jpg": reasons.LEAVES}
    problems, known = scanned(linked, tmp_path / "lib", follow=True)
    assert (problems, set(known)) == (set(), {"album/a.jpg", "in.jpg", "out.jpg", "more/c.jpg"})
    problems, known = scanned(linked, tmp_path / "lib")  # the choice is kept
    assert (problems, set(known)) == (set(), {"album/a.jpg", "in.jpg", "out.jpg", "more/c.jpg"})


def test_a_link_that_leads_out_since_keeps_what_is_known_and_is_not_followed(linked: Path, tmp_path: Path) -> None:
    opened(linked, tmp_path / "lib").close()
    private = write(tmp_path / "private.jpg", b"private")
    (linked / "in.jpg").unlink()
    (linked / "in.jpg").symlink_to(private)
    problems, known = scanned(linked, tmp_path / "lib")
    assert "in.jpg" in problems
    assert "in.jpg" in known  # neither gone nor read
    from engine.filing.acting.act import act

    with open_library(linked, tmp_path / "lib", "test")[0] as library:
        there = tmp_path / "there"
        id_ = planned(library, "copy", [(linked / "in.jpg", there / "in.jpg")], there=there)
        record = act(library, id_, Job())
    assert [operation.status for operation in record.plan.operations] == ["left"]
    assert (there.exists(), private.read_bytes()) == (False, b"private")


def test_neither_a_pipe_nor_what_a_link_leads_out_to_is_read(linked: Path, tmp_path: Path) -> None:
    noise(linked / "album/a.jpg", 1)
    noise(linked / "out.jpg", 2)
    for name in ("pipe.jpg", ".photoloomignore"):
        os.mkfifo(linked / name)  # whoever opens it waits for a writer
    library, root = open_library(linked, tmp_path / "lib", "test")
    rescue = threading.Timer(20, lambda: os.close(os.open(linked / "pipe.jpg", os.O_RDWR)))
    rescue.start()
    with library:
        for _ in range(2):  # what stays as it is, is tried again
            outcome = Outcome()
            scan(library, root, outcome, Job())
            read(library, 1, outcome, Job())
            problems = {file.path: file.problem for file in library.catalog.files.all(root)}
            assert problems["pipe.jpg"] == reasons.NO_FILE
            assert problems["out.jpg"] == reasons.LEAVES
            assert {file.path for file in library.catalog.files.readable()} == {"album/a.jpg", "in.jpg"}
        assert rescue.is_alive()  # nobody waited
        rescue.cancel()


def test_a_photo_that_has_become_a_pipe_is_left_by_a_plan(linked: Path, tmp_path: Path) -> None:
    with opened(linked, tmp_path / "lib") as library:
        (linked / "album/a.jpg").unlink()
        os.mkfifo(linked / "album/a.jpg")
        made = plan(library, FilingOptions("copy", target=str(tmp_path / "out")), Job())
    assert {Path(o.source).name: str(o.why) for o in made.operations if o.status == "left"}["a.jpg"] == (
        "a.jpg is no file any more"
    )


@pytest.mark.slow
def test_links_are_followed_by_the_command(linked: Path, tmp_path: Path) -> None:
    for number, path in enumerate(p for p in (linked / "album/a.jpg", linked / "out.jpg", linked / "more/c.jpg")):
        noise(path, number)
    words = ("organise", linked, "--library", tmp_path / "lib", "--out", tmp_path / "out.json", *QUICK)
    assert strict(*words).returncode == 0
    told = json.loads((tmp_path / "out.json").read_text("ascii"))
    assert {photo["path"] for photo in told["photos"]} == {"album/a.jpg", "in.jpg"}
    assert {s["path"]: s["reason"] for s in told["skipped"]} == {"out.jpg": reasons.LEAVES}
    assert strict(*words, "--follow-links").returncode == 0
    told = json.loads((tmp_path / "out.json").read_text("ascii"))
    assert {photo["path"] for photo in told["photos"]} == {"album/a.jpg", "in.jpg", "out.jpg", "more/c.jpg"}
