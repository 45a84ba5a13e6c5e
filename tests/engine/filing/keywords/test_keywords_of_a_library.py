"""Keywords written into the photos of a library: they are the same photos, and nothing is looked at again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.job import Job
from engine.edits import Rename
from engine.edits.history import History
from engine.filing.acting.act import act
from engine.filing.acting.undo import undo
from engine.filing.actions.keywords import Keywords
from engine.filing.keywords.reading import keywords_within, read_keywords
from engine.filing.keywords.xmp import merge, read
from engine.filing.operations import FilingOptions, Operation
from engine.filing.planning.plan import plan, write_plan
from engine.filing.taking_over.proposals import proposal
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions, Outcome
from engine.pipeline.organise import organise
from tests.engine.filing.files import ids_of, opened, tree

OPTIONS = OrganiseOptions(k=2, method="kmeans", map="pca", backbone="efficientnet_lite0")


def known(library: Library) -> object:
    """What the library says of its photos, but for their bytes."""
    catalog = library.catalog
    assignments = catalog.clusters.assignments()
    files = {f.id: f.path for f in catalog.files.readable()}
    return files, assignments.clusters, assignments.confidences.tolist(), catalog.corrections.all()


@pytest.mark.parametrize("embed", [True, False])
def test_nothing_is_new_after_keywords_were_written_or_taken_back(tmp_path: Path, embed: bool) -> None:
    photos, random = tmp_path / "photos", np.random.default_rng(5)
    photos.mkdir()
    for n, suffix in enumerate(("jpg", "png", "webp", "tif", "gif") * 3):
        shade = np.full((48, 48, 3), 220 if n % 2 else 20, np.uint8) + random.integers(0, 30, (48, 48, 3), np.uint8)
        Image.fromarray(shade).save(photos / f"{n}.{suffix}")
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:

        def again() -> Outcome:
            return organise(library, root, OPTIONS, Job())

        again()
        cluster = library.catalog.clusters.visible()[0]
        History(library.catalog).do(Rename(cluster.id, "Trips / Rome"))
        again()
        bytes_before = {path.name: path.read_bytes() for path in photos.iterdir()}
        before = known(library)
        made = plan(library, FilingOptions("keywords", embed=embed), Job())
        id_ = write_plan(library, made)
        record = act(library, id_, Job())
        assert [(o.status, o.why and str(o.why)) for o in record.plan.operations] == [("done", None)] * 15
        names = [path.name for path in photos.iterdir()]
        assert sum(name.endswith(".xmp") for name in names) == (3 if embed else 15), "a GIF has a sidecar"
        said = [read_keywords(photos / name, names) for name in bytes_before]
        assert said.count([("Trips / Rome",)]) == cluster.members
        outcome = again()
        assert (outcome.decoded, outcome.embedded, outcome.trained, outcome.moved) == (0, 0, 0, 0)
        assert known(library) == before
        names_of_clusters = {c.name for c in library.catalog.clusters.visible()}
        assert {group.name for group in proposal(library, "tags", Job())} == names_of_clusters
        undo(library, id_, None, Job())
        assert {path.name: path.read_bytes() for path in photos.iterdir()} == bytes_before
        outcome = again()
        assert (outcome.decoded, outcome.embedded, outcome.trained, outcome.moved) == (0, 0, 0, 0)
        assert known(library) == before


def test_a_sidecar_that_is_there_is_kept_in_step_with_the_photo(tmp_path: Path) -> None:
    """One photo has the keyword already, and its sidecar not: what is left of the one keeps the other from nothing."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("a.jpg", "b.jpg", "alone.jpg"):
        Image.new("RGB", (16, 16), (name[0] == "a" and "red") or "blue").save(photos / name)
    (photos / "a.jpg.xmp").write_bytes(merge(None, [("Family", "Anna")]))
    (photos / "b.xmp").write_bytes(merge(None, [("Family", "Otto")]))
    had = Operation(0, str(photos / "b.jpg"), str(photos / "b.jpg"), values={"keywords": [["Rome"]]})
    Keywords().do(had, {}.update, Job())
    with opened(photos, tmp_path / "library") as library:
        library.catalog.clusters.add({"c1": "Rome"})
        library.catalog.clusters.assign((id_, "c1", 0.5) for id_ in ids_of(library).values())
        before = tree(photos)
        id_ = write_plan(library, plan(library, FilingOptions("keywords", embed=True), Job()))
        record = act(library, id_, Job())
        done = {Path(str(o.target)).name: o.status for o in record.plan.operations}
        assert done == {"a.jpg": "done", "a.jpg.xmp": "done", "alone.jpg": "done", "b.jpg": "left", "b.xmp": "done"}
        assert {name: keywords_within(photos / name) for name in ("a.jpg", "b.jpg", "alone.jpg")} == {
            "a.jpg": [("Rome",)], "b.jpg": [("Rome",)], "alone.jpg": [("Rome",)]
        }  # fmt: skip
        assert read((photos / "a.jpg.xmp").read_bytes()) == [("Family", "Anna"), ("Rome",)]
        assert read((photos / "b.xmp").read_bytes()) == [("Family", "Otto"), ("Rome",)]
        undo(library, id_, None, Job())
        assert tree(photos) == before
