"""The releases that CHANGELOG.md tells of, with the few lines a software centre has room for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .facts import ROOT

_HEADING = re.compile(r"^## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)$", re.MULTILINE)
_MOST = 8  # highlights of a release


@dataclass(frozen=True)
class Release:
    """`date` is "" for one that is not out yet."""

    version: str
    date: str
    highlights: tuple[str, ...]


def releases() -> list[Release]:
    """The newest first."""
    return read_releases((ROOT / "CHANGELOG.md").read_text("utf-8"))


def read_releases(changelog: str) -> list[Release]:
    _, *parts = _HEADING.split(changelog)
    found = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [Release(version, date.removeprefix("unreleased"), _highlights(text)) for version, date, text in found]


def _highlights(text: str) -> tuple[str, ...]:
    """The headings of its lists; where there are none, the first sentence of each item."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    headings = [_plain(block[:-1]) for block in blocks if block.endswith(":") and not block.startswith("- ")]
    items = [_plain(" ".join(item.split())) for item in re.findall(r"^- (.+(?:\n  .+)*)", text, re.MULTILINE)]
    return tuple(headings or [re.split(r"(?<=[.!?]) ", item)[0] for item in items])[:_MOST]


def _plain(markdown: str) -> str:
    """Without links and emphasis; a link in brackets goes as a whole."""
    text = re.sub(r" ?\(\[[^\]]*\]\([^)]*\)\)", "", markdown)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*`]", r"\1", text)
