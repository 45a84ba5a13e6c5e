"""The scale of a plot: from where to where, at which round numbers, and how those are written; no Qt widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QLocale

STEPS = 3  # about so many on a vertical axis
FLAT = 0.1  # of a value that never changes: the scale reaches so far above and below it
PLAIN = 1e-4, 1e6  # steps outside are written with exponents
Ticks = list[tuple[float, str]]  # value and text


@dataclass(frozen=True)
class Scale:
    """A scale from `low` to `high`, numbered in `step`s."""

    low: float
    high: float
    step: float

    def ticks(self, factor: float = 1.0, unit: str = "") -> Ticks:
        """The numbers on it, times `factor`, with a unit, as the user's language writes them."""
        count = round((self.high - self.low) / self.step)
        values = [self.low + i * self.step for i in range(count + 1)]
        return [(value, _written(value * factor, self.step * factor) + unit) for value in values]


def scale_of(values: Sequence[float]) -> Scale:
    """The scale for values of any size: round numbers around them, from zero where that is near."""
    if not values:
        return Scale(0.0, 1.0, 0.5)
    low, high = min(values), max(values)
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        reach = FLAT * abs(high) or 1.0
        low, high = low - reach, high + reach
    elif 0 <= low < (high - low) / 2:
        low = 0.0
    step = round_step((high - low) / STEPS)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step)


def share_scale(values: Sequence[float]) -> Scale:
    """The scale for shares of a whole, from zero; at least one percent of it."""
    step = round_step(max([*values, 0.01]) / STEPS)
    high = min(ceil(max([*values, 0.01]) / step - 1e-9) * step, 1.0)
    return Scale(0.0, high, step if abs(high / step - round(high / step)) < 1e-6 else high / 2)


def agreement_scale() -> Scale:
    """The scale for what lies between 0 and 1, whatever it is: little change looks like little."""
    return Scale(0.0, 1.0, 0.5)


def update_ticks(last: int) -> Ticks:
    """Whole numbers from 0 to the last update."""
    step = max(1, round(round_step(max(last, 1) / 4)))
    return [(float(at), QLocale().toString(at)) for at in range(0, last + 1, step)]


def round_step(about: float) -> float:
    """1, 2 or 5 times a power of ten: the smallest that is no less than `about`."""
    power = 10.0 ** floor(log10(about))
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= about * (1 - 1e-9))


def _written(value: float, step: float) -> str:
    if abs(value) < step / 1e6:
        return "0"
    if not PLAIN[0] <= step <= PLAIN[1]:
        return str(QLocale().toString(value, "g", 2 + max(0, floor(log10(abs(value) / step)))))
    return str(QLocale().toString(value, "f", max(0, -floor(log10(step) + 1e-9))))
