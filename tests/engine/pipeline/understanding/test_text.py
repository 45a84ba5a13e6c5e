"""The background reads what is written: in all pictures once, going on where it was stopped, and again when turned."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import PictureText, Progress
from engine.library.library import Library, open_library
from engine.library.rotations import keep_turns
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan
from engine.pipeline.understanding.text import Text

ANIMALS = ("DCIM/Camera/IMG_20250503_100000.jpg", "DCIM/Camera/IMG_20250512_103700.jpg")


@pytest.fixture
def folder(demo: Path, tmp_path: Path) -> Path:
    """Two animals, two memes and a greeting."""
    cards = sorted((demo / "WhatsApp Images").iterdir())
    made = tmp_path / "Phone"
    made.mkdir()
    for path in (*(demo / name for name in ANIMALS), *cards[:3]):
        shutil.copy2(path, made / path.name)
    return made


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    opened, root = open_library(folder, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job(), root=root)
        yield opened


def _run(library: Library, part: Text, job: Job | None = None) -> list[Progress]:
    seen: list[Progress] = []
    part.run(library, part.pending(library), 2, job or Job(seen.append))
    return seen


def _by_name(library: Library) -> dict[str, PictureText | None]:
    return {f.path: library.catalog.texts.of(f.digest or "") for f in library.catalog.files.readable()}


def test_every_picture_is_looked_at_once_and_those_with_text_are_read(library: Library) -> None:
    seen = _run(library, Text())
    assert {(p.stage, p.total) for p in seen} == {("text", 5)}
    assert [p.done for p in seen][-1] == 5
    read_in = _by_name(library)
    for name in ANIMALS:
        assert read_in.pop(Path(name).name) == PictureText()
    assert all(text is not None and text.lines for text in read_in.values())
    assert Text().pending(library) == []


def test_what_the_vector_says_is_likely_comes_first_and_is_read_whatever_the_thumbnail_shows(library: Library) -> None:
    files = {f.path: f.digest or "" for f in library.catalog.files.readable()}
    animals = [files[Path(name).name] for name in ANIMALS]
    likely = Text({digest: 0.1 if digest in animals else 0.9 for digest in files.values()})
    assert set(likely.pending(library)[3:]) == set(animals)
    for digest in files.values():
        if digest not in animals:
            library.thumbnails.remove(digest)  # it is not asked for
    _run(library, likely)
    assert len(library.catalog.texts.all()) == 3


def test_after_a_cancel_what_was_read_is_kept_and_the_rest_is_pending(library: Library) -> None:
    job = Job(lambda p: job.cancel() if p.done >= 2 else None)
    with pytest.raises(Cancelled):
        _run(library, Text(), job)
    left = Text().pending(library)
    assert 0 < len(left) <= 3
    _run(library, Text())
    assert Text().pending(library) == []


def test_a_picture_that_is_turned_is_read_again_and_its_lines_stay_where_they_are(library: Library) -> None:
    likely = {f.digest or "": 0.9 for f in library.catalog.files.readable()}
    part = Text(likely)
    _run(library, part)
    before = dict(library.catalog.texts.all())
    digest = min(before)
    keep_turns(library.catalog, {digest: 1})
    assert part.pending(library) == [digest]
    _run(library, part)
    after = library.catalog.texts.all()[digest]
    places = {line.text: line.corners[0] for line in before[digest].lines}
    found = [line for line in after.lines if line.text in places]
    assert found
    for line in found:
        assert line.corners[0] == pytest.approx(places[line.text], abs=0.03)
    assert part.pending(library) == []


def test_a_picture_that_is_gone_stays_pending_and_one_that_is_broken_is_told(library: Library, folder: Path) -> None:
    files = {f.path: f.digest or "" for f in library.catalog.files.readable()}
    gone, broken = [name for name in files if name.startswith("IMG-")][:2]
    (folder / gone).unlink()
    (folder / broken).write_bytes(b"\xff\xd8\xff\xe0 no picture")
    part = Text(dict.fromkeys(files.values(), 0.9))
    _run(library, part)
    assert part.pending(library) == [files[gone]]
    assert list(library.catalog.texts.problems()) == [files[broken]]
