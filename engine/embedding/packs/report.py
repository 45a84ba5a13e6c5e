"""What there is to say of the packs, for the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.embedding.packs.layout import layout_of
from engine.embedding.packs.manifest import Manifest
from engine.embedding.packs.shelf import Pack, begun, installed
from engine.embedding.packs.text import can_read


@dataclass(frozen=True, slots=True)
class PackReport:
    """A pack that is there, or that somebody offers; `licence` is "" where it is not named.

    `size` in bytes. `sentences`: it finds photos by a sentence. `seconds` that a photo takes on one core, 0 where it
    was not tried. `pinned`: the hashes of its files were known before they came. `source` is where it comes from.
    """

    name: str
    release: str
    licence: str
    size: int
    sentences: bool
    seconds: float
    pinned: bool
    source: str


@dataclass(frozen=True, slots=True)
class BegunReport:
    """A pack that is not whole: bytes that are `there` of `size`."""

    name: str
    source: str
    there: int
    size: int


@dataclass(frozen=True, slots=True)
class PacksReport:
    """`reads`: this installation has what makes tokens of sentences."""

    packs: tuple[PackReport, ...]
    begun: tuple[BegunReport, ...]
    reads: bool


def report_packs(home: Path) -> PacksReport:
    """All packs of the data folder `home`."""
    waiting = tuple(BegunReport(one.name, one.source, one.there, one.size) for one in begun(home))
    return PacksReport(tuple(map(_of_pack, installed(home))), waiting, can_read())


def report_offer(offered: Manifest, place: str) -> PackReport:
    """Of what a source at this place offers."""
    layout = layout_of(offered.paths)
    knows_words = layout is not None and bool(layout.textual)
    told = offered.name, offered.release, offered.licence, offered.size
    return PackReport(*told, knows_words, 0.0, offered.is_pinned, place)


def _of_pack(pack: Pack) -> PackReport:
    manifest = pack.manifest
    told = pack.name, manifest.release, manifest.licence, manifest.size
    return PackReport(*told, pack.trial.sentences, pack.trial.seconds, pack.pinned, pack.source)
