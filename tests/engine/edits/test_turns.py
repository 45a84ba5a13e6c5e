"""How a photo is turned stays: through undo and redo, a rescan, a move, a retrain, and in the report."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from engine.core.job import Job
from engine.edits import Turn
from engine.edits.history import History
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import Library, open_library
from engine.library.rotations import kept_turns, make_turned, shown_thumbnail
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.read import read
from engine.pipeline.result import result_of, thumbnails_of
from engine.pipeline.scan import scan

QUICK = OrganiseOptions(k=2, method="kmeans", map="pca")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three wide pictures, red on their left."""
    folder = tmp_path / "Camera"
    folder.mkdir()
    for number in range(3):
        image = Image.new("RGB", (160, 90), (0, 80 * number, 200))
        image.paste((255, 0, 0), (0, 0, 40, 90))
        image.save(folder / f"{number}.jpg", quality=95)
    return folder


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[tuple[Library, int]]:
    opened, root = open_library(folder, tmp_path / "library", "a test")
    with opened:
        scan(opened, root, Outcome(), Job())
        read(opened, 1, Outcome(), Job())
        yield opened, root


def gallery_of(library: tuple[Library, int]) -> Gallery:
    return load_gallery(library[0].catalog, "pca")


def row_named(gallery: Gallery, name: str) -> int:
    return next(row for row, file in enumerate(gallery.files) if file.path == name)


def turn(library: tuple[Library, int], name: str, quarters: int) -> str:
    gallery = gallery_of(library)
    digest = gallery.content(row_named(gallery, name)).digest
    History(library[0].catalog).do(Turn([digest], quarters))
    return digest


def is_turned(library: tuple[Library, int], name: str) -> int:
    gallery = gallery_of(library)
    return gallery.turn(row_named(gallery, name))


def test_a_turned_photo_is_as_high_as_it_was_wide(library: tuple[Library, int]) -> None:
    turn(library, "1.jpg", 1)
    gallery = gallery_of(library)
    content = gallery.content(row_named(gallery, "1.jpg"))
    assert (content.width, content.height) == (90, 160)
    assert [round(float(a), 3) for a in gallery.aspects] == [round(160 / 90, 3), round(90 / 160, 3), round(160 / 90, 3)]
    turn(library, "1.jpg", 1)
    assert gallery_of(library).aspects.min() > 1
    known = load_gallery(library[0].catalog, "pca", gallery)  # as after an edit, which reads no files
    assert known.content(row_named(known, "1.jpg")).width == 160
    assert known.aspects.min() > 1


@pytest.mark.parametrize(("quarters", "red"), [(1, (45, 5)), (2, (155, 45)), (3, (45, 155))])
def test_its_thumbnail_is_turned_clockwise(library: tuple[Library, int], quarters: int, red: tuple[int, int]) -> None:
    digest = turn(library, "1.jpg", quarters)
    make_turned(library[0], kept_turns(library[0].catalog))
    with Image.open(shown_thumbnail(library[0], digest, quarters)) as image:
        found = image.convert("RGB").getpixel(red)
    assert isinstance(found, tuple)
    assert found[0] > 200 > 60 > found[2]
    assert library[0].thumbnails.digests() == {file.digest for file in gallery_of(library).files}


def test_undo_and_redo_name_it_and_turn_it(library: tuple[Library, int]) -> None:
    history = History(library[0].catalog)
    for quarters, name in ((1, "right"), (-1, "left"), (3, "left"), (2, "upside down")):
        turn(library, "1.jpg", quarters)
        assert str(history.undo_label).startswith("turn 1 photo")
        assert str(history.undo_label).endswith(name)
        history.undo()
        assert is_turned(library, "1.jpg") == 0
        history.redo()
        assert is_turned(library, "1.jpg") == quarters % 4
        history.undo()
    assert kept_turns(library[0].catalog) == {}


