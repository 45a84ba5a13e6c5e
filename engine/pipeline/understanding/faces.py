"""Part "faces": who is seen, in the background, and only where the owner has agreed to it.

Faces are found on the thumbnail; what is small there is cut from the original to be coded, as are faces that the user
has drawn and that other programs have marked. Then all are grouped (persons.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple

import numpy as np

from engine.core.job import Job
from engine.core.records import Box, Floats, Pixels
from engine.library.catalog.understanding.face_table import ALLOWED, SAME, FoundFace
from engine.library.library import Library
from engine.library.metadata.regions import Region, regions_of
from engine.people.codes import FaceCoder
from engine.people.detection import FaceDetector, Found
from engine.people.features import features_in
from engine.people.networks import model_key
from engine.pipeline.understanding.looking import Originals, look_at
from engine.pipeline.understanding.persons import regroup
from engine.text.reader import Stopped

_SMALL = 28  # pixels of a face on the thumbnail; below that it is coded from the original
_WANTED, _LARGEST = 80, 2400  # pixels of a face as it is coded; of the picture that it is cut from


@dataclass(frozen=True)
class Faces:
    """Whether a face is somebody's is told when all are grouped (junk.py)."""

    name: ClassVar[str] = "faces"

    @property
    def key(self) -> str:
        return model_key()

    def pending(self, library: Library) -> list[str]:
        """Contents that these networks have not looked at, and those with a face that was drawn since."""
        catalog = library.catalog
        if catalog.setting(ALLOWED) != "yes":
            return []
        with catalog.reading():
            looked, uncoded = catalog.faces.looked(self.key), catalog.faces.uncoded()
            readable = dict.fromkeys(file.digest for file in catalog.files.readable() if file.digest is not None)
        drawn = [digest for digest in uncoded if digest in readable]
        return [*drawn, *(digest for digest in readable if digest not in looked and digest not in drawn)]

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Look at these contents in `workers` threads; reports "faces"; what is found is kept every two seconds."""
        report = partial(job.report, self.name, total=len(digests))
        report(0)
        with closing(Originals(library)) as originals:
            look = _Look(library, originals)
            look_at(digests, look, partial(_store, library, self.key), workers, originals, report)
        regroup(library, job)


class Looked(NamedTuple):
    """The faces of a content."""

    digest: str
    faces: list[FoundFace]


def _store(library: Library, key: str, looked: list[Looked]) -> None:
    with library.catalog.transaction():
        if library.catalog.setting(ALLOWED) == "yes":  # else the user has had all faces forgotten meanwhile
            library.catalog.faces.put(key, dict(looked))


class _Look:
    """Looks at one content at a time, from any thread."""

    def __init__(self, library: Library, originals: Originals) -> None:
        self._library, self._originals = library, originals
        self._detector, self._coder = FaceDetector(), FaceCoder()
        catalog = library.catalog
        with catalog.reading():
            self._contents = catalog.files.contents()
            self._drawn: dict[str, list[Box]] = {}
            for word in catalog.faces.words.all("drawn"):
                self._drawn.setdefault(word.digest, []).append(word.box)

    def __call__(self, digest: str) -> Looked | None:
        """The faces of a content; None where they cannot be told now."""
        if self._originals.closed:
            raise Stopped
        thumbnail = self._library.thumbnails.picture(digest)
        if thumbnail is None:
            return None
        found = self._detector.find(thumbnail)
        boxes = [_shares(box, thumbnail) for box in found.boxes]
        regions = self._regions(digest)
        marked = [*(region.box for region in regions), *self._drawn.get(digest, ())]
        more = [box for box in marked if not any(box.overlap(other) >= SAME for other in boxes)]
        codes = self._codes(digest, thumbnail, found, more)
        faces = [
            FoundFace(box, float(score), code, name=_name(box, regions))
            for box, score, code in zip(boxes, found.scores, codes, strict=False)
        ]
        drawn = self._drawn.get(digest, ())
        faces += [
            FoundFace(box, 1.0, code, "drawn" if box in drawn else "file", _name(box, regions))
            for box, code in zip(more, codes[len(boxes) :], strict=True)
        ]
        return Looked(digest, faces)

    def _codes(self, digest: str, thumbnail: Pixels, found: Found, more: list[Box]) -> list[Floats | None]:
        """Codes of the faces that were found, from the thumbnail if they are large there, then of those in `more`."""
        small = [i for i, box in enumerate(found.boxes) if max(box[2:]) < _SMALL]
        codes: list[Floats | None] = list(self._coder.codes(thumbnail, found.points))
        if not small and not more:
            return codes
        places = [_shares(found.boxes[i], thumbnail) for i in small] + more
        share = min(max(box.width, box.height) for box in places)
        original = self._originals.read(digest, min(_LARGEST, max(320, int(_WANTED / max(share, 1e-3)))))
        pixels = thumbnail if isinstance(original, str) else original
        size = np.tile(np.array(pixels.shape[1::-1], np.float32), 2)
        points = [features_in(self._detector, pixels, np.array(box, np.float32) * size) for box in places]
        close = self._coder.codes(pixels, np.stack(points))
        for i, code in zip(small, close, strict=False):
            codes[i] = code
        return [*codes, *close[len(small) :]]

    def _regions(self, digest: str) -> list[Region]:
        """The named faces that the files of a content tell of: of the first copy that does."""
        content = self._contents.get(digest)
        if content is None:
            return []
        for path in self._originals.paths(digest):
            found = (
                [] if isinstance(path, str) else regions_of(path, content.width, content.height, content.orientation)
            )
            if found:
                return found
        return []


def _shares(box: Floats, pixels: Pixels) -> Box:
    height, width = pixels.shape[:2]
    x, y, w, h = (float(v) for v in box)
    return Box(x / width, y / height, w / width, h / height)


def _name(box: Box, regions: Sequence[Region]) -> str | None:
    """The name that a file gives the face in a box: of the region that covers it best."""
    best = max(regions, key=lambda region: region.box.overlap(box), default=None)
    return best.name if best is not None and best.box.overlap(box) >= SAME else None
