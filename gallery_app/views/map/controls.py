"""MapControls: farther, nearer, and the whole map, as buttons in the map's lower corner."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gallery_app.widgets.labels import IconButton

INSET = 12  # pixels from the edges of the map


class MapControls(QFrame):
    """They do not take the focus from the map, whose keys do the same."""

    zoomed = Signal(int)  # by notches of the wheel
    fitted = Signal()
    moved = Signal()  # to another height above the lower edge: names leave room for them

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view, self._foot = view, 0
        self.setObjectName("segments")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(1)
        self.farther = self._button("zoom-out", self.tr("Farther (-)"))
        self.nearer = self._button("zoom-in", self.tr("Nearer (+)"))
        self.fit = self._button("fit", self.tr("Fit the map (0)"))
        self.farther.clicked.connect(lambda: self.zoomed.emit(-1))
        self.nearer.clicked.connect(lambda: self.zoomed.emit(1))
        self.fit.clicked.connect(self.fitted)
        for part in (self.farther, self.nearer, self.fit):
            row.addWidget(part)

    def _button(self, name: str, text: str) -> IconButton:
        made = IconButton(name, text)
        made.setIconSize(QSize(16, 16))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAutoRepeat(name != "fit")
        return made

    def show_state(self, *, fitted: bool, empty: bool) -> None:
        """What is fitted already cannot be fitted; an empty map has nothing to do with."""
        self.setHidden(empty)
        self.fit.setDisabled(fitted)

    @property
    def room(self) -> tuple[int, int]:
        """Width and height of the corner that they take."""
        size = self.sizeHint()
        return size.width() + INSET, size.height() + INSET

    def stand_above(self, foot: int) -> None:
        """Leave so many pixels at the lower edge to what is laid over it."""
        self._foot = foot
        self.place()
        self.moved.emit()

    def place(self) -> None:
        """Move to the lower corner, within the view."""
        self.resize(self.sizeHint())
        below = self.height() + INSET + self._foot
        self.move(self._view.width() - self.width() - INSET, self._view.height() - below)
