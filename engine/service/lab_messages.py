"""What the window asks of the Lab, and what it is answered; `protocol.py` has the rest.

Pictures are uint8 (n, height, width, channels). What a model has learned is kept by the engine process, by the model's
name, until it learns anew or the process ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.parameters import Value
from engine.core.records import Floats, Ints, Pixels
from engine.pipeline.options import OrganiseOptions


@dataclass(frozen=True, slots=True)
class CompareMethods:
    """Try these methods on all photos, each with the same k and seeds; `by_folders`: folder names judge them."""

    methods: tuple[str, ...]
    k: int
    seeds: tuple[int, ...]
    options: OrganiseOptions
    by_folders: bool = False


@dataclass(frozen=True, slots=True)
class MethodsCompared:
    """What there is to say was published, a method at a time."""


@dataclass(frozen=True, slots=True)
class TrainModel:
    """Train a model on the photos of the library, cut to squares of `side` pixels, in colour or grey."""

    model: str
    parameters: dict[str, Value]
    side: int
    colour: bool
    seed: int = 0


@dataclass(frozen=True, slots=True)
class ModelTrained:
    """`code` is how many numbers a code has, or how many typical pictures there are; errors are of unseen pictures."""

    model: str
    learned: int  # pictures
    shape: tuple[int, int, int]
    code: int
    squared_error: float
    compression: float
    seconds: float
    curve: dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class SeeCodes:
    """Where the photos lie in two dimensions."""

    model: str


@dataclass(frozen=True, slots=True)
class CodesSeen:
    """`places` (n, 2) of `files`, the most typical first; those of a self-organising map lie in cells of a `grid`."""

    files: Ints
    places: Floats
    grid: tuple[int, int] | None  # rows and columns; places are row and column


@dataclass(frozen=True, slots=True)
class Squeeze:
    """Squeeze pictures that nothing was learned from into `code` numbers, where the model can without a training."""

    model: str
    code: int
    shown: int


@dataclass(frozen=True, slots=True)
class Squeezed:
    originals: Pixels
    restored: Pixels
    squared_error: float
    compression: float


@dataclass(frozen=True, slots=True)
class Dream:
    """Draw `count` new pictures; `noise` scales how far they stray from the usual."""

    model: str
    count: int
    seed: int
    noise: float


@dataclass(frozen=True, slots=True)
class Dreamed:
    pictures: Pixels


@dataclass(frozen=True, slots=True)
class Blend:
    """Go from one photo to another (contents), in so many steps."""

    model: str
    first: str
    second: str
    steps: int


@dataclass(frozen=True, slots=True)
class Blended:
    pictures: Pixels


@dataclass(frozen=True, slots=True)
class DrawTypical:
    """Draw what these photos (contents) have in common."""

    model: str
    contents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypicalDrawn:
    pictures: Pixels


@dataclass(frozen=True, slots=True)
class DrawAt:
    """Draw what lies at a place among the codes."""

    model: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnAt:
    pictures: Pixels


@dataclass(frozen=True, slots=True)
class ModelForgotten:
    """The answer to any question where the model has not learned since the engine process began."""

    model: str


LabQuestion = SeeCodes | Squeeze | Dream | Blend | DrawTypical | DrawAt
LabRequest = TrainModel | LabQuestion
LabResult = ModelTrained | CodesSeen | Squeezed | Dreamed | Blended | TypicalDrawn | DrawnAt | ModelForgotten
LAB_QUESTIONS = (SeeCodes, Squeeze, Dream, Blend, DrawTypical, DrawAt)  # answered in a moment
LAB_REQUESTS = (TrainModel, *LAB_QUESTIONS)
