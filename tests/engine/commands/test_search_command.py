"""`search`: the photos that the window's field shows, in its order, with reasons; nothing is taken in or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.commands.parser import parse
from engine.commands.run import COMMANDS, FAILED, run
from engine.core.job import Job
from engine.core.records import PictureText, TextLine
from engine.embedding.backbone import open_backbone
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.search import Finder
from engine.gallery.snapshot import load_gallery
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.library import open_library
from engine.measure.labelled import embedded_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understanding.classes import Classes
from tests.engine.duplicates.drawn import landscape

OPTIONS = OrganiseOptions(backbone="efficientnet_lite0", threads=1)
CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.1), (0.0, 0.1))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Five drawn landscapes with their classes; a receipt's words stand in two of them."""
    base = tmp_path_factory.mktemp("search")
    photos, library = base / "photos", base / "library"
    photos.mkdir()
    for seed in range(5):
        landscape(seed, (320, 240)).save(photos / f"{seed}.jpg")
    with embedded_library(photos, library, OPTIONS, Job()) as (opened, _):
        part = Classes(open_backbone("efficientnet_lite0"))
        part.run(opened, part.pending(opened), 2, Job())
        assert part.pending(opened) == []
        digest = {file.path: file.digest or "" for file in opened.catalog.files.readable()}
        for name, line in (("1.jpg", "Subtotal 12,50"), ("3.jpg", "TOTAL 20,00")):
            text = PictureText((TextLine(line, CORNERS, 0.9),))
            opened.catalog.texts.save("test", [ReadText(digest[name], 0, text)])
    return photos, library


def searched(
    folders: tuple[Path, Path], query: str, capsys: pytest.CaptureFixture[str], *more: str
) -> dict[str, object]:
    words = parse(["search", str(folders[0]), "--library", str(folders[1]), "--json", *more, "--", query])
    COMMANDS["search"](words, Job())
    said: dict[str, object] = json.loads(capsys.readouterr().out)
    return said


def test_hits_come_best_first_with_reasons(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    said = searched(folders, "toatl", capsys)
    assert (said["version"], said["query"], said["found"]) == (1, "toatl", 2)
    assert said["instead"] == [{"word": "toatl", "instead": "total"}]
    hits = said["hits"]
    assert [(hit["path"], hit["why"]) for hit in hits] == [("3.jpg", ["text: total"]), ("1.jpg", ["text: total"])]  # type: ignore[attr-defined]
    assert hits[0]["score"] > hits[1]["score"]  # type: ignore[index]
    assert len(searched(folders, "total", capsys, "-n", "1")["hits"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["landscape", "valley", "total", "jpg", "animal", "-total", "mountain total"])
def test_the_field_shows_the_same_in_the_same_order(
    folders: tuple[Path, Path], query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library(folders[0], folders[1], "test")[0] as opened:
        gallery = load_gallery(opened.catalog, "pca")
    shown = filter_gallery(gallery, FilterOptions(query), Finder())
    assert shown.order is not None
    rows = sorted(shown.rows.tolist(), key=shown.order.__getitem__)
    hits = searched(folders, query, capsys)["hits"]
    assert [hit["path"] for hit in hits] == [gallery.files[row].path for row in rows]  # type: ignore[attr-defined]


def test_nothing_is_taken_in_and_a_window_may_have_it_open(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    new = folders[0] / "new total.jpg"
    landscape(9, (64, 48)).save(new)
    try:
        with open_library(folders[0], folders[1], "a window")[0] as opened:
            assert searched(folders, "total", capsys)["found"] == 2
            assert len(opened.catalog.files.all()) == 5
    finally:
        new.unlink()


def test_a_folder_without_a_library_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library"
    assert run(parse(["search", str(tmp_path), "dog", "--library", str(library)])) == FAILED
    assert "`organise` it first" in capsys.readouterr().err
    assert not library.exists()
