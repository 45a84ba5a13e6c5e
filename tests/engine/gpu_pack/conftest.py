"""A machine with an NVIDIA driver, a kit, and an index on loopback: small stand-ins for what weighs gigabytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.gpu_pack import status as status_of
from tests.engine.gpu_pack.fake_driver import compiler, make_driver
from tests.engine.gpu_pack.loopback import Loopback, pack_python, serving, uv_program
from tests.engine.gpu_pack.stand_ins import make_kit


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if compiler() is None:
        pytest.skip("needs a C compiler, for a driver that answers as it is told")
    return make_driver(tmp_path_factory.mktemp("driver"))


@pytest.fixture
def with_gpu(driver: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with an NVIDIA GPU, and an installation with the processor's torch."""
    monkeypatch.setenv("LD_LIBRARY_PATH", str(driver))
    monkeypatch.setattr(status_of, "torch_has_gpu", lambda: False)


@pytest.fixture(scope="session")
def kit_and_wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """A kit of uv, a lock of two small wheels, and a wheel in Photoloom's place; and those two."""
    uv = uv_program()
    if uv is None:
        pytest.skip("needs uv (python -m pip install uv)")
    folder = tmp_path_factory.mktemp("kit")
    return folder, make_kit(folder, tmp_path_factory.mktemp("wheels"), uv)


@pytest.fixture
def kit(kit_and_wheels: tuple[Path, list[Path]], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOLOOM_GPU_KIT", str(kit_and_wheels[0]))
    return kit_and_wheels[0]


@pytest.fixture(scope="session")
def python_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack_python(tmp_path_factory.mktemp("python"))


@pytest.fixture
def index(
    kit_and_wheels: tuple[Path, list[Path]], python_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Loopback]:
    with serving(kit_and_wheels[1], python_archive) as server:
        for name, value in {**server.environment(), "UV_HTTP_RETRIES": "0"}.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def home(tmp_path: Path, photoloom_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder; the networks that were exported for all tests are there."""
    home = tmp_path / "home"
    (photoloom_home / "models").mkdir(exist_ok=True)
    home.mkdir()
    (home / "models").symlink_to(photoloom_home / "models")
    monkeypatch.setenv("PHOTOLOOM_HOME", str(home))
    return home
