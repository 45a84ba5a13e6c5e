"""Towns: reverse geocoding of photo locations on the pool; the gazetteer takes a second to load."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.gallery.places import Town, key_of, town_at
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.group_names import town_name

Location = tuple[float, float]  # latitude and longitude in degrees


class Towns(QObject):
    """Caches town names by location; `found` is emitted with each new one."""

    found = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._names: dict[Location, str] = {}
        self._asked: set[Location] = set()

    def name(self, latitude: float, longitude: float) -> str | None:
        """ "Lyon, France"; empty where no town is near, None until it is looked up."""
        location = latitude, longitude
        if location not in self._names and location not in self._asked:
            self._asked.add(location)
            self._jobs.run(
                lambda: town_at(*location),
                lambda town: self._town_found(location, town),
                over=lambda: self._asked.discard(location),  # also after an error: it is looked up again
            )
        return self._names.get(location)

    def _town_found(self, location: Location, town: Town | None) -> None:
        self._names[location] = "" if town is None else town_name(key_of(town))
        self.found.emit()
