"""What there is to say of the packs, for the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackReport:
    """A pack that is there, or that somebody offers; `licence` is "" where it is not named.

    `size` in bytes. `sentences`: it finds photos by a sentence. `seconds` that a photo takes on one core, 0 where it
    was not tried. `pinned`: the hashes of its files were known before they came. `source` is where it comes from, `key`
    names the vectors it makes, "" before it is there.
    """

    name: str
    release: str
    licence: str
    size: int
    sentences: bool
    seconds: float
    pinned: bool
    source: str
    key: str = ""


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
