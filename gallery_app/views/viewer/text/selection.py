"""TextSelection: which letters of several lines are selected, from one place to another in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Place = tuple[int, int]  # a line, and a place between two of its letters


@dataclass(frozen=True)
class TextSelection:
    """`anchor` is where it was begun, `end` where the pointer is; both may be the first."""

    anchor: Place
    end: Place

    def parts(self, texts: Sequence[str]) -> list[tuple[int, int, int]]:
        """(line, start, end) for each line of which something is selected."""
        (first, start), (last, stop) = sorted((self.anchor, self.end))
        spans = [
            (line, start if line == first else 0, stop if line == last else len(texts[line]))
            for line in range(first, last + 1)
        ]
        return [span for span in spans if span[1] < span[2]]

    def text(self, texts: Sequence[str]) -> str:
        """What is selected, a line each."""
        return "\n".join(texts[line][start:end] for line, start, end in self.parts(texts))


def everything(texts: Sequence[str]) -> TextSelection | None:
    """All lines; None where there are none."""
    return TextSelection((0, 0), (len(texts) - 1, len(texts[-1]))) if texts else None
