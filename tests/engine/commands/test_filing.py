"""`file` and `undo` as a person or a program calls them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.filing.files import ids_of, opened, tree, write
from tests.trash import own_trash

Run = Callable[..., "subprocess.CompletedProcess[str]"]
NASTY = "\x1b[31mred\udcff\n.jpg"


@pytest.fixture(autouse=True)
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trash of the test's own."""
    own_trash(tmp_path / "home", monkeypatch)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "Photos"
    for name in ("a.jpg", "trip/b.jpg", f"trip/{NASTY}"):
        write(folder / name)
    write(folder / "trip/b.jpg.xmp")
    with opened(folder, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "Dogs", "c2": "<Cats> & more"})
        rows = ((id_, "c2" if "trip" in path else "c1", 1.0) for path, id_ in ids_of(library).items())
        library.catalog.clusters.assign(rows)
    return folder


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(photos: Path, tmp_path: Path, engine: Run) -> None:
    before = tree(photos)
    out, lib = tmp_path / "out", tmp_path / "lib"
    words = ("file", photos, "--to", out, "--action", "move", "--library", lib, "--dry-run")
    done = engine(*words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert {o["from"]: o["to"] for o in told["operations"] if "red" not in o["from"]} == {
        "a.jpg": str(out / "Dogs" / "a.jpg"),
        "trip/b.jpg": str(out / "_Cats_ & more" / "b.jpg"),
        "trip/b.jpg.xmp": str(out / "_Cats_ & more" / "b.jpg.xmp"),
    }
    assert {(o["status"], o["why"]) for o in told["operations"]} == {("planned", None)}
    assert (told["version"], told["action"], told["id"]) == (1, "move", None)
    assert told["totals"] == {
        "files": 4,
        "bytes": sum(len(entry[0]) for entry in before.values()),
        "clashes": 0,
        "free": told["drives"][0]["free"],
    }
    plain = engine(*words)
    assert "Plan: move 3 photos to out" in plain.stdout
    assert "\x1b" not in plain.stdout
    assert (tree(photos), out.exists(), (lib / "actions").exists()) == (before, False, False)


def test_filed_with_a_receipt_listed_and_taken_back(photos: Path, tmp_path: Path, engine: Run) -> None:
    before = tree(photos)
    out, lib = tmp_path / "out", tmp_path / "lib"
    common = ("--library", lib)
    words = ("file", photos, "--to", out, "--action", "move", *common, "--report", tmp_path / "receipt", "--json")
    told = json.loads(engine(*words).stdout)
    assert [o["status"] for o in told["operations"]] == ["done"] * 4
    assert sorted(tree(photos)) == []
    page = (tmp_path / "receipt" / "index.html").read_text("utf-8")
    assert "_Cats_ &amp; more" in page
    assert not any(mark in page for mark in ("<Cats>", "\x1b", "<script", "http:", "https:"))
    assert (lib / "actions" / f"{told['id']:06}.html").read_text("utf-8") == page
    listed = json.loads(engine("undo", photos, "--list", "--json", *common).stdout)
    assert [(e["id"], e["label"], e["kind"], e["undoable"]) for e in listed["entries"]] == [
        (told["id"], "move 3 photos to out", "file", True)
    ]
    assert engine("undo", photos, "--id", told["id"], *common).returncode == 0
    assert (tree(photos), out.exists()) == (before, False)
    again = engine("undo", photos, *common)
    assert (again.returncode, again.stderr) == (1, "There is nothing to undo.\n")


def test_a_terminal_of_ascii_and_a_name_of_no_text_are_no_traceback(photos: Path, tmp_path: Path) -> None:
    words = ["file", photos, "--to", tmp_path / "out", "--action", "copy", "--library", tmp_path / "lib"]
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    for more in (["--dry-run"], []):
        command = [sys.executable, "-m", "engine", *map(str, words), *more]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "\\x1b[31mred\\udcff\\n.jpg" in done.stdout


def test_what_is_said_of_hostile_names_moves_no_cursor(tmp_path: Path) -> None:
    folder = tmp_path / "Photos \x1b[31m"
    write(folder / NASTY)
    words = [sys.executable, "-m", "engine", "organise", folder, "--library", tmp_path / "lib"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii:strict", "PHOTOLOOM_REST": "0"}
    for step in (words, [*words[:3], "check", folder, *words[5:]], [*words[:4], folder / "gone"]):
        done = subprocess.run(list(map(os.fspath, step)), capture_output=True, env=environment, check=False)
        assert b"Traceback" not in done.stderr
        assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        (("--to", "out", "--action", "copy", "--clusters", "Dogz"), "There is no cluster Dogz; near it are: Dogs", 2),
        (("--to", "out", "--action", "copy", "--pattern", "{yaer}"), "{yaer}", 2),
        (("--action", "copy"), "needs a target", 2),
        (("--to", "/", "--action", "copy"), "Nothing is filed into /", 1),
    ],
)
def test_words_that_are_off_are_a_sentence(
    photos: Path, tmp_path: Path, engine: Run, words: tuple[str, ...], said: str, status: int
) -> None:
    done = engine("file", photos, "--library", tmp_path / "lib", *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_that_was_not_organised_makes_no_library(tmp_path: Path, engine: Run) -> None:
    (tmp_path / "new").mkdir()
    done = engine("file", tmp_path / "new", "--action", "trash", "--library", tmp_path / "lib")
    assert (done.returncode, (tmp_path / "lib").exists()) == (1, False)
    assert "is not organised yet" in done.stderr


def test_a_cluster_with_a_comma_in_its_name_can_be_named_among_others(
    photos: Path, tmp_path: Path, engine: Run
) -> None:
    with opened(photos, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c3": "Buildings, animals"})
        library.catalog.clusters.assign([(ids_of(library)["a.jpg"], "c3", 1.0)])
    words = ("--to", tmp_path / "out", "--action", "copy", "--library", tmp_path / "lib", "--dry-run", "--json")
    for named, count in (("buildings, animals", 1), ("<Cats> & more, Buildings, animals", 4), ("c3,c2", 4)):
        done = engine("file", photos, "--clusters", named, *words)
        assert len(json.loads(done.stdout)["operations"]) == count
    assert "no cluster Buildings" in engine("file", photos, "--clusters", "Buildings,animals", *words).stderr


def test_names_of_folders_are_taken_over_as_one_edit_that_is_undone(photos: Path, tmp_path: Path, engine: Run) -> None:
    words = ("correct", photos, "--take-over", "folders", "--library", tmp_path / "lib")
    assert engine(*words, "--dry-run").stdout == "1 cluster would be named, 2 photos would be pinned\n       2  trip\n"
    listed = ("undo", photos, "--library", tmp_path / "lib")
    assert json.loads(engine(*listed, "--list", "--json").stdout)["entries"] == []
    assert engine(*words).stdout == "1 cluster named, 2 photos pinned\n       2  trip\n"
    with opened(photos, tmp_path / "lib") as library:
        named = {cluster.name: cluster.pins for cluster in library.catalog.clusters.visible()}
    assert named["trip"] == 2
    again = engine(*words)
    assert (again.returncode, "Nothing is left to take over" in again.stderr) == (1, True)
    (entry,) = json.loads(engine(*listed, "--list", "--json").stdout)["entries"]
    assert entry["label"] == "take over trip with 2 photos"
    assert engine(*listed).returncode == 0
    with opened(photos, tmp_path / "lib") as library:
        assert "trip" not in {cluster.name for cluster in library.catalog.clusters.visible()}


def test_without_tags_nothing_is_taken_over_and_that_is_said(photos: Path, tmp_path: Path, engine: Run) -> None:
    words = ("correct", photos, "--library", tmp_path / "lib")
    done = engine(*words, "--take-over", "tags")
    assert (done.returncode, done.stderr) == (1, f"There are no tags to take over in {photos}.\n")
    assert engine(*words, "--from", "corrections.json", "--dry-run").returncode == 2
    assert engine(*words).returncode == 2
