"""Forgetting: all that is known of faces is counted, and deleted for good where the user says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.library.library import Library
from engine.library.safety.faces import Forgotten, forget_faces
from gallery_app.state.people.consent import Consent
from gallery_app.state.session import Session


@dataclass(frozen=True)
class Known:
    """What would be gone: faces, the persons they make, how many of those have a name, and words of the user's."""

    faces: int = 0
    persons: int = 0
    named: int = 0
    said: int = 0


class Forgetting(QObject):
    forgotten = Signal(object)  # Forgotten

    def __init__(self, session: Session, consent: Consent, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._consent = session, consent

    def count(self, done: Callable[[Known], object]) -> None:
        """Count it, then call `done`."""
        self._session.query(_known, done)

    def forget(self) -> None:
        """Delete it; faces are not looked for any more, and what is found still is not kept."""
        self._consent.say(False)
        self._session.query(lambda library: forget_faces(library.catalog), self._done)

    def _done(self, forgotten: Forgotten) -> None:
        self._session.refresh(Changes.PEOPLE, self)
        self.forgotten.emit(forgotten)


def _known(library: Library) -> Known:
    faces = library.catalog.faces
    persons = list(faces.persons().values())
    shown = faces.shown()
    named = sum(bool(person.name) for person in persons)
    used = {face.person for face in shown if face.person is not None} | {p.id for p in persons if p.name}
    return Known(len(shown), len(used), named, len(faces.words.all()))
