"""The Lab of the window: a model learns from a library's thumbnails, and then answers in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Progress
from engine.library.library import Library, open_library
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan
from engine.service import jobs
from engine.service import lab_jobs as lab
from engine.service.lab_messages import (
    Blend,
    Blended,
    CodesSeen,
    DrawAt,
    DrawnAt,
    DrawTypical,
    Dream,
    Dreamed,
    ModelForgotten,
    ModelTrained,
    SeeCodes,
    Squeeze,
    Squeezed,
    TrainModel,
    TypicalDrawn,
)
from engine.service.protocol import BeginJob, JobDone, Request, Result, from_json, to_json

TRAIN = TrainModel("pca", {"code": 6}, 28, True)


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[tuple[Library, int]]:
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        scan(library, root, Outcome(), Job())
        read(library, 1, Outcome(), Job())
        yield library, root


def ask(library: tuple[Library, int], request: Request, job: Job | None = None) -> Result:
    """What the engine answers, both ways through the pipe's JSON."""
    sent = from_json(to_json(BeginJob(1, "", request)))
    assert isinstance(sent, BeginJob)
    told = from_json(to_json(JobDone(1, jobs.run(*library, sent.request, job or Job()))))
    assert isinstance(told, JobDone)
    return told.result


def test_a_model_learns_and_answers(library: tuple[Library, int], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(library, SeeCodes("pca")) == ModelForgotten("pca")
    trained = ask(library, TRAIN)
    assert isinstance(trained, ModelTrained)
    files = {file.id: file.digest or "" for file in library[0].catalog.files.readable()}
    assert (trained.shape, trained.code, trained.learned) == ((28, 28, 3), 6, len(set(files.values())) * 9 // 10)
    seen = ask(library, SeeCodes("pca"))
    assert isinstance(seen, CodesSeen)
    assert set(seen.files.tolist()) <= set(files)
    assert len(seen.files) == len(set(files.values())) == len(seen.places)
    few, all_ = ask(library, Squeeze("pca", 1, 3)), ask(library, Squeeze("pca", 6, 3))
    assert isinstance(few, Squeezed)
    assert isinstance(all_, Squeezed)
    assert few.originals.shape == (3, 28, 28, 3)
    assert few.squared_error > all_.squared_error == trained.squared_error
    assert few.compression == pytest.approx(6 * all_.compression)
    tame, wild = ask(library, Dream("pca", 5, 0, 0.0)), ask(library, Dream("pca", 5, 0, 1.0))
    assert isinstance(tame, Dreamed)
    assert isinstance(wild, Dreamed)
    assert np.ptp(tame.pictures.astype(int), axis=0).max() == 0  # the average picture, five times
    assert np.ptp(wild.pictures.astype(int), axis=0).max() > 20
    contents = list(files.values())
    way = ask(library, Blend("pca", contents[0], contents[1], 4))
    assert isinstance(way, Blended)
    assert way.pictures.shape == (4, 28, 28, 3)
    typical = ask(library, DrawTypical("pca", (contents[0],)))
    assert isinstance(typical, TypicalDrawn)
    np.testing.assert_array_equal(typical.pictures[0], way.pictures[0])
    assert isinstance(ask(library, DrawAt("pca", 0.0, 0.0)), DrawnAt)
    with pytest.raises(UserError, match="None of these photos can be read"):
        ask(library, DrawTypical("pca", ("0" * 64,)))
    with pytest.raises(UserError, match="One of the two photos cannot be read"):
        ask(library, Blend("pca", contents[0], "0" * 64, 4))


def test_pictures_are_read_again_only_for_another_size(library: tuple[Library, int]) -> None:
    told: list[Progress] = []
    for request, reads in ((TRAIN, True), (TRAIN, False), (TrainModel("pca", {}, 32, True), True)):
        told.clear()
        ask(library, request, Job(told.append))
        assert any(progress.stage == "pictures" for progress in told) is reads


def test_of_many_photos_a_seeded_sample_learns(library: tuple[Library, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "MOST", 20)
    trained = ask(library, TRAIN)
    seen = ask(library, SeeCodes("pca"))
    assert isinstance(trained, ModelTrained)
    assert isinstance(seen, CodesSeen)
    assert (trained.learned, len(seen.files)) == (18, 20)


def test_a_training_that_is_stopped_leaves_what_was_learned_before(library: tuple[Library, int]) -> None:
    before = ask(library, TRAIN)
    assert isinstance(before, ModelTrained)
    job = Job(lambda progress: job.cancel() if progress.stage == "training" else None)
    with pytest.raises(Cancelled):
        ask(library, TrainModel("pca", {"code": 3}, 28, True), job)
    squeezed = ask(library, Squeeze("pca", 6, 1))
    assert isinstance(squeezed, Squeezed)
    assert squeezed.squared_error == before.squared_error
