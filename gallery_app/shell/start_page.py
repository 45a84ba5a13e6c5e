"""StartPage: a drop field for a folder, the demo gallery, and recent folders; MessagePage: an error or empty state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.base.icons import app_icon, icon
from gallery_app.base.plain_tip import plain_tip
from gallery_app.views.parts.unread_list import UnreadList
from gallery_app.widgets.labels import Drawing, button, label

if TYPE_CHECKING:  # the window's frame is painted before numpy is imported
    from engine.core.records import File

CENTRE = Qt.AlignmentFlag.AlignHCenter
LOW = 420  # pixels: a lower page is words only
WIDTH = 620  # of a message, in pixels


class DropField(QFrame):
    """The dashed drop field; `lit` while a folder is dragged over the window."""

    def __init__(self) -> None:
        super().__init__()
        self.lit = False

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(560, 320))  # less in a low window

    def set_lit(self, lit: bool) -> None:
        self.lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        pen = QPen(QColor(now.accent if self.lit else now.border), 2)
        pen.setDashPattern([4, 4])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.setBrush(QColor(now.tint if self.lit else now.panel))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 16, 16)


class StartPage(QWidget):
    """Shown while no library is open."""

    choose = Signal()
    demo = Signal()
    recent_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = DropField()
        self._inside(QVBoxLayout(self.field))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column = QVBoxLayout(self)
        column.setSpacing(18)
        column.addStretch(3)
        column.addWidget(self.field, 0, CENTRE)
        column.addLayout(self._recent)
        column.addStretch(4)
        private = self.tr("Your pictures stay on this computer. Nothing is sent anywhere.")
        column.addWidget(label(private, "small"), 0, CENTRE)

    def _inside(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(10)
        mark = self._mark = label()
        mark.setPixmap(app_icon().pixmap(72, 72))
        mark.setAccessibleName("Photoloom")
        column.addStretch()
        column.addWidget(mark, 0, CENTRE)
        column.addWidget(label(self.tr("Drop a folder of pictures here"), "huge"), 0, CENTRE)
        said = label(self.tr("Photoloom sorts it by what the pictures show. The originals are not touched."), "muted")
        column.addWidget(said, 0, CENTRE)
        column.addSpacing(14)
        row = QHBoxLayout()
        self._choose = button(self.tr("Choose a folder…"), "primary")
        self._choose.clicked.connect(self.choose)
        self._demo = button(self.tr("Look at the demo gallery"), "big")
        self._demo.clicked.connect(self.demo)
        row.addStretch()
        row.addWidget(self._choose)
        row.addWidget(self._demo)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.setVisible(self.height() >= theme.current().in_type(LOW))

    def show_recent(self, folders: list[str]) -> None:
        """Show links to recent folders, the latest first."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if folders:
            self._recent.addWidget(label(self.tr("OPEN AGAIN"), "section"), 0, CENTRE)
        for folder in folders[:4]:
            link = button(f"{Path(folder).name}   ·   {_short(folder)}", "link")
            link.setIcon(icon("folder"))
            link.setToolTip(plain_tip(folder))
            link.clicked.connect(lambda _on=False, folder=folder: self.recent_chosen.emit(folder))
            self._recent.addWidget(link, 0, CENTRE)


class MessagePage(QWidget):
    """Shown where there are no photos: what happened, and what to do."""

    choose = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing("photos", 64)
        self._title = label(role="huge")
        self._sentence = label(role="muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(WIDTH)
        self._again = button(self.tr("Try again"), "primary")
        self._again.clicked.connect(self._try_again)
        self.looking = False  # it is being tried again
        other = button(self.tr("Choose another folder…"), "big")
        other.clicked.connect(self.choose)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._again)
        row.addWidget(other)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(3)
        for widget in (self._drawing, self._title):
            column.addWidget(widget, 0, CENTRE)
        middle = QHBoxLayout()  # aligned, a label of several lines would be cut off
        middle.addStretch()
        middle.addWidget(self._sentence)
        middle.addStretch()
        column.addLayout(middle)
        column.addLayout(row)
        column.addWidget(self._list_of_unread(), 0, CENTRE)
        column.addStretch(4)

    def _list_of_unread(self) -> QWidget:
        self.unread = UnreadList(unfolded=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFixedSize(WIDTH, 200)
        self._area.setWidget(self.unread)
        self._area.setAccessibleName(self.tr("Unread files"))
        return self._area

    def show_message(self, drawing: str, title: str, sentence: str, again: bool, unread: Sequence[File] = ()) -> None:
        """`unread` are the files that could not be read, listed with their reasons."""
        self.unread.show_files(unread)
        self._area.setHidden(not unread)
        self._drawing.set_drawing(drawing)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._again.setVisible(again)
        self.stop_looking()

    def stop_looking(self) -> None:
        self._show_looking(False)

    def _try_again(self) -> None:
        if not self.looking:
            self._show_looking(True)
            self.again.emit()

    def _show_looking(self, on: bool) -> None:
        """The button stays, and keeps the focus."""
        self.looking = on
        self._again.setText(self.tr("Looking again…") if on else self.tr("Try again"))

    def text(self) -> str:
        return f"{self._title.text()}: {self._sentence.text()}"


def _short(folder: str) -> str:
    path = Path(folder).parent
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
