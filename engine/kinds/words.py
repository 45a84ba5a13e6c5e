"""What the words in a picture, and where they stand, say of its kind: log-odds for each of KINDS.

The words are those of resources/kinds/words.json, written there in small letters and without accents. The weights of
the cues are set by hand, none so high that a few others cannot outweigh it: what is seen is evidence as well.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from engine.core.assets import resource
from engine.core.folding import fold
from engine.core.records import KINDS, Floats, PictureKind, PictureText, TextLine

_PRICE = re.compile(r"(?:^|[^\d.,])\d{1,5}[.,]\d{2}(?:\s*(?:[€$£]|eur|usd|rm|chf|kr|[a-z]))?\s*$", re.IGNORECASE)
_CODE = re.compile(
    r"[{};]\s*$|^\s*[})\]]|=>|->|::|==|!=|\+=|&&|\|\||\w+\(.*\)\s*:?$|^\s*(?:def|class|import|from|return|if|for|while|"
    r"const|let|var|function|public|private|static|void|int|#include|using|fn|elif|else|try|except|print|echo|sudo)\b|"
    r"Traceback|^\s*\$ |\.(?:py|js|ts|rs|cpp|java|json)\b|\w+Error\b|^\s*(?://|#) "
)
_CLOCK = re.compile(r"^\D{0,3}\d{1,2}[:.]\d{2}(?:\s*[ap]m)?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“”„«»❝❞]|^\"|\"$")
_AUTHOR = re.compile(r"^\s*[—–~-]\s*\w")
_LARGE = 0.035  # of the height of the picture: letters that are seen before it is looked at
_WRITTEN: tuple[PictureKind, ...] = ("document", "receipt", "code", "meme", "greeting", "quote")


def log_odds(text: PictureText) -> Floats:
    """How much each of KINDS is the likelier for what is written in a picture, natural logarithms (len(KINDS),)."""
    page = _Page.of(text)
    found: dict[PictureKind, float] = {}
    if not page.lines:
        if text.unread is None:
            found = dict.fromkeys(_WRITTEN, -2.5) | {"screenshot": -1.5, "whiteboard": -1.0}
    else:
        found = {
            "receipt": _receipt(page), "code": _code(page), "greeting": _greeting(page), "quote": _quote(page),
            "meme": _meme(page), "document": _document(page), "screenshot": _screenshot(page),
            "whiteboard": -1.0 * (_quote(page) >= 1),
            "photo": -0.25 * min(len(page.lines), 12), "portrait": -0.25 * min(len(page.lines), 12),
            "group": -0.25 * min(len(page.lines), 12), "drawing": -0.2 * min(len(page.lines), 12),
        }  # fmt: skip
    return np.array([found.get(kind, 0.0) for kind in KINDS], np.float32)


class _Page(NamedTuple):
    """Lines from top to bottom, their folded texts, and of each its place: left, top, right, bottom, in shares."""

    lines: Sequence[TextLine]
    words: list[str]
    places: Floats

    @classmethod
    def of(cls, text: PictureText) -> _Page:
        places = np.array([_place(line) for line in text.lines], np.float32).reshape(-1, 4)
        order = np.lexsort((places[:, 0], places[:, 1])).tolist()
        lines = [text.lines[i] for i in order]
        return cls(lines, [" ".join(re.findall(r"\w+", fold(line.text))) for line in lines], places[order])

    @property
    def heights(self) -> Floats:
        return np.asarray(self.places[:, 3] - self.places[:, 1])


def _place(line: TextLine) -> tuple[float, float, float, float]:
    across, down = zip(*line.corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _receipt(page: _Page) -> float:
    """Prices at the ends of lines, a total, a tax or how it was paid."""
    prices = sum(_PRICE.search(line.text) is not None for line in page.lines)
    totals, more = (_holds(page, _words()["receipt"][part]) for part in ("total", "more"))
    if not prices:
        return -2.0
    return min(5.0, 0.5 * min(prices, 5) + 1.5 * bool(totals) + 0.5 * min(more, 3) - 1.0)


def _code(page: _Page) -> float:
    """Brackets, keywords, operators: in a fifth of the lines and more."""
    several = sum(_CODE.search(line.text) is not None for line in page.lines)
    if several < 4:
        return -1.5
    return min(4.0, 10 * (several / len(page.lines) - 0.15))


def _greeting(page: _Page) -> float:
    """A wish in large letters, and few words."""
    large = [line for line, height in zip(page.words, page.heights, strict=True) if height >= _LARGE]
    whole = f" {' '.join(large)} "
    wish = any(
        f" {phrase} " in whole or phrase.replace(" ", "") in whole.replace(" ", "") for phrase in _words()["greeting"]
    )
    if sum(len(line.split()) for line in page.words) > 45:
        return -1.5
    return 3.5 if wish else -1.0


def _quote(page: _Page) -> float:
    """A sentence that runs on from line to line, quotation marks, below it a name."""
    words = sum(len(line.split()) for line in page.words)
    if not 5 <= words <= 90:
        return -1.5
    marks = any(_QUOTED.search(line.text) for line in page.lines)
    capitals = np.mean([line.text.isupper() for line in page.lines])
    return 1.5 * marks + 1.5 * _has_author(page) + 1.0 * _runs_on(page) - 0.5 - 1.5 * float(capitals > 0.7)


def _has_author(page: _Page) -> bool:
    """Whether one of the last lines begins with a dash, or is a name in smaller letters."""
    if any(_AUTHOR.match(line.text) for line in page.lines[len(page.lines) // 2 :]):
        return True
    last = page.lines[-1].text
    smaller = len(page.lines) > 1 and float(page.heights[-1]) < 0.8 * float(np.median(page.heights[:-1]))
    return smaller and len(last.split()) <= 4 and (last.isupper() or last.istitle()) and not re.search(r"\d", last)


def _runs_on(page: _Page) -> bool:
    """Whether most lines of large letters go on with a small one where the line above has ended."""
    middle = float(np.median(page.heights))
    large = [line.text for line, height in zip(page.lines, page.heights, strict=True) if height > 0.8 * middle]
    following = [text[:1].islower() for text in large[1:]]
    return bool(following) and float(np.mean(following)) >= 0.5


def _meme(page: _Page) -> float:
    """Large letters at the top or the bottom, mostly capitals, and nothing else."""
    middles = (page.places[:, 1] + page.places[:, 3]) / 2
    edge = np.mean((middles < 0.32) | (middles > 0.68))
    if len(page.lines) > 8 or float(np.median(page.heights)) < _LARGE:
        return -1.5
    capitals = np.mean([line.text.isupper() for line in page.lines])
    return 1.0 * float(edge > 0.8) + 1.5 * float(capitals > 0.7) - 0.5


def _document(page: _Page) -> float:
    """Many long lines of small letters."""
    if float(np.median(page.heights)) > _LARGE:
        return -1.5
    return min(2.0, 0.15 * sum(len(line.text) >= 30 for line in page.lines) - 0.5)


def _screenshot(page: _Page) -> float:
    """A clock at the top, what stands on buttons."""
    clock = any(_CLOCK.match(line.text) for line, place in zip(page.lines, page.places, strict=True) if place[3] < 0.08)
    return 1.5 * clock + min(1.5, 0.5 * _holds(page, _words()["screenshot"]))


def _holds(page: _Page, words: Sequence[str]) -> int:
    """How many lines have one of these words."""
    return sum(any(f" {word} " in f" {line} " for word in words) for line in page.words)


@functools.cache
def _words() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(resource("kinds/words.json").read_text("utf-8"))
    return found
