"""Jobs of the window that test_worker.py does not ask for through the pipe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.efficientnet_lite import EfficientNetLite
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.read import read
from engine.pipeline.scan import scan
from engine.service import protocol
from engine.service.jobs import run

OPTIONS = OrganiseOptions(k=4, method="kmeans", map="pca", backbone="efficientnet_lite0")


def test_the_curve_needs_no_network_once_photos_are_organised(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        organise(library, root, OPTIONS, Job())
        monkeypatch.delattr(EfficientNetLite, "classifier")
        found = run(library, root, protocol.EvaluateK(OrganiseOptions()), Job())
    assert isinstance(found, protocol.KEvaluated)
    assert [point.k for point in found.curve] == list(range(2, 2 + len(found.curve)))
    assert len(found.curve) > 3
    assert all(None not in point for point in found.curve)


@pytest.fixture
def half_read(photos: Path, tmp_path: Path) -> Iterator[tuple[Library, int]]:
    """A library in which photos wait that were read and not embedded: new ones, and one that was edited in place."""
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        organise(library, root, OPTIONS, Job())
        edited, *others = sorted((photos / "DCIM").rglob("*.jpg"))
        for number, photo in enumerate(others[:3]):
            shutil.copy2(photo, photos / f"new {number}.jpg")
            with (photos / f"new {number}.jpg").open("ab") as file:
                file.write(b"another picture")
        with edited.open("ab") as file:
            file.write(b"an edit")
        scan(library, root, Outcome(), Job())
        read(library, 1, Outcome(), Job())
        yield library, root


@pytest.mark.parametrize("name", ["grid", "neighbours", "pca"])
def test_a_map_is_of_the_photos_that_have_vectors_and_takes_in_the_others_later(
    half_read: tuple[Library, int], name: str
) -> None:
    library, root = half_read
    run(library, root, protocol.LayOutMap(OrganiseOptions(map=name)), Job())
    laid_out = library.catalog.clusterings.projection(name)
    assert laid_out is not None
    assert len(laid_out[0].ids) >= 39
    organise(library, root, replace(OPTIONS, map=name), Job(), RetrainPolicy(keep=True))
    laid_out = library.catalog.clusterings.projection(name)
    assert laid_out is not None
    assert set(laid_out[0].ids.tolist()) == {f.id for f in library.catalog.files.readable()}


def test_the_curve_and_a_replay_are_of_the_photos_that_have_vectors(half_read: tuple[Library, int]) -> None:
    curve = run(*half_read, protocol.EvaluateK(OrganiseOptions()), Job())
    assert isinstance(curve, protocol.KEvaluated)
    assert len(curve.curve) > 3
    replay = run(*half_read, protocol.LayOutReplay(), Job())
    assert isinstance(replay, protocol.ReplayLaidOut)
    assert replay.frames > 0


def test_a_split_leaves_what_has_no_vector_in_its_cluster(half_read: tuple[Library, int]) -> None:
    library, root = half_read
    places = library.catalog.files.vector_locations("efficientnet_lite0")
    edited = next(f.id for f in library.catalog.files.readable() if f.digest not in places and "DCIM" in f.path)
    cluster = library.catalog.clusters.assignments_of([edited])[edited][0]
    asked = protocol.SplitCluster(cluster, 2, OrganiseOptions())
    assert run(library, root, asked, Job()) == protocol.ClusterSplit(2)
    assert library.catalog.clusters.assignments_of([edited])[edited][0] == cluster


@pytest.mark.parametrize("kind", [protocol.LayOutMap, protocol.EvaluateK])
def test_nothing_is_laid_out_before_anything_is_organised(photos: Path, tmp_path: Path, kind: type) -> None:
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        scan(library, root, Outcome(), Job())
        read(library, 1, Outcome(), Job())
        with pytest.raises(UserError, match="not organised yet"):
            run(library, root, kind(OrganiseOptions()), Job())


def test_that_nothing_would_get_better_is_told(tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.service.jobs.organise", lambda *_args, **_more: Outcome(trained=1, in_doubt=12))
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        result = run(library, root, protocol.Organise(OPTIONS, force=True, propose=True), Job())
    assert isinstance(result, protocol.Organised)
    assert (result.proposed, result.in_doubt) == (None, 12)
    assert "in_doubt" not in result.counters
