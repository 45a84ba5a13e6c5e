"""TextReader: a picture in, its lines of text out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.records import Floats, PictureText
from engine.text.detection import Found, TextDetector
from engine.text.recognition import NOTHING, Recognised, TextRecogniser
from engine.text.rectangles import cut_out, in_rows, runs_upright, sides
from engine.text.scripts import Candidate, told

Pixels = NDArray[np.uint8]  # (height, width, 3), as it is shown
Wanted = Callable[[], bool]

EDGE = 960  # pixels of a picture's long side in which lines are looked for
_LONGEST = 2400  # of that of one that is much longer than wide: a scrolled page, a till roll
_SHORT = 400  # pixels that its short side has then


class Stopped(Exception):  # noqa: N818 - somebody has asked for it
    """Nobody wants the text any more."""


class TextReader:
    """Reads pictures; several threads may share one, for the networks keep nothing of what they are asked."""

    def __init__(self) -> None:
        self._detector, self._recogniser = TextDetector(), TextRecogniser()

    def boxes(self, pixels: Pixels, edge: int) -> Found:
        """Where lines are, in shares of width and height, seen with `edge` pixels a long side."""
        picture = Image.fromarray(pixels)
        corners, scores = self._detector.boxes(picture, edge)
        return Found((corners / _size(picture)).astype(np.float32), scores)

    def read(self, pixels: Pixels, wanted: Wanted = lambda: True) -> PictureText:
        """Everything that is written; Stopped, within a second, once it is not `wanted`."""
        height, width = pixels.shape[:2]
        return self.read_boxes(pixels, self.boxes(pixels, looking_edge(width, height)), wanted)

    def read_boxes(self, pixels: Pixels, found: Found, wanted: Wanted = lambda: True) -> PictureText:
        """What is written in boxes that were found, as shares, in this picture or in a smaller one of it."""
        picture = Image.fromarray(pixels)
        corners = found.corners * _size(picture)
        ways = [[0, 1, 3] if runs_upright(box) else [0] for box in corners]
        text = told(self._best(picture, found._replace(corners=corners), ways, wanted))
        if text.unread is None:
            return text
        # What cannot be read may be upside down.
        other = told(self._best(picture, found._replace(corners=corners), [[2]] * len(corners), wanted))
        return other if other.unread is None and len(other.lines) > len(text.lines) else text

    def _best(self, picture: Image.Image, found: Found, ways: Sequence[list[int]], wanted: Wanted) -> list[Candidate]:
        """Each box read from its corner 0, 1, 2 or 3 on, whichever of its `ways` says most; in reading order."""
        asked = [(box, np.roll(found.corners[box], -way, axis=0)) for box, some in enumerate(ways) for way in some]
        best: dict[int, Candidate] = {}
        for (box, corners), read in zip(asked, self._recognised(picture, asked, wanted), strict=True):
            width, height = sides(corners)
            shares = corners / _size(picture)
            one = Candidate(read, shares, width / max(height, 1), height / max(picture.size), float(found.scores[box]))
            if box not in best or one.quality > best[box].quality:
                best[box] = one
        candidates = list(best.values())
        return [candidates[i] for i in in_rows([one.corners * _size(picture) for one in candidates])]

    def _recognised(
        self, picture: Image.Image, asked: Sequence[tuple[int, Floats]], wanted: Wanted
    ) -> list[Recognised]:
        lines = [NOTHING] * len(asked)
        if not wanted():
            raise Stopped
        for place, line in self._recogniser.read([cut_out(picture, corners) for _, corners in asked]):
            if not wanted():
                raise Stopped
            lines[place] = line
        return lines


def looking_edge(width: int, height: int) -> int:
    """The long side at which lines are looked for in a picture of this size: more in one that is very long."""
    short, long = sorted((width, height))
    return max(EDGE, min(_LONGEST, round(_SHORT * long / max(1, short))))


def _size(picture: Image.Image) -> Floats:
    return np.array(picture.size, np.float32)
