"""Which lines are told as they were read, and whether there are others in a script that is not read.

The recogniser knows Latin letters, Chinese and Japanese. Of Cyrillic, Arabic, Devanagari, Korean, Thai or Hebrew it
says little for the room that a line takes, and is not sure of that; of Greek it misses letters. Bounds are of painted
pages and signs and of photographs without text (docs/benchmarks.md, "Text").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine.core.records import Floats, PictureText, TextLine
from engine.text.recognition import Recognised

UNKNOWN, GREEK = "a script", "Greek"  # what PictureText.unread says

_SURE, _SHORT_SURE, _SHORT = 0.75, 0.8, 4  # mean likelihood of a line's characters; of one of up to so many
_AMONG_READ = 0.6  # the same where most of a picture can be read: small print
_SURE_AMONG_UNREAD = 0.93  # the same where much cannot be read
_FULL = 0.6  # characters for each height of the line's length, times their likelihood
_WIDE = 0x2E80  # from here on characters are about twice as wide as letters
_SHARE = 0.3  # of the length of all lines, from which on one that is not read is told

# What counts as a line that is not read: a box that the detector is sure of, of a word's shape and size.
_LINE, _LONG, _LEAST, _LARGEST = 0.7, 1.6, 14 / 960, 0.4


class Candidate(NamedTuple):
    """A box with what was read in it: `corners` in shares, `shape` its width by its height, `height` by the picture's
    long side, `score` how sure the detector was."""

    read: Recognised
    corners: Floats
    shape: float
    height: float
    score: float

    @property
    def sure(self) -> float:
        return float(np.mean(self.read.likelihoods)) if len(self.read.likelihoods) else 0.0

    @property
    def quality(self) -> float:
        """How much is read for the room there is, and how surely; about 2 of a line that is read well."""
        return self.sure * _units(self.read.text) / max(self.shape, 0.5)


def told(candidates: Sequence[Candidate]) -> PictureText:
    """The lines of a picture that are told, in the order of the candidates, and a script of which there is more."""
    good = [one for one in candidates if _is_read(one, _SURE)]
    bad = [one for one in candidates if not _is_read(one, _SURE) and _is_line(one)]
    length, missing = sum(one.shape for one in good), sum(one.shape for one in bad)
    share = missing / max(length + missing, 1e-6)
    unread = bool(bad) and share > _SHARE
    floor = _SURE_AMONG_UNREAD if unread else _AMONG_READ if len(good) > 2 and share < _SHARE / 2 else _SURE
    lines = [one for one in candidates if _is_read(one, floor) and (not unread or len(one.read.text) >= _SHORT)]
    if all(_letters(one.read.text) < 2 for one in lines):  # single ones are a pattern on a wall
        lines = []
    return PictureText(tuple(_line(one) for one in lines), _script(bad) if unread else None)


def _is_read(one: Candidate, floor: float) -> bool:
    text = one.read.text
    sure = max(floor, _SHORT_SURE) if len(text) <= _SHORT and floor >= _SURE else floor
    if one.sure < sure or one.quality < _FULL or not _letters(text) or _is_greek(text):
        return False
    return len(text) < 3 or len(set(text)) > 1  # columns and fences


def _is_line(one: Candidate) -> bool:
    return one.score >= _LINE and one.shape >= _LONG and _LEAST <= one.height <= _LARGEST


def _script(unread: Sequence[Candidate]) -> str:
    greek = sum(_is_greek(one.read.text) for one in unread)
    return GREEK if 2 * greek > len(unread) else UNKNOWN


def _is_greek(text: str) -> bool:
    greek = sum("GREEK" in unicodedata.name(letter, "") for letter in text)
    return greek >= 3 and 3 * greek > _letters(text)


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def _units(text: str) -> int:
    """The room that a text takes, in letters."""
    return sum(2 if ord(letter) >= _WIDE else 1 for letter in text if not letter.isspace())


def _line(one: Candidate) -> TextLine:
    corners = tuple((round(float(x), 5), round(float(y), 5)) for x, y in one.corners.clip(0, 1))
    return TextLine(" ".join(one.read.text.split()), corners, round(one.sure, 3))
