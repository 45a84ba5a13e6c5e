"""UnreadList: a foldable list of the files that could not be read, with reasons, at the end of the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from engine.library.reasons import IN_CLOUD
from gallery_app.i18n.numbers import number
from gallery_app.i18n.reason_names import reason_name
from gallery_app.widgets.labels import ElidedLabel, IconButton, label

if TYPE_CHECKING:  # the window's frame is painted before numpy is imported
    from engine.core.records import File
    from gallery_app.state.session import Session

SHOWN = 200  # files listed; of the others only the number is shown


class UnreadList(QWidget):
    """Hidden while every file could be read.

    `download` is emitted to fetch photos that are only in a cloud, `again` with the ids of files to be tried once more.
    """

    download = Signal()
    again = Signal(object)

    def __init__(self, unfolded: bool = False) -> None:
        super().__init__()
        self.head = IconButton("unread", self.tr("Unread"))
        self.head.setToolTip(self.tr("Unread files"))
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setCheckable(True)
        self.head.setChecked(unfolded)
        self.head.toggled.connect(self._fold)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(10, 2, 8, 6)
        self._lines.setSpacing(6)
        self._files: tuple[File, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._body.hide()
        self.hide()

    def show_files(self, files: Sequence[File]) -> None:
        self.setVisible(bool(files))
        self.head.setText(" " + self.tr("Unread  {0}").format(number(len(files))))  # as beside every other icon here
        if tuple(files) != self._files:
            self._files = tuple(files)
            self._fold(self.head.isChecked())

    def reasons(self) -> list[str]:
        """The listed files with their reasons."""
        return [f"{f.path}: {reason_name(f.problem or '')}" for f in self._files[:SHOWN]]

    def _line(self, file: File) -> QHBoxLayout:
        """The name of a file, and a button to try it once more."""
        line = QHBoxLayout()
        line.addWidget(ElidedLabel(file.path, mode=Qt.TextElideMode.ElideMiddle), 1)
        if file.problem != IN_CLOUD:
            button = IconButton("rotate-right", self.tr("Try {0} again").format(file.path))
            button.setToolTip(self.tr("Try again"))
            button.clicked.connect(lambda: self.again.emit([file.id]))
            line.addWidget(button)
        return line

    def _fold(self, open_: bool) -> None:
        _empty(self._lines)
        self._body.hide()  # hidden while it is filled: else each line would cause a layout of all above it
        if not open_:
            return
        if any(file.problem == IN_CLOUD for file in self._files):
            fetch = QPushButton(self.tr("Download what is in the cloud"))
            fetch.clicked.connect(self.download)
            self._lines.addWidget(fetch)
        failed = [file for file in self._files if file.problem != IN_CLOUD]
        if len(failed) > 1:
            every = QPushButton(self.tr("Try all again"))
            every.clicked.connect(lambda: self.again.emit([file.id for file in failed]))
            self._lines.addWidget(every)
        for file in self._files[:SHOWN]:
            self._lines.addLayout(self._line(file))
            self._lines.addWidget(label(reason_name(file.problem or ""), "small", wrap=True))
        if len(self._files) > SHOWN:
            self._lines.addWidget(label(self.tr("and {0} more").format(number(len(self._files) - SHOWN)), "small"))
        self._body.show()


def read_again(session: Session, files: Sequence[int]) -> None:
    """Forget why these files (ids) could not be read, and look for what is new: then they are."""
    ids = list(files)
    session.query(lambda library: library.catalog.files.try_again(ids), lambda _: session.rescan())


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)