@pytest.mark.parametrize("act", ["move", "touch", "copy"])
def test_it_stays_where_the_file_does_not_change(library: tuple[Library, int], folder: Path, act: str) -> None:
    turn(library, "1.jpg", 1)
    name = "1.jpg"
    if act == "touch":
        (folder / name).touch()
    else:
        (folder / "below").mkdir()
        name = "below/other.jpg"
        data = (folder / "1.jpg").read_bytes()
        if act == "move":
            (folder / "1.jpg").unlink()
        (folder / name).write_bytes(data)
    scan(*library, Outcome(), Job())
    read(library[0], 1, Outcome(), Job())
    assert is_turned(library, name) == 1


def test_one_that_was_edited_is_shown_as_it_is_now(library: tuple[Library, int], folder: Path) -> None:
    turn(library, "1.jpg", 1)
    with Image.open(folder / "1.jpg") as image:
        image.transpose(Image.Transpose.ROTATE_270).save(folder / "1.jpg")
    scan(*library, Outcome(), Job())
    read(library[0], 1, Outcome(), Job())
    assert is_turned(library, "1.jpg") == 0


def test_it_stays_through_a_retrain_and_a_restart_and_is_seen_in_the_report(
    library: tuple[Library, int], folder: Path
) -> None:
    turn(library, "1.jpg", 1)
    outcome = organise(*library, QUICK, Job(), RetrainPolicy(force=True))
    assert outcome.trained == 1
    assert is_turned(library, "1.jpg") == 1
    with Library(library[0].folder, None) as again:
        shown = thumbnails_of(again, library[1])
        sizes = {}
        for path, thumbnail in shown.items():
            with Image.open(thumbnail) as image:
                sizes[path] = image.size
    assert sizes == {"0.jpg": (160, 90), "1.jpg": (90, 160), "2.jpg": (160, 90)}


def test_organise_tells_the_thumbnail_that_is_shown(library: tuple[Library, int]) -> None:
    turn(library, "1.jpg", 1)
    opened, root = library
    outcome = organise(opened, root, QUICK, Job())
    shown = {photo["path"]: photo["thumbnail"] for photo in result_of(opened, root, QUICK, outcome)["photos"]}
    sizes = {}
    for path, thumbnail in shown.items():
        with Image.open(opened.folder / thumbnail) as image:
            sizes[path] = image.size
    assert sizes == {"0.jpg": (160, 90), "1.jpg": (90, 160), "2.jpg": (160, 90)}


def test_organise_tells_no_town_where_only_the_country_is_known(library: tuple[Library, int]) -> None:
    files = library[0].catalog.files
    files.add_contents(c._replace(latitude=23.0, longitude=12.0) for c in files.contents().values())  # the Sahara
    outcome = organise(*library, QUICK, Job())
    photos = result_of(*library, QUICK, outcome)["photos"]
    assert {(photo["town"], photo["country"]) for photo in photos} == {(None, "Niger")}


def test_a_thumbnail_that_is_missing_is_turned_later(library: tuple[Library, int]) -> None:
    digest = turn(library, "1.jpg", 1)
    plain = library[0].thumbnails.path(digest)
    data = plain.read_bytes()
    plain.unlink()
    make_turned(library[0], {digest: 1})
    assert shown_thumbnail(library[0], digest, 1) == plain
    plain.write_bytes(data)
    make_turned(library[0], {digest: 1})
    assert shown_thumbnail(library[0], digest, 1) != plain
    assert shown_thumbnail(library[0], digest, 1).exists()


def test_a_turned_thumbnail_that_cannot_be_written_ends_nothing(library: tuple[Library, int]) -> None:
    digest = turn(library, "1.jpg", 1)
    folder = library[0].folder / "turned"
    shutil.rmtree(folder, ignore_errors=True)
    folder.touch()  # a file is in the way, as a full disk would be
    make_turned(library[0], {digest: 1})
    assert shown_thumbnail(library[0], digest, 1) == library[0].thumbnails.path(digest)
