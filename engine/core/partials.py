"""Partial results of long work (`Job.publish`): each kind is a frozen dataclass."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.errors import Sentence
from engine.core.records import Floats, Ints, Pixels, Update


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user should know though the work goes on: a graphics card that is not used, a collapse."""

    sentence: Sentence


@dataclass(frozen=True, slots=True)
class TrainingFrame:
    """Map positions of some photos during a training.

    `files` (m,), their ids; `xy` (m, 2); `labels` (m,) into `clusters`, ids, or -1 while there are none.
    """

    files: Ints
    xy: Floats
    labels: Ints
    clusters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayoutFrame:
    """A map while it is laid out: `xy` (n, 2), a row for each photo of the clustering."""

    xy: Floats


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a model of the Lab draws while it still learns, and its curve so far.

    `curve` holds a value a step by name; `pictures` (n, height, width, channels) are the same ones each time.
    """

    curve: dict[str, tuple[float, ...]]
    pictures: Pixels


@dataclass(frozen=True, slots=True)
class Scanned:
    """A folder was scanned: how many pictures it holds, and how many of them are new."""

    seen: int
    new: int


@dataclass(frozen=True, slots=True)
class PhotosRead:
    """These files have a thumbnail now."""

    files: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clustered:
    """Photos are in `k` clusters; without training, `placed` of them are new and were assigned, else None."""

    k: int
    placed: int | None = None


@dataclass(frozen=True, slots=True)
class MapStored:
    """The map is laid out."""


@dataclass(frozen=True, slots=True)
class MethodCompared:
    """How a clustering method did among several (see engine/lab/shootout).

    `files` (n,) are ids, `labels` (n,) their clusters with the first seed, `like` for each of these the library's
    cluster that it mostly is, or "". `nmi` is the likeness to each method before it.
    """

    method: str
    files: Ints
    labels: Ints
    like: tuple[str, ...]
    agreement: float | None
    silhouette: float
    stability: float
    seconds: float
    peak_mb: float
    nmi: tuple[float, ...]


Stored = Scanned | PhotosRead | Clustered | MapStored  # the catalog holds something new
Partial = Update | Notice | TrainingFrame | LayoutFrame | MethodCompared | Sketch | Stored
