"""What flows from room to room: frozen, small, made of arrays and plain values."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is; `total` is 0 while it is unknown."""

    stage: str
    done: int
    total: int
    message: str = ""


class File(NamedTuple):
    """A picture file as the catalog knows it; corrections refer to files, by `id`.

    A tuple, for a rescan makes one for every file of the library: a frozen dataclass costs five times as much.

    `path` is relative to its root with forward slashes (surrogateescape where it is not UTF-8), `size` in
    bytes, `mtime_ns` as `os.stat` gives it, `digest` names the Content (None until it was read), `problem`
    says why it could not be read.
    """

    id: int
    root: int
    path: str
    size: int
    mtime_ns: int
    digest: str | None = None
    problem: str | None = None


Precision = Literal["year", "month", "day", "minute", "second"]
TakenFrom = Literal["exif", "xmp", "iptc", "gps", "name", "file"]


class Moment(NamedTuple):
    """A local time, naive, that is known as precisely as `precision` says; `at` is its first second."""

    at: datetime
    precision: Precision = "second"

    def isoformat(self) -> str:
        """ISO 8601 as far as it is known: "1993", "1993-07", "2006-10-29", "2018-12-11T10:00:51"."""
        length = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}[self.precision]
        return self.at.isoformat(timespec="seconds")[:length]


class MadeBy(NamedTuple):
    """What a file says of a machine that has made its picture: the file's word, which nobody has checked.

    `source` is IPTC's digital source type ("trainedAlgorithmicMedia"), `generator` a program that makes pictures,
    `credentials` whether content credentials (C2PA) are with it.
    """

    source: str | None = None
    generator: str | None = None
    credentials: bool = False


class Content(NamedTuple):
    """What a file holds, by hash: duplicates share it. Size in pixels, upright; `taken_at` is local time, naive.

    A tuple as `File` is, for the same reason.

    `changed`: it is only when the picture was changed last, so that a date in the name of a file is better.
    `metadata_version` is that of the reader (engine/library/metadata) that found the fields from `taken_at` on.
    When a photo was taken, as far as its file knows, is told by engine/gallery/taken.py.
    """

    digest: str
    width: int
    height: int
    orientation: int = 1
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    camera: str | None = None
    taken_precision: Precision = "second"
    taken_from: TakenFrom = "exif"
    changed: bool = False
    metadata_version: int = 0
    made_by: MadeBy | None = None


def content_number(digest: str | None) -> int:
    """A content as a number of 60 bits, by which what was learned knows whether a photo was edited since."""
    return int((digest or "0")[:15], 16)


@dataclass(frozen=True, slots=True)
class EmbeddingSet:
    """Pooled features of n photos: `vectors` float32 (n, d), row i is file `ids[i]`; `backbone` is the key."""

    ids: Ints
    vectors: Floats
    backbone: str


@dataclass(frozen=True, slots=True)
class Update:
    """One update of a self-training method: what the training panel plots."""

    iteration: int
    loss: float
    moved: float  # share of labels that moved since the update before
    nmi: float  # with the update before
    reconstruction: float | None = None  # mean squared error, where there is a decoder
    stage: str = "train"


class CurvePoint(NamedTuple):
    """How well `k` clusters suit the photos, by three measures; an earlier version kept only the first.

    `modularity` -0.5…1 says how well neighbours are kept together, `inertia` which share of the sum of squares is left
    within the clusters, `silhouette` -1…1 how clearly the clusters stand apart.
    """

    k: int
    modularity: float
    inertia: float | None = None
    silhouette: float | None = None


@dataclass(frozen=True, slots=True)
class Clustering:
    """n files in k clusters.

    `labels[i]` in 0…k-1 is the cluster `cluster_ids[labels[i]]` of file `ids[i]`; `probabilities` float32
    (n, k). Cluster ids are stable over retrains (see clustering/assignment/identity.py).
    """

    ids: Ints
    labels: Ints
    probabilities: Floats
    cluster_ids: tuple[str, ...]
    method: str
    parameters: dict[str, Any]
    seed: int
    backbone: str
    device: str = "cpu"
    history: tuple[Update, ...] = ()
    curve: tuple[CurvePoint, ...] = ()  # of each k that was tried, where k was chosen
    codes: Floats | None = None  # (n, c): the space in which the method clustered, where it learned one
    base: int | None = None  # the clustering that this one is another cut of (catalog id); None for a fit
    placed: int = 0  # photos that were assigned after the fit: the last rows, but for those that were edited in place


