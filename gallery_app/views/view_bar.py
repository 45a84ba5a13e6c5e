"""ViewBar: over the photos - which view, days or months where they are grouped by time, and how many are found."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gallery_app.actions import Actions
from gallery_app.session import Session
from gallery_app.widgets.labels import label
from gallery_app.widgets.segments import Segments

NARROW = 520  # pixels, below which icons have to do
NARROWER = 340  # pixels, below which days, months and years are left to the menu


class ViewBar(QFrame):
    """Says so where not everything is shown."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewbar")
        self._session = session
        self._views = Segments([actions[f"view-{v}"] for v in ("photos", "map", "both")], self.tr("View"))
        self._units = Segments([actions[f"unit-{u}"] for u in ("day", "month", "year")], self.tr("Time in"))
        self._found = label(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._views)
        row.addWidget(self._units)
        row.addStretch(1)
        row.addWidget(self._found)
        session.changed.connect(lambda _changes, _origin: self._refresh())
        session.filters.changed.connect(lambda _origin: self._refresh())
        self._refresh()

    def text(self) -> str:
        """How many are found, or nothing where all are shown."""
        return self._found.text()

    def _refresh(self) -> None:
        shown = self._session.filters.shown
        timed = shown.ask.group == "time" and shown.ask.like is None
        self._units.setVisible(timed and self.width() >= NARROWER)
        count, total = f"{len(shown.rows):,}", f"{len(shown.gallery):,}"
        self._found.setText(self.tr("{0} of {1} photos").format(count, total) if shown.ask.filters else "")
        self._found.setVisible(shown.ask.filters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._views.set_compact(self.width() < NARROW)
        self._refresh()
        super().resizeEvent(event)
