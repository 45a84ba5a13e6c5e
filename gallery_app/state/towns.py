"""Towns: what the place of a photo is called, looked up on the pool; the gazetteer takes a second to load."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.gallery.places import Town, key_of, town_at
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.group_names import town_name

Place = tuple[float, float]  # latitude and longitude in degrees


class Towns(QObject):
    """Remembers what it has been asked; `found` comes with each answer."""

    found = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._names: dict[Place, str] = {}
        self._asked: set[Place] = set()

    def name(self, latitude: float, longitude: float) -> str | None:
        """ "Lyon, France"; empty where no town is near, None as long as nobody knows."""
        place = latitude, longitude
        if place not in self._names and place not in self._asked:
            self._asked.add(place)
            self._jobs.run(lambda: town_at(*place), lambda town: self._know(place, town))
        return self._names.get(place)

    def _know(self, place: Place, town: Town | None) -> None:
        self._asked.discard(place)
        self._names[place] = "" if town is None else town_name(key_of(town))
        self.found.emit()
