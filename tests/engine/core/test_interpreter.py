"""What lies in a photo folder, or where PYTHONPATH points, is never run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from engine.core.interpreter import ROOT, child_command, leave_current_folder, search_path
from tests.planted import NAMES, marked, plant

QUICK = ("organise", "-q", "--method", "kmeans", "--k", "5", "--map", "pca")


def start(arguments: list[object], folder: Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = path
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300
    )


def test_a_planted_module_would_leave_its_mark(tmp_path: Path) -> None:
    marks = plant(tmp_path, ("numpy", "sitecustomize"))
    start(["-c", "import numpy"], tmp_path, str(tmp_path))
    assert marked(marks) == ["numpy", "sitecustomize"]


@pytest.mark.parametrize(
    "path", [None, *(pytest.param(path, marks=pytest.mark.slow) for path in ("", os.pathsep)), "."]
)
def test_organise_runs_nothing_from_the_photo_folder(photos: Path, path: str | None) -> None:
    # The program is started as `photoloom-engine` starts it. What PYTHONPATH names Python itself has a look at
    # before any program runs: sitecustomize is left out there.
    marks = plant(photos, NAMES if path is None else tuple(name for name in NAMES if name != "sitecustomize"))
    program = f"import sys; sys.path.insert(0, {ROOT!r}); from engine.__main__ import main; sys.exit(main())"
    done = start(["-c", program, *QUICK, photos], photos, path)
    assert (done.returncode, done.stderr) == (0, "")
    assert marked(marks) == []


@pytest.mark.parametrize("package", ["engine", "gallery_app"])
def test_a_package_started_by_its_name_leaves_the_current_folder_first(photos: Path, package: str) -> None:
    """Python puts it first for `-m`; what is looked for before our package begins is Python's own affair."""
    marks = plant(photos, ("PIL/__init__", "numpy", "argparse", "ctypes/__init__", "sqlite3/__init__"))
    done = start(["-m", package, "--help"], photos)
    assert done.returncode == 0, done.stderr
    assert marked(marks) == []


def test_decode_workers_run_nothing_that_pythonpath_names(photos: Path) -> None:
    marks = plant(photos)
    done = start(["-I", "-m", "engine", *QUICK, photos], photos, os.pathsep.join(["", ".", str(photos)]))
    assert (done.returncode, done.stderr) == (0, "")
    assert marked(marks) == []


@pytest.mark.parametrize("flags", [[], ["-P"], ["-I"], ["-s", "-B"]])
def test_a_child_finds_our_packages_from_any_folder(tmp_path: Path, flags: list[str]) -> None:
    """Also from a checkout that is found by the current folder alone, and by PYTHONPATH."""
    script = (
        "import json, engine.core.interpreter as o; print(json.dumps(o.child_command('engine', 'methods', '--json')))"
    )
    outside = f"import sys; sys.path.append({ROOT!r}); " if flags else ""
    output = start([*flags, "-c", outside + script], Path(ROOT)).stdout
    done = subprocess.run(json.loads(output), cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert any(method["name"] == "dec" for method in json.loads(done.stdout))


def test_the_current_folder_counts_where_our_packages_lie_in_it(tmp_path: Path) -> None:
    script = (
        "import engine.core.interpreter as o; o.leave_current_folder(); import gallery_app; print(gallery_app.__path__)"
    )
    assert str(Path(ROOT, "gallery_app")) in start(["-c", script], Path(ROOT)).stdout
    assert str(Path(ROOT, "gallery_app")) in start(["-c", script], tmp_path, ROOT).stdout


def test_a_folder_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone');"
        f"sys.path.insert(0, {ROOT!r}); import engine.core.interpreter as o; o.leave_current_folder(); print('fine')"
    )
    if sys.platform == "win32":
        pytest.skip("Windows keeps a folder that somebody is in")
    assert start(["-c", script], tmp_path).stdout == "fine\n"


def test_what_is_installed_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    python = str(Path(os.__file__).parent)
    installed = sysconfig.get_path("purelib")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([python, installed]))
    assert {python, installed} <= set(search_path())


def test_a_folder_of_photos_within_pythons_own_is_as_foreign_as_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.chdir(photos)
    monkeypatch.setattr(sys, "path", [str(photos), *sys.path])
    assert str(photos) not in search_path()


def test_a_path_object_among_the_folders_is_told_to_a_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, tmp_path])
    command = child_command("engine.core.errors")
    assert subprocess.run(command, capture_output=True, text=True).stderr == ""


def test_a_child_reads_and_writes_text_as_this_process_does_and_is_known_by_its_module() -> None:
    command = child_command("engine.service.worker", "--help")
    assert command[-2:] == ["engine.service.worker", "--help"]
    command[command.index("-c") + 1] = "import sys; print(sys.flags.utf8_mode, sys.flags.isolated)"
    modes = subprocess.run(command, capture_output=True, text=True)
    assert modes.stdout.split() == [str(sys.flags.utf8_mode), "1"]


def test_a_bundle_starts_its_console_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "photoloom"))
    program = "photoloom-engine.exe" if sys.platform == "win32" else "photoloom-engine"
    assert child_command("engine.service.worker", "--library", "x") == [
        str(tmp_path / program),
        "--module",
        "engine.service.worker",
        "--library",
        "x",
    ]


@pytest.mark.parametrize("users_own", [None, "/users/own"])
def test_a_bundle_hands_its_own_libraries_to_no_other_program(
    monkeypatch: pytest.MonkeyPatch, users_own: str | None
) -> None:
    before = list(sys.path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for name in ("LD_LIBRARY_PATH", "_PYI_ARCHIVE_FILE"):
        monkeypatch.setenv(name, "/bundle/_internal")
    if users_own is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    else:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", users_own)
    leave_current_folder()
    assert not [name for name, value in os.environ.items() if value.startswith("/bundle")]
    assert os.environ.get("LD_LIBRARY_PATH") == users_own
    assert sys.path == before
