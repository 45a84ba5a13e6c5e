"""A recorded training with the pictures it is about: redrawn, measured and laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from numpy.typing import NDArray

from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints
from engine.lab.models.model import squared_error
from engine.lab.record.decoder import Decoder
from engine.lab.record.measures import Account, error_of_means, measured
from engine.lab.record.watch import Frame, Watch

Rows = TypeVar("Rows", bound=NDArray[Any])


@dataclass(frozen=True)
class Recording:
    """The `frames` of a training; `images` (m, h, w, c) of its sample, of which the first `tests` are measured.

    `truth` (tests,) are their labels where known. `redrawn` (tests, h, w, c), by update, is what the decoder makes of
    the codes: DEC's own, as it was pretrained, or where `borrowed` one that learned of the codes of the first update.
    """

    frames: Sequence[Frame]
    images: Floats
    tests: int
    truth: Ints | None
    redrawn: Sequence[Floats]
    borrowed: bool
    account: Account

    @property
    def shown(self) -> Floats:
        return self.images[: self.tests]

    @property
    def updates(self) -> list[int]:
        return [frame.update for frame in self.frames]

    @property
    def k(self) -> int:
        """How many clusters there are."""
        return 1 + max(int(frame.labels.max()) for frame in self.frames)

    def codes(self) -> list[Floats]:
        """The codes (tests, c) at each update."""
        return [frame.codes[: self.tests] for frame in self.frames]

    def labels(self) -> list[Ints]:
        """The clusters (tests,) at each update."""
        return [frame.labels[: self.tests] for frame in self.frames]

    @classmethod
    def of(cls, watch: Watch, images: Floats, truth: Ints | None, context: FitContext) -> Recording:
        """What `watch` has seen, with the `images` of its sample; a UserError where there was no training."""
        frames, tests = watch.frames(), watch.tests
        learned, shown = _learned(images, tests), images[:tests]
        first = Decoder.learn(_learned(frames[0].codes, tests), learned, context.at("decoder"))
        last = Decoder.learn(_learned(frames[-1].codes, tests), learned, context.at("decoder, learned anew"))
        redrawn = [_redrawn(frame, first, tests) for frame in frames]
        before: list[Ints | None] = [None, *(frame.labels[:tests] for frame in frames)]
        updates = [
            measured(frame.update, frame.codes[:tests], (frame.labels[:tests], old), (shown, drawn), truth)
            for frame, old, drawn in zip(frames, before[:-1], redrawn, strict=True)
        ]
        began, ended = frames[0].labels, frames[-1].labels
        account = Account(
            tuple(updates),
            squared_error(shown, first.draw(frames[0].codes[:tests])),
            squared_error(shown, last.draw(frames[-1].codes[:tests])),
            error_of_means((learned, _learned(ended, tests)), (shown, ended[:tests])),
            float((began[:tests] != ended[:tests]).mean()),
        )
        return cls(frames, images, tests, truth, redrawn, frames[0].redrawn is None, account)


def _learned(sample: Rows, tests: int) -> Rows:
    """Those of a sample that a decoder learns of: all but the tests, or the only one there is."""
    return cast(Rows, sample[tests:]) if len(sample) > tests else sample


def _redrawn(frame: Frame, decoder: Decoder, tests: int) -> Floats:
    """The test pictures (tests, h, w, c) as they are redrawn at an update."""
    if frame.redrawn is None:
        return decoder.draw(frame.codes[:tests])
    return frame.redrawn.reshape(tests, *decoder.shape).clip(0, 1)
