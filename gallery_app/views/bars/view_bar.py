"""ViewBar: above the photos: view (photos, map, both), unit of time, number of matches, and map layout."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from gallery_app.base import theme
from gallery_app.base.actions import Actions
from gallery_app.i18n.numbers import number, one_or_many
from gallery_app.state.session import Session
from gallery_app.widgets.labels import IconButton, label
from gallery_app.widgets.segments import Segments

NARROW = 520  # pixels, below which icons have to do
GAPS = 80  # pixels between the parts and beside them


class ViewBar(QFrame):
    """Unit of time and map layout are hidden where they do not apply or do not fit; both are in the menu, too."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewbar")
        self._session, self._map_hidden = session, actions["view-photos"]
        self._views = Segments([actions[f"view-{v}"] for v in ("photos", "map", "both")], self.tr("View"))
        self._units = Segments([actions[f"unit-{u}"] for u in ("day", "month", "year")], self.tr("Time in"))
        self._units.setMinimumWidth(1)  # it goes where there is no room, and must not keep the bar from shrinking
        self._found = label(role="muted")
        self.maps = self._maps_button(actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._views)
        row.addWidget(self._units)
        row.addStretch(1)
        row.addWidget(self._found)
        row.addWidget(self.maps)
        for view in ("photos", "map", "both"):
            actions[f"view-{view}"].toggled.connect(lambda _on: self._refresh())
        session.changed.connect(lambda _changes, _origin: self._refresh())
        session.filters.changed.connect(lambda _origin: self._refresh())
        self._refresh()

    def text(self) -> str:
        """The number of matches; empty without a filter."""
        return self._found.text()

    def _maps_button(self, actions: Actions) -> QToolButton:
        """The button of the map layout, with a menu of all layouts and of saving the map."""
        made = IconButton("chevron-down", self.tr("Map layout"))
        made.setIconSize(QSize(14, 14))
        made.setMinimumWidth(1)  # as with days, months and years
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.setLayoutDirection(self.layoutDirection())
        for action in actions.group("map").values():
            action.toggled.connect(lambda on, action=action: self._name_map(action.text()) if on else None)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(actions["save-map"])
        made.setMenu(menu)
        return made

    def _name_map(self, name: str) -> None:
        self.maps.setText(name)
        self._refresh()

    def _refresh(self) -> None:
        shown = self._session.filters.shown
        mapped = shown.xy is None and not shown.early and len(shown.gallery) > 0
        on_map = not self._map_hidden.isChecked() and mapped
        total = len(shown.gallery)
        found = one_or_many(total, self.tr("{0} of {1} photo"), self.tr("{0} of {1} photos"))
        self._found.setText(found.format(number(len(shown.rows)), number(total)) if shown.options.filters else "")
        self._found.setVisible(shown.options.filters)
        room = self.width() - GAPS - self._views.sizeHint().width()
        room -= self._found.sizeHint().width() if shown.options.filters else 0
        for part, wanted in ((self._units, shown.timed), (self.maps, on_map)):  # both stand in the menu, too
            room -= part.sizeHint().width() if wanted else 0
            part.setVisible(wanted and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._views.set_compact(self.width() < theme.current().in_type(NARROW))
        self._refresh()
        super().resizeEvent(event)
