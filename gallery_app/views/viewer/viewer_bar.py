"""ViewerBar: name, cluster and position of the viewed photo, and buttons to step, turn, zoom and close."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gallery_app.base import theme
from gallery_app.base.actions import native
from gallery_app.base.marks import Mark, chip
from gallery_app.i18n.numbers import number, percent
from gallery_app.widgets.labels import ElidedLabel, IconButton, label

LEAST = 40  # pixels of a name, however narrow the window
SPARED, NARROW = ("slideshow", "fullscreen"), 900  # buttons with keys and menus, and pixels below which they go
BUTTONS = 6, 2  # the room before the buttons, and between groups of them


class ViewerBar(QWidget):
    """Changes nothing itself: `pressed` carries the name of the button."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._spared: list[IconButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 8, 6)
        self._row.setSpacing(3)
        self._chip, self._cluster = label(), ElidedLabel(role="muted")
        self._name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._cluster.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cluster.setMinimumWidth(LEAST)
        self._name.setMinimumWidth(2 * LEAST)
        self._position, self._percent = label(role="muted"), label(role="muted")
        self._percent.setMinimumWidth(48)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button("back", "chevron-left", self.tr("Previous photo"), "Left")
        self._row.addWidget(self._position)
        self._button("on", "chevron-right", self.tr("Next photo"), "Right")
        self._row.addWidget(self._chip)
        self._row.addWidget(self._cluster)
        self._row.addSpacing(BUTTONS[1])
        self._row.addWidget(self._name, 1)
        self._row.addSpacing(BUTTONS[0])
        self._button("left", "rotate-left", self.tr("Turn the view to the left"), "Shift+R")
        self._button("right", "rotate-right", self.tr("Turn the view to the right"), "R")
        self._row.addSpacing(BUTTONS[1])
        self._button("smaller", "zoom-out", self.tr("Smaller"), "-")
        self._row.addWidget(self._percent)
        self._button("larger", "zoom-in", self.tr("Larger"), "+")
        self._button("fit", "fit", self.tr("Fit into the window"), "0")
        self._row.addSpacing(BUTTONS[1])
        self._button("filmstrip", "panel-bottom", self.tr("Filmstrip"), "T")
        self._button("text", "text", self.tr("Text in the photo"), "L")
        self._button("facts", "info", self.tr("Facts about the photo"), "I")
        self._button("face-frames", "face", self.tr("Names on faces"), "N")
        self._row.addSpacing(BUTTONS[1])
        self._button("slideshow", "slideshow", self.tr("Slideshow"), "S")
        self._button("fullscreen", "fullscreen", self.tr("Full screen"), "F11")
        self._button("close", "close", self.tr("Close the viewer"), "Esc")

    def _button(self, name: str, drawing: str, tip: str, key: str) -> None:
        button = IconButton(drawing, tip)
        button.setObjectName(name)
        button.setToolTip(f"{tip} ({native(key)})")
        button.clicked.connect(lambda: self.pressed.emit(name))
        if name in SPARED:
            button.setMinimumWidth(1)  # it goes where there is no room, and must not keep the window from shrinking
            self._spared.append(button)
        self._row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._spared:
            button.setVisible(event.size().width() >= theme.current().in_type(NARROW))

    def show_photo(self, name: str, cluster: str, mark: Mark, position: int, count: int) -> None:
        """`position` (from 1) of `count` photos of its cluster."""
        self._name.setText(name)
        self._position.setText(f"{number(position)} / {number(count)}")
        self._cluster.setText(cluster)
        self._chip.setPixmap(chip(mark).pixmap(QSize(12, 12), self.devicePixelRatioF()))

    def show_zoom(self, scale: float) -> None:
        """`scale` is device pixels a picture pixel."""
        self._percent.setText(percent(scale))
