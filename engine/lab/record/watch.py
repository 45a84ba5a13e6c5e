"""What is kept while DEC trains: codes and clusters of a sample of pictures at each update of p."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Encoder
from engine.core.records import Floats, Ints

TESTED = 300  # pictures at most that are on the maps, redrawn and measured
LEARNED = 3_000  # others at most, of which a decoder learns
UPDATES = 40  # that are kept of a training, evenly spaced


@dataclass(frozen=True, slots=True)
class Frame:
    """One update: `codes` (m, c) and `labels` (m,) of the sample; `redrawn` (t, d), its tests by DEC's own decoder."""

    update: int
    codes: Floats
    labels: Ints
    redrawn: Floats | None = None


@dataclass
class Watch:
    """A job's watcher (see Job.watched): keeps a training's updates, of the last training there is.

    The sample is a seeded part of the rows that are fitted, `rows` (m,), or what `show` has given. The first `tests` of
    it are measured; a decoder learns of the others.
    """

    seed: int = 0
    rows: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    tests: int = 0
    _shown: Floats | None = None
    _frames: list[Frame] = field(default_factory=list)
    _update: int = -1
    _stride: int = 1

    def show(self, vectors: Floats, tests: int) -> None:
        """Take these `vectors` (m, d) as the sample, whatever is fitted, of which so many are measured."""
        self._shown, self.tests = vectors, tests

    def __call__(self, codes: Floats, labels: Ints | None, encoder: Encoder | None) -> None:
        if labels is None:  # a training begins
            self._frames, self._update, self._stride = [], -1, 1
            return
        if encoder is None:
            return  # k-means and the like have no network
        if self._update < 0 and self._shown is None:
            self.rows = np.random.default_rng(self.seed).permutation(len(codes))[: TESTED + LEARNED]
            self.tests = min(TESTED, max(1, len(self.rows) // 3))
        self._update += 1
        self._keep(self._frame(codes, labels, encoder))

    def frames(self) -> list[Frame]:
        """The updates that were kept, UPDATES at most: the first, the last, and between them evenly.

        A UserError where there was no training.
        """
        if not self._frames:
            raise UserError(
                "There was no training of DEC to record: the clusters are as they were, or there is only one. "
                "Organise into a library of its own (--library), or with another --seed."
            )
        last = len(self._frames) - 1
        kept = sorted({round(at) for at in np.linspace(0, last, min(UPDATES, last + 1))})
        return [self._frames[at] for at in kept]

    def _frame(self, codes: Floats, labels: Ints, encoder: Encoder) -> Frame:
        if self._shown is None:
            return Frame(self._update, np.asarray(codes[self.rows], np.float32), labels[self.rows])
        found, clusters = encoder.encode(self._shown)
        return Frame(self._update, found, clusters, encoder.redraw(self._shown[: self.tests]))

    def _keep(self, frame: Frame) -> None:
        """Keep every `_stride`th update and the newest; where they get many, every second one of them."""
        if self._frames and self._frames[-1].update % self._stride:
            self._frames.pop()
        self._frames.append(frame)
        if len(self._frames) > 2 * UPDATES:
            self._stride *= 2
            self._frames = [kept for kept in self._frames if kept.update % self._stride == 0]
