"""What all tests share: the pictures, and a data folder that is not the user's."""

from __future__ import annotations

import json
import os
import shutil
import sys

# Before numpy or torch is imported: the tests run side by side, one core each.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("PHOTOLOOM_REST", "0")  # their pictures are finished when a test begins (test_growing.py)

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.paths import GALLERIES, ROOT

# Or every run, and each of the hundreds of processes that tests start, would compile the whole program anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("any machine", deadline=None)  # how long an example takes is the machine's business
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def photoloom_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder for this session: libraries, and the networks exported once for all tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PHOTOLOOM_HOME", str(home))
        yield home


@pytest.fixture(scope="session")
def demo() -> Path:
    """The demo gallery."""
    return ROOT / "resources" / "demo"


@pytest.fixture(scope="session")
def some_photos(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty of the demo's pictures, four of each kind, in a folder that tests copy and never change."""
    kinds: dict[str, list[str]] = {}
    for path, kind in sorted(json.loads((demo / "labels.json").read_text("utf-8")).items()):
        kinds.setdefault(kind, []).append(path)
    folder = tmp_path_factory.mktemp("photos") / "Phone"
    for paths in kinds.values():
        for path in paths[:4]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(demo / path, folder / path)
    return folder


@pytest.fixture
def photos(some_photos: Path, tmp_path: Path) -> Path:
    """A folder of forty pictures of one's own."""
    return Path(shutil.copytree(some_photos, tmp_path / "Phone"))


@pytest.fixture(scope="session")
def desk() -> Path:
    """543 labelled pictures."""
    if not (GALLERIES / "desk").is_dir():
        pytest.skip("needs the gallery shared/galleries/desk beside the checkout")
    return GALLERIES / "desk"


@pytest.fixture(scope="session")
def edge() -> Path:
    """49 awkward and broken files."""
    if not (GALLERIES / "edge").is_dir():
        pytest.skip("needs the gallery shared/galleries/edge beside the checkout")
    return GALLERIES / "edge"
