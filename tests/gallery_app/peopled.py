"""Fills a library with faces and persons as the background leaves them, without a network."""

from __future__ import annotations

import numpy as np

from engine.core.records import Box, Floats, Person
from engine.library.catalog.understanding.face_table import FoundFace
from engine.library.library import Library

MODEL = "test"
LEFT, RIGHT = Box(0.1, 0.2, 0.2, 0.3), Box(0.6, 0.25, 0.15, 0.2)
ANN, NOBODY, BEN = 1, 2, 3  # Ann is on the forest's photos, an unnamed person on the beach's, Ben beside Ann on two


def fill_people(library: Library) -> None:
    """Faces on all photos but those at night, with codes by which the persons stand apart."""
    faces, files = library.catalog.faces, library.catalog.files.readable()
    digests = {file.path: file.digest or "" for file in files}
    forest = [digest for path, digest in digests.items() if path.startswith("forest")]
    beach = [digest for path, digest in digests.items() if path.startswith(("beach", "ש"))]
    found = {d: [FoundFace(LEFT, 0.9, _code(ANN))] for d in forest}
    found |= {d: [FoundFace(LEFT, 0.8, _code(NOBODY))] for d in beach}
    for digest in forest[:2]:
        found[digest].append(FoundFace(RIGHT, 0.95, _code(BEN)))
    faces.put(MODEL, found)
    faces.put_persons([Person(ANN, "Ann"), Person(NOBODY), Person(BEN, "Ben")])
    for face, _ in faces.of(found).values():
        whose = BEN if face.box.x > 0.5 else ANN if face.digest in forest else NOBODY
        faces.assign({face.id: whose})


def _code(person: int) -> Floats:
    code = np.zeros(128, np.float32)
    code[person] = 1
    return code
