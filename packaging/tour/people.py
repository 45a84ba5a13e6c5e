"""The states of the window around people, with the drawn portraits of the demo gallery in the place of photographs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.core.records import Box, Floats, Person
from engine.library.catalog.understanding.face_table import FoundFace
from engine.library.library import Library
from gallery_app.app import Parts
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

PERSONS = ("", "Ann", "Tom", "Aisha", "", "", "")  # by number; 0 is nobody's
# By the number in a portrait's name: its heads, in shares of the picture, and whose each is.
HEADS: dict[str, list[tuple[Box, int]]] = {
    "0304": [(Box(0.11, 0.38, 0.19, 0.2), 6), (Box(0.405, 0.39, 0.19, 0.21), 1), (Box(0.70, 0.38, 0.19, 0.21), 0)],
    "0308": [(Box(0.17, 0.29, 0.23, 0.29), 2), (Box(0.62, 0.36, 0.21, 0.27), 1)],
    "0309": [(Box(0.325, 0.27, 0.35, 0.33), 3)],
    "0310": [(Box(0.34, 0.30, 0.32, 0.35), 4)],
    "0306": [(Box(0.34, 0.31, 0.32, 0.31), 5)],
    "0305": [(Box(0.36, 0.25, 0.28, 0.40), 3)],
    "0303": [(Box(0.34, 0.30, 0.32, 0.32), 1)],
    "0300": [(Box(0.32, 0.28, 0.36, 0.34), 2)],
    "0302": [(Box(0.38, 0.24, 0.25, 0.38), 4)],
    "0307": [(Box(0.35, 0.31, 0.31, 0.37), 1)],
    "0311": [(Box(0.12, 0.34, 0.17, 0.22), 1), (Box(0.42, 0.34, 0.17, 0.22), 5)],
    "0301": [(Box(0.17, 0.34, 0.22, 0.24), 3), (Box(0.615, 0.37, 0.22, 0.23), 6)],
}
MISSED = "0311", Box(0.71, 0.33, 0.17, 0.23)  # a head that nobody has found


def fill_people(library: Library) -> None:
    """Enter the heads as if faces had been looked for, and the persons that they make.

    The library says no all the while: the network would not find drawn faces, and take these away.
    """
    faces = library.catalog.faces
    digests = {file.path[-9:-5]: file.digest for file in library.catalog.files.readable() if "profile_" in file.path}
    known = {digest: HEADS[number] for number, digest in digests.items() if digest is not None and number in HEADS}
    with library.catalog.transaction():
        faces.put("tour", {d: [FoundFace(box, 0.9, _code(p)) for box, p in heads] for d, heads in known.items()})
        faces.put_persons(Person(number, name) for number, name in enumerate(PERSONS) if number)
        for face, _ in faces.of(known).values():
            whose = next(number for box, number in known[face.digest] if box.overlap(face.box) > 0.9)
            faces.assign({face.id: whose or None})


def people_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on the work page, and forgets the faces that it has made."""
    window, session, workspace = parts.window, parts.session, parts.workspace
    actions, people = window.actions_, workspace.people

    def find(number: str) -> int:
        return next(file.id for file in session.gallery.files if file.path.endswith(f"{number}.webp"))

    def fill() -> None:
        assert session.library is not None
        session.query(fill_people, lambda _none: session.reload())

    def ask() -> None:
        people.consent.answer, people.consent.asking = None, True
        people.consent.changed.emit()

    def answer() -> None:
        people.consent.answer, people.consent.asking = True, False
        people.consent.changed.emit()

    def hover() -> None:
        people.faces.open(people.faces.layer.faces[0])

    def draw() -> None:
        number, box = MISSED
        workspace.pages.show_photo(find(number))
        QApplication.processEvents()
        actions["draw-face"].trigger()
        layer, place = people.faces.layer, workspace.viewer.canvas.place_of(box)
        QTest.mousePress(layer, Qt.MouseButton.LeftButton, pos=place.topLeft().toPoint())
        QTest.mouseMove(layer, place.bottomRight().toPoint() - QPoint(1, 1))
        QTest.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=place.bottomRight().toPoint())

    def back() -> None:
        workspace.view_options.group_by("content")
        workspace.view_options.show_view("both")

    def close_dialogs() -> None:
        for dialog in window.findChildren(QMessageBox):
            dialog.close()

    yield State("people-asked", then(lambda: workspace.view_options.show_view("photos"), ask), AND_CONTRAST)
    yield waiting(then(answer, fill))
    yield State("people", lambda: workspace.view_options.group_by("people"), AND_CONTRAST)
    yield State("person", lambda: people.shelf.choose(1), AND_CONTRAST)
    yield State("person-named", lambda: people.shelf.rename(4), SMALL)
    yield waiting(then(lambda: people.people.show(None, None), lambda: workspace.pages.show_photo(find("0304"))))
    yield State("faces", actions["face-frames"].trigger, AND_CONTRAST)
    yield State("face", hover, SMALL)
    yield State("face-drawn", draw, SMALL)
    yield waiting(then(people.faces.card.leave, actions["face-frames"].trigger, workspace.viewer.closed.emit))
    yield State("who", actions["who"].trigger, AND_CONTRAST)
    yield waiting(people.page.closed.emit)
    yield State("faces-forgotten", actions["forget-faces"].trigger, SMALL)
    yield waiting(then(close_dialogs, people.forgetting.forget, back))


def _code(person: int) -> Floats:
    code = np.zeros(128, np.float32)
    code[person] = 1
    return code
