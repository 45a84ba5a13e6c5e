"""PlanTable: a plan or receipt with pictures, fast for 100,000 rows."""

from __future__ import annotations

import os

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.library.rotations import shown_thumbnail
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.state.session import Session
from gallery_app.views.filing.plan_model import FROM, NOTE, PHOTO, SIZE, TO, PlanModel

PICTURE = 36  # pixels
SHARES = {PHOTO: 28, FROM: 24, TO: 28}  # of the width without the sizes, in percent; the note has the rest
NARROW, NARROW_SHARES = 800, {PHOTO: 38, FROM: 0, TO: 38}  # pixels; there the tool tip says where a photo is now
LINE = 28  # pixels that a line of text takes


class PlanTable(QTableView):
    """Space ticks the pile whose heading is current, or whose photo."""

    def __init__(self, session: Session, filing: FilingSession, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._filing = session, filing
        self.rows = PlanModel(self.name_of, self)
        self.rows.pixmap, self.rows.folder_of = self._pixmap, self._folder_of
        self.setModel(self.rows)
        self._loader = ThumbnailLoader(jobs, self, budget=32 << 20)
        self._loader.loaded.connect(lambda _keys: self.viewport().update())
        self._soon = QTimer(self)  # of what is scrolled past nothing is decoded
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._load)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())
        self.rows.modelReset.connect(self._reset)
        self.setAccessibleName(self.tr("What happens to each file"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(PICTURE, PICTURE))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def name_of(self, group: str) -> str:
        """A pile's name as it was when the plan was made."""
        names = {c.id: c.name for c in (*self._filing.gallery.clusters, *self._session.gallery.clusters)}
        if group in names:
            return names[group] or self.tr("Cluster without a name")
        return self.tr("A cluster that is no more") if group else self.tr("In no cluster")

    def _folder_of(self, source: str) -> str:
        """The folder a file is in, below its photo folder where it is there; the tool tip says the whole path."""
        folder = source.rpartition(os.sep)[0]
        for root in self._filing.gallery.roots.values():
            above = root.rstrip(os.sep).rpartition(os.sep)[0]
            if f"{folder}{os.sep}".startswith(root.rstrip(os.sep) + os.sep):
                return folder[len(above) + 1 :]
        return folder

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.fontMetrics().horizontalAdvance("8,888.8 MB") + 20
        self.setColumnWidth(SIZE, size)
        narrow = self.viewport().width() < theme.current().in_type(NARROW)
        self.setColumnHidden(FROM, narrow)
        for column, share in (NARROW_SHARES if narrow else SHARES).items():
            self.setColumnWidth(column, (self.viewport().width() - size) * share // 100)
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.rows.can_tick:
            row = self.currentIndex().row()
            headings = [heading for heading in self.rows.headings() if heading <= row]
            pile = self.rows.pile_at(headings[-1]) if headings else None
            if pile is not None:
                self.rows.ticked.emit(pile.group, pile.group in self.rows.unticked)
            return
        super().keyPressEvent(event)

    def _reset(self) -> None:
        height = max(PICTURE + 8, theme.current().in_type(LINE))
        self.verticalHeader().setDefaultSectionSize(height)
        self.clearSpans()
        for row in self.rows.headings():
            self.setSpan(row, PHOTO, 1, NOTE + 1)
        self._soon.start()

    def _load(self) -> None:
        """Decode the thumbnails that are seen."""
        if not self.isVisible():
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = self.rows.rowCount() - 1 if last < 0 else last
        gallery, library, wanted = self._filing.gallery, self._session.library, []
        side = round(PICTURE * self.devicePixelRatioF())
        for row in range(max(first, 0), last + 1):
            operation = self.rows.operation_at(row)
            if library is None or operation is None or operation.file not in gallery.row_of:
                continue
            at = gallery.row_of[operation.file]
            digest = gallery.files[at].digest
            if digest is not None:
                path = shown_thumbnail(library, digest, gallery.turn(at))
                wanted.append(ThumbnailRequest(operation.file, path, QSize(side, side), 4))
        self._loader.request(wanted)

    def _pixmap(self, file: int) -> QPixmap | None:
        found = self._loader.pixmap(file)
        if found is None:
            found = _blank(round(PICTURE * self.devicePixelRatioF()))
        found.setDevicePixelRatio(self.devicePixelRatioF())
        return found


def _blank(side: int) -> QPixmap:
    """Keeps the place of a picture that is on its way, so that names do not jump."""
    blank = QPixmap(side, side)
    blank.fill(Qt.GlobalColor.transparent)
    return blank
