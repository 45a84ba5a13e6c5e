"""Nothing leaves the machine: organise opens no Internet socket and writes only where it should."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from engine.library.telemetry_cleanup import remove_leftovers
from tests.watched import Home, internet

ORGANISE = [sys.executable, "-m", "engine", "organise", "-q", "--method", "kmeans", "--k", "5"]
ID = "01698560-0f87-2e98-3cc1-fef858b01be1"


@pytest.fixture
def user(tmp_path: Path, photoloom_home: Path) -> Home:
    return Home(tmp_path, photoloom_home / "models")


def test_an_internet_socket_would_be_noticed(user: Home) -> None:
    for family in ("AF_INET", "AF_INET6"):
        done = user.sealed([sys.executable, "-c", f"import socket; socket.socket(socket.{family})"])
        assert done.returncode == -signal.SIGSYS
    local = user.sealed([sys.executable, "-c", "import socket; socket.socket(socket.AF_UNIX); print('fine')"])
    assert local.stdout == "fine\n"


@pytest.mark.slow  # the loop below organises as well
@pytest.mark.parametrize("telemetry", ["0", None])
def test_organise_opens_no_internet_socket(user: Home, photos: Path, telemetry: str | None) -> None:
    if telemetry is not None:
        user.environment["ORT_DISABLE_TELEMETRY"] = telemetry
    done = user.sealed([*ORGANISE, photos])
    assert (done.returncode, done.stderr) == (0, "")
    assert user.left() == []


def test_organise_writes_only_into_its_own_folders(user: Home, photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    done, calls = user.traced([*ORGANISE, photos, "--out", out / "o.json", "--report", out / "report"])
    assert (done.returncode, done.stderr) == (0, "")
    assert internet(calls) == []
    assert user.strays(calls, out) == []
    assert (user.data / "libraries").is_dir()


LOOP = """
import json, sys
from engine.__main__ import main
for words in json.loads(sys.argv[1]):
    status = main(words)
    if status:
        sys.exit(f"{words}: {status}")
"""


def test_the_whole_loop_opens_no_internet_socket(user: Home, photos: Path, tmp_path: Path) -> None:
    """Organised, understood, corrected, filed by every action, taken back, checked: who asks for a socket is killed."""
    first = next(photos.rglob("*.jpg")).relative_to(photos).as_posix()
    corrections = tmp_path / "corrections.json"
    corrections.write_text(json.dumps({"version": 1, "edits": [{"do": "move", "photos": [first], "to": None}]}))
    before = {path: path.read_bytes() for path in photos.rglob("*") if path.is_file()}
    organise, undo = [*ORGANISE[3:], photos], ["undo", photos]
    steps: list[list[object]] = [[*organise, "--report", tmp_path / "report"]]
    steps += [[*organise, "--understand", "all"], ["search", photos, "dog"], ["people", photos], ["models", "list"]]
    steps += [["correct", photos, "--from", corrections], ["suggest", photos]]
    for action in ("copy", "move", "hardlink", "symlink", "trash", "keywords"):
        target = ("--to", tmp_path / action, "--report", tmp_path / f"r {action}")
        steps += [["file", photos, "--action", action, *target], undo]
    for album in ("csv", "json"):
        steps += [["file", photos, "--to", tmp_path / f"album.{album}", "--action", album]]
    steps += [["file", photos, "--action", "keywords", "--embed"], undo]
    steps += [["undo", photos, "--list"], ["check", photos], organise]
    done = user.sealed([sys.executable, "-c", LOOP, json.dumps([[*map(str, step)] for step in steps])])
    assert (done.returncode, done.stderr) == (0, "")
    assert user.left() == []
    assert {path: path.read_bytes() for path in photos.rglob("*") if path.is_file()} == before


def leave(user: Home) -> tuple[Path, Path]:
    """What ONNX Runtime's telemetry makes; its folder and its session file."""
    folder = user.home / ".cache/Microsoft/DeveloperTools/.onnxruntime"
    folder.mkdir(parents=True)
    for name in ("deviceid", "onnxruntime.db", "onnxruntime.db-wal"):
        (folder / name).write_text("x")
    session = user.temporary / ".ses"
    session.write_text(f"1795979118658\n{ID}\n")
    return folder, session


@pytest.fixture
def at_home(user: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """This very process is that user's."""
    monkeypatch.setenv("HOME", str(user.home))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(user.temporary))
    (user.data / "models").mkdir(exist_ok=True)
    return user


linux = pytest.mark.skipif(sys.platform != "linux", reason="its places were seen on Linux")


@linux
def test_what_earlier_runs_left_is_removed_once(at_home: Home) -> None:
    folder, session = leave(at_home)
    remove_leftovers(at_home.data)
    assert not session.exists()
    assert list(at_home.home.rglob(".cache/*")) == []
    folder, session = leave(at_home)  # by another program, which is none of ours
    remove_leftovers(at_home.data)
    assert session.exists()
    assert len(list(folder.iterdir())) == 3


@linux
def test_nothing_but_onnx_runtimes_own_is_removed(at_home: Home) -> None:
    folder, session = leave(at_home)
    (folder / "notes.txt").write_text("x")
    (folder.parent / "deviceid").write_text("of another tool")
    session.write_text("my own\n")
    remove_leftovers(at_home.data)
    assert [file.name for file in folder.iterdir()] == ["notes.txt"]
    assert (folder.parent / "deviceid").exists()
    assert session.exists()


@linux
def test_who_never_ran_it_keeps_what_others_left(at_home: Home) -> None:
    folder, session = leave(at_home)
    fresh = at_home.home / "new"
    remove_leftovers(fresh)
    (fresh / "models").mkdir()
    remove_leftovers(fresh)
    assert len(list(folder.iterdir())) == 3
    assert session.exists()


@linux
def test_a_library_that_is_opened_removes_them(user: Home, photos: Path) -> None:
    folder, _ = leave(user)
    (user.data / "models").mkdir(exist_ok=True)
    assert user.run([*ORGANISE, photos, "--device", "nowhere"]).returncode == 2
    assert folder.exists()
    assert user.run([sys.executable, "-m", "engine", "suggest", photos]).returncode in (0, 1)
    assert not folder.exists()
