"""Right-to-left names within left-to-right text."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

ISOLATE, END = "\u2068", "\u2069"  # Unicode's first strong isolate, and its end


def right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    directions = (unicodedata.bidirectional(c) for c in text)
    return next((d in ("R", "AL") for d in directions if d in ("L", "R", "AL")), False)


def isolated(text: str) -> str:
    """The text in bidi isolates where it needs them, so that neither it nor its surroundings are reordered."""
    return f"{ISOLATE}{text}{END}" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text) else text


def elided(metrics: QFontMetrics | QFontMetricsF, name: str, width: float) -> str:
    """As much of a name as `width` has room for, with … where it ends in its own direction; to be painted."""
    right = Qt.TextElideMode.ElideRight
    if isinstance(metrics, QFontMetrics):
        return isolated(metrics.elidedText(name, right, int(width)))
    return isolated(metrics.elidedText(name, right, width))
