"""`photoloom-engine gpu-pack`, and the same over the pipe of the engine process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine import __version__
from engine.core.job import Job
from engine.gpu_pack.places import FOLDER
from engine.service.pack_jobs import run_pack
from engine.service.pack_messages import InstallPack, RemovePack
from tests.engine.conftest import Engine
from tests.engine.gpu_pack.fake_driver import GPU
from tests.engine.gpu_pack.loopback import Loopback

pytestmark = pytest.mark.usefixtures("with_gpu", "kit")


def test_the_pack_of_a_terminal(engine: Engine, home: Path, index: Loopback) -> None:
    offered = engine("gpu-pack", "status", "--json")
    assert json.loads(offered.stdout) == {
        "version": 1,
        "state": "offered",
        "gpu": GPU,
        "download": 3_000_000,
        "disk": 4_000_000,
        "reason": None,
    }
    installed = engine("gpu-pack", "install")
    assert installed.returncode == 0, installed.stderr
    first, last = installed.stdout.splitlines()
    assert first == f"0.00 GB are fetched at most; they take 0.00 GB in {home / FOLDER / __version__}."
    assert last == f"GPU pack: installed. The GPU is {GPU}."
    removed = engine("gpu-pack", "remove", "-q")
    assert (removed.returncode, removed.stdout) == (0, "")
    assert not (home / FOLDER).exists()


def test_a_pack_that_fails_is_one_sentence(engine: Engine, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_PYTHON_DOWNLOADS_JSON_URL", "http://127.0.0.1:9/pythons.json")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    failed = engine("gpu-pack", "install", "-q")
    assert failed.returncode == 1
    assert failed.stderr.startswith("The GPU pack could not be fetched")
    assert "Traceback" not in failed.stderr
    assert json.loads(engine("gpu-pack", "status", "--json").stdout)["state"] == "partial"


def test_the_pack_of_the_window(home: Path, index: Loopback) -> None:
    assert run_pack(InstallPack(), Job()).pack.state == "installed"
    assert run_pack(RemovePack(), Job()).pack.state == "offered"
