"""The kind of a picture from all that is known of it: what its vector says, then its words, then its faces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.core.records import KINDS, Box, Floats, PictureKind, PictureText
from engine.kinds.seen import WRITTEN
from engine.kinds.words import log_odds

_FLOOR = 0.004  # no vector is surer than that: many a picture is of none of the sets it was trained on
_LEVEL = 0.4  # of what the vector says of kinds with writing, that is for the words to divide
_SURE = 0.95  # how much of people there are in pictures with faces
LARGE = 0.03  # of the picture, from which on a face makes it a portrait: so of 98 % of portraits, 4 % of plain photos
_COMPARABLE, _SEEN = 1 / 3, 0.004  # of the largest face, and of the picture, from which on another makes it a group
_LIVING: tuple[PictureKind, ...] = ("photo", "portrait", "group")
# How usual each kind is where no vector tells: so many of a hundred pictures.
_USUAL: dict[PictureKind, float] = {
    "photo": 55, "portrait": 8, "group": 5, "screenshot": 10, "document": 4, "receipt": 3, "whiteboard": 1, "code": 2,
    "meme": 4, "greeting": 2, "quote": 2, "drawing": 4,
}  # fmt: skip


def usual() -> Floats:
    """How likely each of KINDS is for a picture of which nothing is known."""
    shares = np.array([_USUAL[kind] for kind in KINDS], np.float32)
    return np.asarray(shares / shares.sum())


def weighed(seen: Floats, text: PictureText | None, faces: Sequence[Box] | None) -> Floats:
    """How likely each of KINDS is, (len(KINDS),), by what was `seen` (len(KINDS),), what is written, and faces.

    `text` or `faces` are None while nobody has looked for them; where there were none that is evidence.
    """
    found = np.maximum(seen, _FLOOR)
    if text is not None:
        found = (_levelled(found) if text.lines else found) * np.exp(log_odds(text))
    found = found / found.sum()
    return found.astype(np.float32) if faces is None else _with_faces(found, faces)


def _levelled(found: Floats) -> Floats:
    """What is written can be read: the vector says that there is writing, the words say on what."""
    places = [KINDS.index(kind) for kind in WRITTEN]
    level = found.copy()
    level[places] = (1 - _LEVEL) * found[places] + _LEVEL * found[places].mean()
    return level


def _with_faces(found: Floats, faces: Sequence[Box]) -> Floats:
    """Photos of people are portraits or groups by the share that faces have of the picture; without any, neither."""
    places = [KINDS.index(kind) for kind in _LIVING]
    shares = np.full(len(_LIVING), (1 - _SURE) / 2)
    shares[_LIVING.index(_of_faces(faces))] = _SURE
    result = found.copy()
    result[places] = found[places].sum() * shares
    return result.astype(np.float32)


def _of_faces(faces: Sequence[Box]) -> PictureKind:
    areas = sorted((face.width * face.height for face in faces), reverse=True)
    others = [area for area in areas[1:] if area >= max(_SEEN, _COMPARABLE * areas[0])]
    if others:
        return "group"
    return "portrait" if areas and areas[0] >= LARGE else "photo"
