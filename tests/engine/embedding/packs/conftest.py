"""A small made-up pack, made once; and a data folder of one's own to add it to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.embedding.packs.install import add
from engine.embedding.packs.shelf import Pack
from engine.embedding.packs.sources import offer, open_source
from tests.engine.embedding.packs.make_pack import make_pack
from tests.engine.embedding.packs.serving import PackServer, serving


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pack(tmp_path_factory.mktemp("made") / "colours")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """The files of the pack, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "colours"))


@pytest.fixture
def server(folder: Path) -> Iterator[PackServer]:
    with serving(folder) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOLOOM_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def pack(made: Path, home: Path) -> Pack:
    """The pack, added."""
    source = open_source(str(made))
    return add(home, source, offer(source), Job())