@dataclass(frozen=True, slots=True)
class Learned:
    """What a fit keeps for later photos and other k; row i of each array is row i of its Clustering.

    `model` is a packed OutOfSampleModel (clustering/assignment/out_of_sample.py), `contents` int64 (n,) is a hash of
    each photo's content, `reduced` float32 (n, s) its reduced features. `leaves` int64 (n,) is the finest cluster of
    each photo, and `parents` int64 (p,) the column of the fit's cluster that each leaf is a part of. `evidence`
    float32 (p, e) is the naming evidence of each leaf (clustering/naming/evidence.py), None in an earlier version's.
    """

    model: bytes
    contents: Ints
    reduced: Floats
    leaves: Ints
    parents: Ints
    evidence: Floats | None = None


UNSURE = "c0"  # the id of the cluster of outliers: no method makes it, no k counts it
NEW_KIND_SIZE = 8  # unsure photos that must be similar to each other to be a new kind


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster as a person sees it: `members` counts its files, `anchor` is named, locked or pinned to."""

    id: str
    name: str
    members: int = 0
    named_by_user: bool = False
    locked: bool = False
    pins: int = 0

    @property
    def anchor(self) -> bool:
        """An anchor is never dissolved by a machine."""
        return self.named_by_user or self.locked or self.pins > 0

    @property
    def unsure(self) -> bool:
        """Whether this is the cluster of outliers."""
        return self.id == UNSURE

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Clusters are shown by this: the largest first, Unsure last."""
        return self.unsure, -self.members, int(self.id[1:])


@dataclass(frozen=True, slots=True)
class Corrections:
    """The user's corrections: hard constraints, by file id and cluster id."""

    pins: dict[int, str] = field(default_factory=dict)
    rejections: dict[int, frozenset[str]] = field(default_factory=dict)
    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    anchors: tuple[str, ...] = ()  # named, locked or pinned to; in order of id
    locked: tuple[str, ...] = ()  # of those: members stay, and only the user adds some


@dataclass(frozen=True, slots=True)
class Projection:
    """Where n files lie on the map: `xy` float32 (n, 2), centred, the farthest coordinate at 1."""

    ids: Ints
    xy: Floats
    name: str
    parameters: dict[str, Any]


class Changes(enum.Flag):
    """What an edit or a job touched, so that views refresh only that."""

    NOTHING = 0
    PHOTOS = enum.auto()
    CLUSTERS = enum.auto()
    CORRECTIONS = enum.auto()
    PROJECTION = enum.auto()
    FILES = enum.auto()
    PEOPLE = enum.auto()
    EVERYTHING = PHOTOS | CLUSTERS | CORRECTIONS | PROJECTION | FILES | PEOPLE


Device = Literal["cpu", "cuda", "mps"]


class Box(NamedTuple):
    """A rectangle in a picture, in shares of its width and height, before the user's turns."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: Box) -> float:
        """The area that both cover over the area that either does, 0 to 1."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        both = max(wide, 0.0) * max(high, 0.0)
        either = self.width * self.height + other.width * other.height - both
        return both / either if either > 0 else 0.0


class TextLine(NamedTuple):
    """A line that was read in a picture; `corners` clockwise from where it begins, in shares as of a Box."""

    text: str
    corners: tuple[tuple[float, float], ...]
    confidence: float


class PictureText(NamedTuple):
    """What is written in a content; `unread` names a script that is not read, of which there is more."""

    lines: tuple[TextLine, ...] = ()
    unread: str | None = None


class Face(NamedTuple):
    """A face in a content; `person` is None while nobody knows whose it is."""

    id: int
    digest: str
    box: Box
    score: float
    person: int | None = None


class Person(NamedTuple):
    """Somebody who is seen on photos; `name` is empty until the user says it, `hidden` is not shown among people."""

    id: int
    name: str = ""
    hidden: bool = False


PictureKind = Literal[
    "photo",
    "portrait",
    "group",
    "screenshot",
    "document",
    "receipt",
    "whiteboard",
    "code",
    "meme",
    "greeting",
    "quote",
    "drawing",
]
KINDS: tuple[PictureKind, ...] = get_args(PictureKind)
