"""AppSettings: the window's settings, in one INI file beside the libraries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from gallery_app.base import motion
from gallery_app.base.theme import TEXT_SIZES

RECENT = 8
MAP = "neighbours"  # until another projection is chosen
SECONDS = 4  # that a slideshow shows a photo
SLIDE_SECONDS = (2, 3, SECONDS, 6, 10, 20)


T = TypeVar("T", bound=str)


def known(choices: Sequence[T], kept: str) -> T:
    """The saved choice; the first of `choices` where it is none of them."""
    return next((choice for choice in choices if choice == kept), choices[0])


class AppSettings:
    """Each property reads and writes one key of QSettings."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        return str(self._kept.value("theme", "system"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._kept.setValue("theme", name)

    @property
    def text_size(self) -> int:
        """Percent of the system's text."""
        kept = str(self._kept.value("text_size", TEXT_SIZES[0]))
        return next((size for size in TEXT_SIZES if str(size) == kept), TEXT_SIZES[0])

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._kept.setValue("text_size", percent)

    @property
    def motion(self) -> str:
        """system, full or less: whether what changes glides."""
        return known(motion.NAMES, str(self._kept.value("motion", "system")))

    @motion.setter
    def motion(self, name: str) -> None:
        self._kept.setValue("motion", name)

    @property
    def language(self) -> str:
        """system, or the code of a language."""
        return str(self._kept.value("language", "system"))

    @language.setter
    def language(self, name: str) -> None:
        self._kept.setValue("language", name)

    @property
    def backbone(self) -> str:
        """The embedding network of the next training; empty for the default."""
        return str(self._kept.value("backbone", ""))

    @backbone.setter
    def backbone(self, name: str) -> None:
        self._kept.setValue("backbone", name)

    @property
    def preview(self) -> bool:
        """Whether a retrain is previewed before it is applied."""
        return self.flag("preview", True)

    @preview.setter
    def preview(self, on: bool) -> None:
        self.keep_flag("preview", on)

    @property
    def slide_seconds(self) -> int:
        """Seconds that a slideshow shows a photo."""
        kept = str(self._kept.value("slide_seconds", SECONDS))
        return next((n for n in SLIDE_SECONDS if str(n) == kept), SECONDS)

    @slide_seconds.setter
    def slide_seconds(self, seconds: int) -> None:
        self._kept.setValue("slide_seconds", seconds)

    @property
    def view(self) -> str:
        """photos, map or both."""
        return str(self._kept.value("view", "both"))

    @view.setter
    def view(self, name: str) -> None:
        self._kept.setValue("view", name)

    @property
    def sort(self) -> str:
        """confidence, date, name or size: how photos are ordered within a cluster."""
        return str(self._kept.value("sort", "confidence"))

    @sort.setter
    def sort(self, sort: str) -> None:
        self._kept.setValue("sort", sort)

    @property
    def map(self) -> str:
        """Name of the projection that the map shows."""
        return str(self._kept.value("map", MAP))

    @map.setter
    def map(self, name: str) -> None:
        self._kept.setValue("map", name)

    @property
    def group(self) -> str:
        """content, time, place or people: what photos are grouped by."""
        return str(self._kept.value("group", "content"))

    @group.setter
    def group(self, group: str) -> None:
        self._kept.setValue("group", group)

    @property
    def unit(self) -> str:
        """day, month or year: what time is grouped in."""
        return str(self._kept.value("unit", "month"))

    @unit.setter
    def unit(self, unit: str) -> None:
        self._kept.setValue("unit", unit)

    @property
    def zoom(self) -> float:
        """Thumbnail size, 1 is the default; 0.1 to 10."""
        kept = str(self._kept.value("zoom", "1"))
        try:
            return min(max(float(kept), 0.1), 10.0)
        except ValueError:
            return 1.0  # edited by hand

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._kept.setValue("zoom", zoom)

    @property
    def updates_asked(self) -> date | None:
        """When a server was last asked for a newer version."""
        try:
            return date.fromisoformat(str(self._kept.value("updates_asked", "")))
        except ValueError:
            return None  # never

    @updates_asked.setter
    def updates_asked(self, day: date) -> None:
        self._kept.setValue("updates_asked", day.isoformat())

    @property
    def updates_seen(self) -> str:
        """The newer version that is not to be shown again."""
        return str(self._kept.value("updates_seen", ""))

    @updates_seen.setter
    def updates_seen(self, version: str) -> None:
        self._kept.setValue("updates_seen", version)

    @property
    def last_folder(self) -> str | None:
        """The folder that was open when the window was closed."""
        return str(self._kept.value("last_folder", "")) or None

    @last_folder.setter
    def last_folder(self, folder: str | None) -> None:
        self._kept.setValue("last_folder", folder or "")

    @property
    def recent(self) -> list[tuple[str, str]]:
        """(folder, library) of what was opened, the latest first."""
        words = self._kept.value("recent", [])
        flat = [str(w) for w in words] if isinstance(words, list) else []
        return list(zip(flat[::2], flat[1::2], strict=False))

    def remember(self, folder: str, library: str) -> None:
        """Put a folder first among the recent ones."""
        others = [pair for pair in self.recent if pair[0] != folder]
        self._kept.setValue("recent", [w for pair in [(folder, library), *others][:RECENT] for w in pair])

    def library_of(self, folder: str) -> Path | None:
        """The library in which a folder was organised before."""
        return next((Path(library) for known, library in self.recent if known == folder), None)

    def state(self, name: str) -> QByteArray | None:
        """A geometry or splitter state as Qt saved it."""
        value = self._kept.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        self._kept.setValue(f"state/{name}", state)

    def flag(self, name: str, default: bool) -> bool:
        """Whether a part of the window is shown."""
        return str(self._kept.value(f"shown/{name}", default)).lower() == "true"

    def keep_flag(self, name: str, on: bool) -> None:
        self._kept.setValue(f"shown/{name}", on)

    def word(self, name: str, default: str = "") -> str:
        """A choice that was kept by its name."""
        return str(self._kept.value(name, default))

    def keep_word(self, name: str, word: str) -> None:
        self._kept.setValue(name, word)

    def save(self) -> None:
        self._kept.sync()
