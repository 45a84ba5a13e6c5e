"""Part "text": what is written in pictures, read in the background.

Most photos have no text, and to look for it closely takes half a second. So the thumbnail is looked at first, unless
the vector says that text is likely; where it shows lines in a picture of which none were expected, those alone are
read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from engine.core.job import Job
from engine.library import reasons
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.library import Library
from engine.library.rotations import kept_turns
from engine.library.thumbnails import EDGE as THUMBNAIL
from engine.pipeline.understanding.looking import Originals, look_at
from engine.text.detection import Found
from engine.text.networks import model_key
from engine.text.reader import Stopped, TextReader, looking_edge
from engine.text.turning import turned, turned_back

LIKELY = 0.15  # likelihood of text from which on the picture itself is searched for it
_MANY = 3  # lines on the thumbnail of a picture from which on it is searched, whatever its vector says
_READ = 1600  # pixels of the long side that are decoded: small print is cut from these


@dataclass(frozen=True)
class Text:
    """`likelihoods`: how likely there is text in a content, by its vector; one that is missing is not known."""

    likelihoods: Mapping[str, float] = field(default_factory=dict)
    name: ClassVar[str] = "text"

    @property
    def key(self) -> str:
        return model_key()

    def pending(self, library: Library) -> list[str]:
        """Contents that this model has not looked at as they are turned now, the likeliest to have text first."""
        with library.catalog.reading():
            turns, looked = kept_turns(library.catalog), library.catalog.texts.turns(self.key)
            contents = {file.digest for file in library.catalog.files.readable() if file.digest is not None}
        missing = [digest for digest in contents if looked.get(digest) != turns.get(digest, 0)]
        return sorted(missing, key=lambda digest: (-self.likelihoods.get(digest, LIKELY), digest))

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Look at these contents in `workers` threads; reports "text"; what is found is kept every two seconds."""
        report = partial(job.report, self.name, total=len(digests))
        report(0)
        with closing(Originals(library)) as originals:
            look = _Look(library, TextReader(), originals, self.likelihoods)
            look_at(digests, look, partial(library.catalog.texts.save, self.key), workers, originals, report)


class _Look:
    """Looks at one content at a time, from any thread."""

    def __init__(
        self, library: Library, reader: TextReader, originals: Originals, likelihoods: Mapping[str, float]
    ) -> None:
        self._library, self._reader, self._originals = library, reader, originals
        self._likelihoods = likelihoods
        catalog = library.catalog
        with catalog.reading():
            self._turns = kept_turns(catalog)
            self._sizes = {c.digest: (c.width, c.height) for c in catalog.files.contents().values()}

    def __call__(self, digest: str) -> ReadText | None:
        """What is written in a content; None where that cannot be told now, as of a drive that is away."""
        if self._originals.closed:
            raise Stopped
        turn = self._turns.get(digest, 0)
        likelihood = self._likelihoods.get(digest)
        boxes = None
        if likelihood is None or likelihood <= LIKELY:
            thumbnail = self._library.thumbnails.picture(digest)
            if thumbnail is None:
                return None
            boxes = self._reader.boxes(turned(thumbnail, turn), THUMBNAIL)
            if not len(boxes.scores):
                return ReadText(digest, turn)
            if likelihood is None or len(boxes.scores) >= _MANY:
                boxes = None
        return self._read(digest, turn, boxes)

    def _read(self, digest: str, turn: int, boxes: Found | None) -> ReadText | None:
        """What is written in the original: in `boxes`, or anywhere."""
        pixels = self._originals.read(digest, max(_READ, looking_edge(*self._sizes.get(digest, (1, 1)))))
        if isinstance(pixels, str):
            return None if _may_pass(pixels) else ReadText(digest, turn, problem=pixels)
        shown, wanted = turned(pixels, turn), lambda: not self._originals.closed
        text = self._reader.read(shown, wanted) if boxes is None else self._reader.read_boxes(shown, boxes, wanted)
        return ReadText(digest, turn, turned_back(text, turn))


def _may_pass(problem: str) -> bool:
    """Whether it is about the file's surroundings, and costs nothing to be tried again."""
    return reasons.passes(problem) and not reasons.costs(problem)
