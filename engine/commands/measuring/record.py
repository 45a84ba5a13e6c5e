"""`--record DIR` of `organise` and `benchmark`: watches DEC learn, and writes what it saw when all is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.clustering.methods.dec import Dec
from engine.clustering.methods.method import create
from engine.core import devices
from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats, Ints

if TYPE_CHECKING:
    from engine.lab.record.watch import Watch
    from engine.library.library import Library
    from engine.measure.benchmark import Benchmark

_SIDE = 32  # pixels that a decoder redraws a photo with


@dataclass(frozen=True, slots=True)
class Record:
    """A recording on its way: the folder `out`, what watches, and the method it is about."""

    out: Path
    watch: Watch
    method: Dec
    seed: int
    device: str

    @classmethod
    def begin(cls, out: Path, method: tuple[str, Mapping[str, Any]], seed: int, device: str) -> Record:
        """Ready to watch; a UserError where nothing can be written to `out`, or `method` is not DEC."""
        from engine.lab.record.save import require_place
        from engine.lab.record.watch import Watch

        made = create(method[0], dict(method[1]))
        if not isinstance(made, Dec):
            raise UserError(
                "--record is of DEC, which updates a target distribution: {method} has none. Leave --record out, or "
                "take --method dec.",
                method=method[0],
                usage=True,
            )
        require_place(out)
        return cls(out, Watch(seed=seed), made, seed, devices.resolve(device))

    def save_library(self, library: Library, title: str, job: Job) -> Path:
        """Write what was seen of the training of the library's active clustering; returns the page's path."""
        from engine.lab.pictures import squares

        self.watch.frames()  # none at all is a UserError
        made = library.catalog.clusterings.active()
        assert made is not None  # it was trained
        files = {file.id: file for file in library.catalog.files.readable()}
        digests = [file.digest if file else None for file in map(files.get, made.ids[self.watch.rows].tolist())]
        images = squares(library, digests, _SIDE, job)
        return self._save(images, None, (title, "photos"), job)

    def save_digits(self, digits: DigitsSample, title: str, job: Job) -> Path:
        """Write what was seen of a training on digits; returns the page's path."""
        return self._save(digits.images, digits.truth, (title, "test images"), job)

    def _save(self, images: Floats, truth: Ints | None, words: tuple[str, str], job: Job) -> Path:
        from engine.lab.record.page import About
        from engine.lab.record.recording import Recording
        from engine.lab.record.save import save_recording

        context = FitContext(self.seed, devices.resolve("cpu"), job)
        recording = Recording.of(self.watch, images, truth, context)
        about = About(*words, recording.k, self.seed, self.device, asdict(self.method))
        return save_recording(recording, about, self.out, context)


@dataclass(frozen=True, slots=True)
class DigitsSample:
    """Test images of a data set, and training images that a decoder learns of: (m, side, side, 1), the tests first."""

    images: Floats
    truth: Ints

    @classmethod
    def draw(cls, folder: Path, seed: int) -> DigitsSample:
        """A seeded sample."""
        from engine.lab.record.watch import LEARNED, TESTED
        from engine.measure.datasets import digits

        found, random = digits(folder), np.random.default_rng(seed)
        tests = found.train + random.permutation(len(found.images) - found.train)[:TESTED]
        others = random.permutation(found.train)[: min(LEARNED, 9 * len(tests))]
        rows = np.concatenate([tests, others])
        side = round(found.images.shape[1] ** 0.5)
        return cls(found.images[rows].reshape(-1, side, side, 1), found.labels[tests])


def begin_digits(asked: Benchmark, out: Path) -> tuple[Record, DigitsSample]:
    """Ready to watch a benchmark on digits; of folders `organise` makes a record."""
    asked.check()
    if asked.dataset == "folders":
        raise UserError(
            "A benchmark records trainings on mnist and fashion-mnist; of a folder `organise {data} --record {out}` "
            "does.",
            data=asked.data,
            out=out,
            usage=True,
        )
    record = Record.begin(out, (asked.method, asked.parameters), asked.seeds[-1], asked.device)
    sample = DigitsSample.draw(asked.data, record.seed)
    record.watch.show(sample.images.reshape(len(sample.images), -1), len(sample.truth))
    return record, sample
