"""What the engine does for the Lab of the window: trains a model, keeps what it learned, and answers from that."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.core import devices
from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats
from engine.lab.drawing import as_pixels
from engine.lab.learned import Learned
from engine.lab.models.model import create
from engine.lab.pictures import Cut, Pictures, of_photos, photos_of
from engine.library.library import Library
from engine.service import lab_messages as messages
from engine.service.lab_messages import LabQuestion, LabResult

MOST = 5_000  # photos that a model learns from
_HELD_OUT = 0.1

_learned: dict[tuple[Path, str], Learned] = {}
_pictures: dict[Path, tuple[object, Pictures]] = {}  # those that were learned from last, and by what they are known


def _train(library: Library, _root: int, request: messages.TrainModel, job: Job) -> messages.ModelTrained:
    model, cut = create(request.model, dict(request.parameters)), Cut(request.side, request.colour)
    pictures = _pictures_of(library, cut, request.seed, job)
    started = time.perf_counter()
    trained = model.fit(pictures.learned, FitContext(request.seed, devices.resolve("auto"), job))
    seconds = time.perf_counter() - started
    learned = _learned[library.folder, request.model] = Learned.of(trained, cut, pictures, job)
    squeezed = learned.squeeze(learned.code, 0)
    height, width, channels = pictures.images.shape[1:]
    return messages.ModelTrained(
        request.model,
        pictures.train,
        (height, width, channels),
        learned.code,
        squeezed.squared_error,
        squeezed.compression,
        seconds,
        {name: tuple(values) for name, values in trained.curve.values.items()},
    )


def _answer(library: Library, _root: int, request: LabQuestion, _job: Job) -> LabResult:
    learned = _learned.get((library.folder, request.model))
    if learned is None:
        return messages.ModelForgotten(request.model)
    return _ANSWERS[type(request)](library, learned, request)


def _see(_library: Library, learned: Learned, _request: messages.SeeCodes) -> messages.CodesSeen:
    return messages.CodesSeen(learned.files, learned.places, learned.grid)


def _squeeze(_library: Library, learned: Learned, request: messages.Squeeze) -> messages.Squeezed:
    found = learned.squeeze(request.code, request.shown)
    pictures = as_pixels(found.originals), as_pixels(found.restored)
    return messages.Squeezed(*pictures, found.squared_error, found.compression)


def _dream(_library: Library, learned: Learned, request: messages.Dream) -> messages.Dreamed:
    return messages.Dreamed(as_pixels(learned.trained.generate(request.count, request.seed, request.noise)))


def _blend(library: Library, learned: Learned, request: messages.Blend) -> messages.Blended:
    ends = _read(library, (request.first, request.second), learned.cut)
    if len(ends) < 2:
        raise UserError("One of the two photos cannot be read: choose another one.")
    return messages.Blended(as_pixels(learned.blend(ends, request.steps)))


def _draw_typical(library: Library, learned: Learned, request: messages.DrawTypical) -> messages.TypicalDrawn:
    images = _read(library, request.contents, learned.cut)
    if not len(images):
        raise UserError("None of these photos can be read: choose another cluster.")
    return messages.TypicalDrawn(as_pixels(learned.typical(images)))


def _draw_at(_library: Library, learned: Learned, request: messages.DrawAt) -> messages.DrawnAt:
    return messages.DrawnAt(as_pixels(learned.draw_at(request.x, request.y)))


def _pictures_of(library: Library, cut: Cut, seed: int, job: Job) -> Pictures:
    """Read the photos, unless they are those that were read last."""
    photos = photos_of(library, MOST, seed)
    asked, (known, pictures) = (cut, seed, tuple(photos)), _pictures.get(library.folder, (None, None))
    if pictures is None or asked != known:
        _pictures.pop(library.folder, None)  # before others take its place in memory
        pictures = of_photos(library, photos, cut, held_out=_HELD_OUT, seed=seed, job=job)
        _pictures[library.folder] = asked, pictures
    return pictures


def _read(library: Library, contents: Sequence[str], cut: Cut) -> Floats:
    """The pictures (n, h, w, c) of those contents whose thumbnail can be read."""
    found = [picture for digest in contents if (picture := cut.picture(library, digest)) is not None]
    return np.stack(found) if found else np.empty((0, cut.side, cut.side, 3), np.float32)


_ANSWERS: dict[type[LabQuestion], Callable[[Library, Learned, Any], LabResult]] = {
    messages.SeeCodes: _see,
    messages.Squeeze: _squeeze,
    messages.Dream: _dream,
    messages.Blend: _blend,
    messages.DrawTypical: _draw_typical,
    messages.DrawAt: _draw_at,
}
LAB_JOBS: dict[Any, Callable[[Library, int, Any, Job], LabResult]] = {
    messages.TrainModel: _train,
    **dict.fromkeys(_ANSWERS, _answer),
}
