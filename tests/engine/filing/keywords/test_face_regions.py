"""Named faces are written beside keywords: merged with what other programs marked, never in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from engine.core.job import Job
from engine.core.records import Box, Person
from engine.edits import Rename
from engine.edits.history import History
from engine.filing.acting.act import act
from engine.filing.acting.undo import undo
from engine.filing.keywords.faces import Marked, merge_faces
from engine.filing.keywords.xmp import merge, read
from engine.filing.operations import FilingOptions
from engine.filing.planning.plan import plan, write_plan
from engine.library.catalog.understanding.face_table import FoundFace
from engine.library.library import open_library
from engine.library.metadata.regions import Region, regions_of, regions_of_xmp
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from tests.engine.library.metadata.test_regions import PICASA, WINDOWS, digikam

ANN, BOB = Box(0.1, 0.2, 0.2, 0.3), Box(0.6, 0.3, 0.1, 0.2)


def marked(*faces: tuple[str, Box], orientation: int = 1) -> Marked:
    return Marked(faces, *((400, 300) if orientation < 5 else (300, 400)), orientation)


def told(xmp: bytes, orientation: int = 1) -> dict[str, Box]:
    size = marked(orientation=orientation)
    return {region.name: region.box for region in regions_of_xmp(xmp, size.width, size.height, orientation)}


def same(one: dict[str, Box], other: dict[str, Box]) -> bool:
    return one.keys() == other.keys() and all(one[name] == pytest.approx(other[name], abs=1e-5) for name in one)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_regions_are_read_as_they_were_written(orientation: int) -> None:
    empty = merge(None, [("Trips",)])
    made = merge_faces(empty, marked(("Ann & <Bob>", ANN), ("Zoë", BOB), orientation=orientation))
    assert same(told(made, orientation), {"Ann & <Bob>": ANN, "Zoë": BOB})
    assert read(made) == [("Trips",)]
    assert merge_faces(made, marked(("Ann", ANN), orientation=orientation)) == made


@pytest.mark.parametrize("xmp", [digikam(400, 300, ANN), PICASA], ids=["digikam", "picasa"])
def test_what_others_marked_stays(xmp: bytes) -> None:
    made = merge_faces(xmp, marked(("Annie", ANN), ("Bob", BOB)))
    assert same(told(made), {"Ann": ANN, "Bob": BOB})
    at = next(i for i, (a, b) in enumerate(zip(xmp, made, strict=False)) if a != b)
    assert made.endswith(xmp[at:])  # nothing but what was put in is new


def test_people_of_windows_are_known_and_others_are_written_beside_them() -> None:
    made = merge_faces(WINDOWS, marked(("Annie", ANN), ("Bob", BOB)))
    assert same(told(made), {"Ann": ANN, "Bob": BOB})


def test_regions_of_a_picture_that_was_cropped_are_left_alone() -> None:
    cropped = digikam(400, 200, ANN)
    assert merge_faces(cropped, marked(("Bob", BOB))) == cropped


def test_a_prefix_that_means_something_else_is_left_alone() -> None:
    other = merge(None, []).replace(b'rdf:about=""', b'rdf:about="" xmlns:stArea="urn:other" stArea:x="1"')
    assert merge_faces(other, marked(("Bob", BOB))) == other


@pytest.mark.parametrize("embed", [True, False])
def test_names_are_filed_with_keywords_and_taken_back(tmp_path: Path, embed: bool) -> None:
    folder = tmp_path / "Photos"
    folder.mkdir()
    for n in range(4):
        Image.new("RGB", (400, 300), (60 * n, 90, 120)).save(folder / f"{n}.jpg")
    library, root = open_library(folder, tmp_path / "library", "a test")
    with library:
        organise(library, root, OrganiseOptions(k=2, method="kmeans", map="pca", backbone="efficientnet_lite0"), Job())
        catalog = library.catalog
        History(catalog).do(Rename(catalog.clusters.visible()[0].id, "Trips"))
        digest = next(f.digest for f in catalog.files.readable() if f.path == "0.jpg") or ""
        catalog.faces.put("a model", {digest: [FoundFace(ANN, 0.9), FoundFace(BOB, 0.9)]})
        catalog.faces.put_persons([Person(1, "Ann"), Person(2, "Bob", hidden=True)])
        catalog.faces.assign({1: 1, 2: 2})
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        id_ = write_plan(library, plan(library, FilingOptions("keywords", embed=embed), Job()))
        act(library, id_, Job())
        [region] = regions_of(folder / "0.jpg", 400, 300, 1)
        assert region == Region("Ann", pytest.approx(ANN, abs=1e-5))
        assert not regions_of(folder / "1.jpg", 400, 300, 1)
        now = next(f.digest for f in catalog.files.readable() if f.path == "0.jpg") or ""
        assert (now != digest) == embed
        assert [f.person for f in catalog.faces.shown() if f.digest == now] == [1, 2]  # the same photo, the same people
        undo(library, id_, None, Job())
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
