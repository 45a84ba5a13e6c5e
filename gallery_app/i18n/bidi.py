"""Names that are written from right to left, within what is written from left to right."""

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
    """The text for a place within others: its numbers and punctuation stay with it, and what is around it stays put."""
    return f"{ISOLATE}{text}{END}" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text) else text


def elided(metrics: QFontMetrics | QFontMetricsF, name: str, width: float) -> str:
    """As much of a name as `width` has room for, with … where it ends in its own direction; to be painted."""
    right = Qt.TextElideMode.ElideRight
    if isinstance(metrics, QFontMetrics):
        return isolated(metrics.elidedText(name, right, int(width)))
    return isolated(metrics.elidedText(name, right, width))
