"""Which engine the window starts, and what that inherits."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from engine.core.errors import Sentence
from engine.core.interpreter import child_command
from engine.gpu_pack.choice import EngineChoice, engine_command
from engine.gpu_pack.kit import find_kit
from engine.gpu_pack.places import Marker, pack_folder, python_of, write_marker
from engine.gpu_pack.uv import Uv
from tests.engine.gpu_pack.loopback import Loopback

MODULE = "engine.service.worker"
WHOLE = Marker("", "2.14.1", 12)


def _pack(home: Path, reason: Sentence | None = None) -> Path:
    pack = pack_folder(home)
    python_of(pack).parent.mkdir(parents=True)
    python_of(pack).touch()
    write_marker(pack, Marker("", "2.14.1", 12, reason))
    return pack


def test_without_a_pack_it_is_the_installations_own(home: Path) -> None:
    assert engine_command(MODULE, "--library", "x") == (child_command(MODULE, "--library", "x"), dict(os.environ))


def test_a_whole_pack_is_started(home: Path) -> None:
    pack = _pack(home)
    command, _ = engine_command(MODULE, "--library", "x")
    assert command[0] == str(python_of(pack))
    assert "-I" in command
    assert command[-4:] == ["-m", MODULE, "--library", "x"]


def test_one_that_did_not_pass_or_lost_its_python_is_not(home: Path) -> None:
    pack = _pack(home, Sentence("It fails."))
    assert engine_command(MODULE)[0] == child_command(MODULE)
    write_marker(pack, WHOLE)
    assert engine_command(MODULE)[0] != child_command(MODULE)
    python_of(pack).unlink()
    assert engine_command(MODULE)[0] == child_command(MODULE)


def test_a_pack_that_does_not_start_twice_is_given_up_for_the_session(home: Path) -> None:
    _pack(home)
    choice = EngineChoice()
    from_pack = choice.command(MODULE)
    assert choice.failed_to_start() is None
    assert choice.command(MODULE) == from_pack
    told = choice.failed_to_start()
    assert told is not None
    assert "GPU pack does not start" in str(told)
    assert choice.command(MODULE)[0] == child_command(MODULE)
    assert choice.failed_to_start() is None  # of our own engine: that is said by the window, as ever
    assert EngineChoice().command(MODULE) == from_pack


def test_without_a_pack_an_engine_that_does_not_start_is_none_of_its_business(home: Path) -> None:
    choice = EngineChoice()
    choice.command(MODULE)
    assert [choice.failed_to_start() for _ in range(3)] == [None] * 3


def test_what_runs_from_a_pack_inherits_nothing_that_bends_it(
    home: Path, kit: Path, index: Loopback, with_gpu: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pack = pack_folder(home)
    pack.mkdir(parents=True)
    found = find_kit()
    assert found is not None
    uv = Uv(found, pack, lambda: None)
    uv.fetch_python()
    uv.install_ourselves()
    write_marker(pack, WHOLE)
    bent = ("LD_PRELOAD_NOT", "_PYI_ARCHIVE_FILE", "QT_PLUGIN_PATH", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    for name in bent:
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    command, environment = engine_command("engine.shown")
    said = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True).stdout
    inherited, path, isolated, prefix = json.loads(said)
    assert not {*bent, "LD_LIBRARY_PATH", "UV_DEFAULT_INDEX"} & inherited.keys()
    assert {"HOME", "PATH", "PHOTOLOOM_HOME", "HTTPS_PROXY"} <= inherited.keys()
    assert isolated
    assert Path(prefix).is_relative_to(pack)
    assert all(Path(entry).is_relative_to(pack) for entry in path)
