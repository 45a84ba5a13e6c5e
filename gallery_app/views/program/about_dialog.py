"""AboutDialog: which Photoloom this is, what it is made of, and where everything lies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import engine
from gallery_app.base import desktop, theme
from gallery_app.base.icons import app_icon
from gallery_app.i18n.bidi import isolated
from gallery_app.state.program.facts import short_version
from gallery_app.state.program.redaction import short_path
from gallery_app.widgets.labels import ElidedLabel, button, label

WIDTH, ICON, ROW = 540, 72, 32
Place = tuple[str, Path | None]  # what lies there, and where; None: nowhere yet


class AboutDialog(QDialog):
    """`licences` asks for all of them; *Copy* copies `copied`, without a path of the user's."""

    licences = Signal()

    def __init__(self, window: QWidget, places: Sequence[Place], device: str, copied: Sequence[str]) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("About Photoloom"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copied = "\n".join(copied)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.device = self._fact(self.tr("Device"), device)
        self._fact(self.tr("Made with"), short_version())
        self.shows = [self._place(what, place) for what, place in places]
        self.copy = button(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the versions, for a report; no path of yours is among them"))
        self.copy.clicked.connect(self._copy)
        self.all_licences = button(self.tr("Licences…"))
        self.all_licences.clicked.connect(self.licences)
        self.close_ = button(self.tr("Close"), "primary")
        self.close_.clicked.connect(self.accept)
        self.close_.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.copy)
        row.addWidget(self.all_licences)
        row.addStretch(1)
        row.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(18)
        column.addLayout(self._head())
        column.addLayout(self._grid)
        column.addWidget(self._thanks())
        column.addStretch(1)
        column.addLayout(row)
        self._fit()
        self.close_.setFocus()

    def show_device(self, device: str) -> None:
        """What computes, once it is known."""
        self.device.setText(device)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
        picture.setFixedSize(ICON, ICON)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Photoloom", "huge"))
        words.addWidget(label(self.tr("Version {0}").format(engine.__version__), "muted"))
        words.addWidget(label(self.tr("It sorts your photos on this computer, and only there."), wrap=True))
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _thanks(self) -> QLabel:
        return label(
            self.tr(
                "Photoloom is free software under the Apache License 2.0. Networks: EfficientNet-Lite (Apache-2.0). "
                "Names of things: WordNet 3.0 (Princeton University). Names of towns: GeoNames (geonames.org, CC BY "
                "4.0). Coasts: Natural Earth (public domain). Borders: country-coder (ISC). Icons: Lucide (ISC)."
            ),
            "small",
            wrap=True,
        )

    def _fact(self, what: str, text: str) -> QLabel:
        row = self._next_row()
        value = label(text, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(label(what, "muted"), row, 0)
        self._grid.addWidget(value, row, 1, 1, 2)
        return value

    def _next_row(self) -> int:
        """A row as high as those with a button."""
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, theme.current().in_type(ROW))
        return row

    def _place(self, what: str, place: Path | None) -> QWidget:
        row = self._next_row()
        self._grid.addWidget(label(what, "muted"), row, 0)
        shown = self.tr("(no folder is open)") if place is None else isolated(short_path(place))
        self._grid.addWidget(ElidedLabel(shown, mode=Qt.TextElideMode.ElideMiddle), row, 1)
        show = button(self.tr("Show"), "link")
        show.setAccessibleName(self.tr("Show: {0}").format(what))
        show.setVisible(place is not None)
        show.clicked.connect(lambda: desktop.open_folder(place) if place is not None else None)
        self._grid.addWidget(show, row, 2)
        return show

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self.copy.setText(self.tr("Copied"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        width = theme.current().in_type(WIDTH)
        layout = self.layout()
        assert layout is not None
        self.setFixedWidth(width)
        self.resize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))
