"""A library that version 0.1.0 has made opens as before: data/library-0.1.0.zip holds one, with its photos.

Twelve tiny pictures, two trainings by k-means, a cut, a split and ten corrections, of which the last is undone. Of what
the fits have learned only some bits of each number are kept, so that it packs.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.core.job import Job
from engine.edits.activation import activate, preview
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
from engine.versions.library_cut import activate_cut, load_library_cut
from tests.paths import ROOT

OLD = ROOT / "tests" / "data" / "library-0.1.0.zip"
READ_AT = 1_767_225_600  # when its photos were changed last, seconds


@pytest.fixture
def old(tmp_path: Path) -> Iterator[tuple[Library, int]]:
    with zipfile.ZipFile(OLD) as packed:
        packed.extractall(tmp_path)
    for photo in (tmp_path / "Holiday").rglob("*.jpg"):
        os.utime(photo, (READ_AT, READ_AT))
    library, root = open_library(tmp_path / "Holiday", tmp_path / "library", "a test")
    with library:
        yield library, root


def _state(library: Library) -> dict[str, Any]:
    """The assignments, clusters and corrections."""
    catalog = library.catalog
    assignments = catalog.clusters.assignments()
    current = catalog.clusterings.current()
    places = zip(assignments.ids.tolist(), assignments.clusters, assignments.confidences.tolist(), strict=True)
    return {
        "places": {id_: (cluster, round(confidence, 5)) for id_, cluster, confidence in places},
        "clusters": catalog.clusters.visible(),
        "corrections": catalog.corrections.all(),
        "clustering": current and current[0],
    }


def test_its_whole_history_is_undone_and_redone(old: tuple[Library, int]) -> None:
    library, _ = old
    history, first = History(library.catalog), _state(library)
    states = [first]
    while history.undo_label is not None:
        history.undo()
        states.append(_state(library))
    assert len(states) == 12
    assert {c.name: c.members for c in states[-1]["clusters"]} == {"Animals": 4, "Buildings": 4, "Group 1": 4}
    assert not states[-1]["corrections"].pins
    for state in reversed(states[:-1]):
        history.redo()
        assert _state(library) == state
    history.redo()  # what was undone when it was closed
    assert "Rename to be undone" in {c.name for c in library.catalog.clusters.visible()}
    assert history.redo_label is None
    history.undo()
    assert _state(library) == first


def test_organising_it_again_decodes_embeds_and_trains_nothing(old: tuple[Library, int]) -> None:
    library, root = old
    first = _state(library)
    outcome = organise(library, root, OrganiseOptions(), Job(), RetrainPolicy(keep=True))
    counters = outcome.counters()
    assert (counters["seen"], counters["unchanged"]) == (12, 12)
    assert (counters["decoded"], counters["embedded"], counters["trained"]) == (0, 0, 0)
    assert _state(library) == first
    gallery = load_gallery(library.catalog, "neighbours")
    assert len(gallery) == 12
    assert all(library.thumbnails.path(f.digest or "").exists() for f in gallery.files)


def test_its_clusterings_can_be_gone_back_to_and_cut(old: tuple[Library, int]) -> None:
    library, _ = old
    catalog = library.catalog
    first = _state(library)
    kept = catalog.clusterings.kept()
    assert [(k.method, k.k, k.photos) for k in kept] == [("kmeans", 6, 12), ("kmeans", 4, 12), ("kmeans", 3, 12)]
    assert preview(catalog, kept[-1].id).moved > 0
    activate(catalog, kept[-1].id, "an earlier one")
    assert load_library_cut(catalog).dendrogram.base == kept[-1].id
    activate_cut(catalog, load_library_cut(catalog).least)
    for _ in range(2):
        History(catalog).undo()
    assert _state(library) == first
