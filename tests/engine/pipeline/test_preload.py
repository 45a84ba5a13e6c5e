"""Imports on a thread of their own: a cancel is heard meanwhile, errors are told, nothing comes without need."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from PIL.ExifTags import IFD

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from engine.pipeline.preload import Preload


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Opens for a module `behind_the_gate`, whose import waits for it."""
    monkeypatch.syspath_prepend(tmp_path)
    module, event = ModuleType("the_gate"), threading.Event()
    module.event = event  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "the_gate", module)
    (tmp_path / "behind_the_gate.py").write_text("import the_gate\nthe_gate.event.wait(60)\n")
    (tmp_path / "broken_module.py").write_text("raise OSError('no disk')\n")
    yield event
    event.set()
    sys.modules.pop("behind_the_gate", None)


def test_a_cancel_is_heard_while_an_import_takes_its_time(gate: threading.Event) -> None:
    job = Job(on_progress=lambda progress: job.cancel())
    preload = Preload("behind_the_gate")
    with pytest.raises(Cancelled):
        preload.wait(job, "cluster")
    gate.set()
    preload.wait(Job(), "cluster")
    assert "behind_the_gate" in sys.modules


@pytest.mark.usefixtures("gate")
def test_what_an_import_raises_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(OSError, match="no disk"):
        Preload("json", "broken_module").wait(Job(), "cluster")


def test_nothing_is_embedded_before_the_imports_are_over(
    gate: threading.Event, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Embedding may import torch as well: a package that two threads import is half there for one of them."""
    imported: list[bool] = []

    def embed(*_arguments: object) -> None:
        imported.append("behind_the_gate" in sys.modules and gate.is_set())
        raise Cancelled("embed")

    monkeypatch.setattr("engine.pipeline.organise.TRAINING", ("behind_the_gate",))
    monkeypatch.setattr("engine.pipeline.organise.embed", embed)
    job = Job(on_progress=lambda progress: gate.set() if progress.stage == "embed" else None)
    library, root = open_library(photos, tmp_path / "library", "test")
    with library, pytest.raises(Cancelled):
        organise(library, root, OrganiseOptions(k=2), job)
    assert imported == [True]


PROGRAM = """
import sys
from pathlib import Path
from engine.core.job import Job
from engine.library.library import open_library
from engine.pipeline.organise import organise
from engine.pipeline.options import OrganiseOptions

library, root = open_library(Path(sys.argv[1]), Path(sys.argv[2]), "test")
with library:
    words = OrganiseOptions(k=2, map="pca", backbone="efficientnet_lite0", parameters={"rounds": 5, "updates": 1})
    trained = organise(library, root, words, Job()).trained
print(trained, sorted({"torch", "sklearn", "scipy"} & sys.modules.keys()))
"""


def test_a_folder_that_has_not_changed_imports_nothing_heavy(demo: Path, tmp_path: Path) -> None:
    def run() -> str:
        options = [sys.executable, "-c", PROGRAM, str(photos), str(tmp_path / "library")]
        return subprocess.run(options, capture_output=True, text=True, check=True).stdout.strip()

    photos = tmp_path / "photos"
    photos.mkdir()
    for path in sorted((demo / "DCIM").rglob("*.jpg"))[:6]:
        (photos / path.name).write_bytes(path.read_bytes())
    assert run() == "1 ['scipy', 'sklearn', 'torch']"
    assert run() == "0 []"


def test_towns_are_looked_up_only_where_they_are_written(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update({1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 17.0, 40.0)})
    for shade in range(6):
        Image.new("RGB", (64, 48), (40 * shade, 90, 120)).save(photos / f"{shade}.jpg", exif=exif)

    def run(*more: str) -> str:
        words = [
            "organise",
            str(photos),
            "--library",
            str(tmp_path / "library"),
            "--k",
            "2",
            "--method",
            "kmeans",
            *more,
        ]
        command = [sys.executable, "-X", "importtime", "-m", "engine", *words, "--map", "pca", "-q"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stderr

    run()
    assert "reverse_geocode" not in (plain := run())
    assert "scipy" not in plain
    assert "scipy" in run("--out", str(tmp_path / "out.json"))
