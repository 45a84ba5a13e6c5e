"""The classes of each photo, from the vectors that are stored: resumable, made anew for another network, quick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Progress
from engine.embedding.backbone import open_backbone
from engine.gallery.search import Finder
from engine.gallery.searching.words import words
from engine.gallery.snapshot import load_gallery
from engine.gallery.understood import shares_of
from engine.library.catalog.understanding.class_table import TOP
from engine.library.library import Library
from engine.measure.labelled import embedded_library
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understanding import classes
from engine.pipeline.understanding.classes import Classes
from tests.engine.duplicates.drawn import landscape

BACKBONE = "efficientnet_lite0"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    photos = tmp_path / "photos"
    photos.mkdir()
    for seed in range(5):
        landscape(seed, (64, 48)).save(photos / f"{seed}.jpg")
    with embedded_library(photos, tmp_path / "library", OrganiseOptions(backbone=BACKBONE, threads=1), Job()) as opened:
        yield opened[0]


def test_the_likeliest_classes_are_those_of_the_network(library: Library) -> None:
    part = Classes(open_backbone(BACKBONE))
    part.run(library, part.pending(library), 2, Job())
    assert part.pending(library) == []
    tops = library.catalog.classes.all()
    embedding, classifier = embedding_of(library, part.backbone), classifier_of(part.backbone)
    assert classifier is not None
    logits = embedding.vectors @ classifier[0].T + classifier[1]
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares = exponentials / exponentials.sum(axis=1, keepdims=True)
    by_digest = dict(zip((f.digest for f in library.catalog.files.readable()), shares, strict=True))
    for digest, indices, found in zip(*tops, strict=True):
        expected = by_digest[digest]
        assert indices.tolist() == np.argsort(-expected, kind="stable")[:TOP].tolist()
        assert np.allclose(found, expected[indices], atol=1e-3)


def test_a_stop_keeps_what_is_done(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classes, "BLOCK", 2)
    part, said = Classes(open_backbone(BACKBONE)), []

    def stop(progress: Progress) -> None:
        said.append((progress.stage, progress.done, progress.total))
        if progress.done == 2:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        part.run(library, part.pending(library), 2, job)
    assert said == [("classes", 0, 5), ("classes", 2, 5)]
    assert len(part.pending(library)) == 1  # it hears of it at the end of the next block, and keeps that
    part.run(library, part.pending(library), 2, Job())
    assert part.pending(library) == []


def test_another_network_looks_again_and_what_is_found_is_searched(library: Library) -> None:
    part = Classes(open_backbone(BACKBONE))
    part.run(library, part.pending(library), 1, Job())
    library.catalog.connection.execute("UPDATE picture_classes SET backbone = 'another'")
    assert len(part.pending(library)) == 5
    part.run(library, part.pending(library), 1, Job())
    gallery = load_gallery(library.catalog, "pca")
    indices, shares = shares_of(gallery.understood, gallery.files)
    row = int(shares[:, 0].argmax())
    word = next(word for word, classes in words().classes.items() if classes == {int(indices[row, 0])})
    found = Finder().search(gallery, f"shows:{word.split()[0]}" if " " not in word else f'shows:"{word}"')
    assert found.ranked[0] == row
    assert found.scores[row] == pytest.approx(shares[row, 0], abs=0.03)
