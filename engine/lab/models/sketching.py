"""Sketches: what a model draws while it still learns, published now and then."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from engine.core.fit_context import Curves, FitContext
from engine.core.partials import Sketch
from engine.core.records import Floats
from engine.lab.drawing import as_pixels

SKETCHED = 16  # pictures of a sketch
PAUSE = 0.7  # seconds between two


def sketched(context: FitContext, draw: Callable[[Floats | None], Floats]) -> FitContext:
    """The same context, which publishes what `draw` makes of the centres, or of what was learned otherwise, so far.

    `draw` returns pictures (n, h, w, c), and must leave every random generator of the training as it is.
    """
    due = 0.0

    def watch(curve: Curves, centres: Floats | None) -> None:
        nonlocal due
        if time.monotonic() >= due:
            drawn = as_pixels(draw(centres)[:SKETCHED])
            context.job.publish(Sketch({name: tuple(values) for name, values in curve.items()}, drawn))
            due = time.monotonic() + PAUSE

    return replace(context, watch=watch)
