"""Methods compared for the window on a real library, and one of them taken: it is the one that was shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.clustering.quality import nmi
from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.partials import MethodCompared, Partial
from engine.core.records import UNSURE
from engine.edits import Move
from engine.edits.activation import activate
from engine.edits.history import History
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from engine.service import lab_messages, protocol
from engine.service.jobs import run

OPTIONS = OrganiseOptions(k=3, method="kmeans", map="pca", backbone="efficientnet_lite0")
Opened = tuple[Library, int]


@pytest.fixture(scope="module")
def made(some_photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of forty pictures: what each test has its own copy of."""
    place = tmp_path_factory.mktemp("made") / "library"
    library, root = open_library(some_photos, place, "test")
    with library:
        organise(library, root, OPTIONS, Job())
    return place


@pytest.fixture
def opened(made: Path, some_photos: Path, tmp_path: Path) -> Iterator[Opened]:
    library, root = open_library(some_photos, Path(shutil.copytree(made, tmp_path / "library")), "test")
    with library:
        yield library, root


def compared(opened: Opened, *methods: str, by_folders: bool = False) -> list[MethodCompared]:
    found: list[Partial] = []
    request = lab_messages.CompareMethods(methods, 4, (0, 1), OPTIONS, by_folders)
    assert run(*opened, request, Job(on_partial=found.append)) == lab_messages.MethodsCompared()
    return [part for part in found if isinstance(part, MethodCompared)]


def taken(opened: Opened, method: str) -> int:
    """The clustering that is proposed when the window takes what was shown."""
    options = OrganiseOptions(k=4, method=method, map="pca", backbone="efficientnet_lite0")
    done = run(*opened, protocol.Organise(options, force=True, propose=True, unaided=True), Job())
    assert isinstance(done, protocol.Organised)
    assert done.proposed is not None
    return done.proposed


def test_each_method_is_handed_out_with_its_clusters_and_who_it_agrees_with(opened: Opened) -> None:
    library, _ = opened
    kmeans, ward = compared(opened, "kmeans", "ward", by_folders=True)
    assert (kmeans.method, ward.method) == ("kmeans", "ward")
    assert kmeans.nmi == ()
    assert ward.nmi == pytest.approx((nmi(kmeans.labels, ward.labels),), abs=0.2)  # the mean over two seeds
    assert ward.stability == pytest.approx(1)
    assert 0 < (ward.agreement or 0) <= 1
    own = {c.id for c in library.catalog.clusters.all()} - {UNSURE}
    likes = [like for like in ward.like if like]
    assert len(likes) == len(set(likes)) == 3  # the library has three clusters, the method four
    assert set(likes) <= own


def test_corrections_judge_once_there_are_enough(opened: Opened) -> None:
    library, _ = opened
    assert compared(opened, "ward")[0].agreement is None
    now = library.catalog.clusters.assignments()
    for cluster in sorted(set(now.clusters)):
        files = [f for f, c in zip(now.ids.tolist(), now.clusters, strict=True) if c == cluster]
        History(library.catalog).do(Move(files[:4], cluster))
    assert 0 <= (compared(opened, "ward")[0].agreement or -1) <= 1


@pytest.mark.parametrize("method", ["kmeans", "ward"])
def test_what_is_taken_is_what_was_shown(opened: Opened, method: str) -> None:
    library, _ = opened
    (shown,) = compared(opened, method)
    clustering = library.catalog.clusterings.get(taken(opened, method))
    np.testing.assert_array_equal(clustering.ids, shown.files)
    assert nmi(clustering.labels, shown.labels) == pytest.approx(1)
    assert len(np.unique(clustering.labels)) == len(np.unique(shown.labels)) == 4


def test_corrections_hold_and_change_nothing_else(opened: Opened) -> None:
    """The method is not told of them, for what was shown was not: they are laid over its clusters."""
    library, _ = opened
    before = library.catalog.clusters.assignments()
    source, target = sorted({*before.clusters} - {UNSURE})[:2]
    moved = [f for f, c in zip(before.ids.tolist(), before.clusters, strict=True) if c == source][:3]
    History(library.catalog).do(Move(moved, target))
    (shown,) = compared(opened, "kmeans")
    id_ = taken(opened, "kmeans")
    clustering = library.catalog.clusterings.get(id_)
    others = ~np.isin(clustering.ids, moved)
    assert nmi(clustering.labels[others], shown.labels[others]) == pytest.approx(1)
    activate(library.catalog, id_, "use it")
    now = library.catalog.clusters.assignments()
    cluster_of = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    assert {cluster_of[file] for file in moved} == {target}
    History(library.catalog).undo()
    again = library.catalog.clusters.assignments()
    undone = dict(zip(again.ids.tolist(), again.clusters, strict=True))
    assert undone == dict(zip(before.ids.tolist(), before.clusters, strict=True)) | dict.fromkeys(moved, target)


def test_a_stop_keeps_what_is_there(opened: Opened) -> None:
    found: list[Partial] = []

    def take(part: Partial) -> None:
        found.append(part)
        job.cancel()

    job = Job(on_partial=take)
    with pytest.raises(Cancelled):
        run(*opened, lab_messages.CompareMethods(("ward", "kmeans"), 4, (0,), OPTIONS), job)
    assert len(found) == 1


def test_too_many_clusters_are_refused_in_a_sentence(opened: Opened) -> None:
    with pytest.raises(UserError, match="k = 99 is more than the 40 photos"):
        run(*opened, lab_messages.CompareMethods(("ward",), 99, (0,), OPTIONS), Job())
