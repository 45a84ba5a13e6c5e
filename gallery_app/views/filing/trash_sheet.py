"""TrashSheet: what is about to be thrown away, counted and with pictures; Return does it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.library.rotations import shown_thumbnail
from gallery_app.base import theme
from gallery_app.base.painting import filled
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import button_words, size_words
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import counted, number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.overlay import Overlay

SHOWN, SIDE, GAP = 8, 64, 6  # pictures, and pixels
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TrashSheet(Overlay):
    """Fast for people: Delete, Return. Escape leaves everything as it is."""

    details_wanted = Signal()  # the plan, file by file
    confirmed = Signal()

    def __init__(self, window: QWidget, session: Session, filing: FilingSession, jobs: JobRunner) -> None:
        super().__init__(window)
        self._filing = filing
        self.asking = label(role="title", wrap=True)
        self.detail = label(role="muted", wrap=True)
        self.strip = _Pictures(session, filing, jobs)
        self.details = button(self.tr("Show every file…"), "link")
        self.details.clicked.connect(self._show_details)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.leave)
        self.confirm = button("", "primary")
        self.confirm.clicked.connect(self._confirm)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.details)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        for part in (self.asking, self.strip, self.detail):
            column.addWidget(part)
        column.addLayout(row)
        filing.changed.connect(self._refresh)

    def ask(self) -> None:
        """Open it for the options of the filing session, whose plan may be on its way."""
        self._refresh(opening=True)
        self.open_with_focus(self.confirm if self.confirm.isEnabled() else self)

    def place(self) -> None:
        width = min(max(600, theme.current().in_type(600)), self.over.width() - 32)
        self.setFixedWidth(width)
        self.adjustSize()
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.resize(width, height)
        self.move((self.over.width() - width) // 2, max(24, (self.over.height() - height) // 3))

    def leave(self) -> None:
        if not self.isHidden() and self._filing.step in ("what", "plan"):
            self._filing.leave()
        super().leave()

    def _confirm(self) -> None:
        if self._filing.ready:
            super().leave()
            self.confirmed.emit()

    def _show_details(self) -> None:
        super().leave()
        self.details_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURN:
            (self.leave if self.cancel.hasFocus() else self._confirm)()
        else:
            super().keyPressEvent(event)

    def _refresh(self, opening: bool = False) -> None:
        if not opening and self.isHidden():
            return
        filing, view = self._filing, self._filing.view
        ready, photos = filing.ready, 0 if view is None else view.photos
        if filing.problem:
            self.asking.setText(filing.problem)
        elif not ready and filing.planning:
            self.asking.setText(self.tr("Looking at the files…"))
        elif not photos:
            self.asking.setText(self.tr("There is nothing to throw away"))
        else:
            one, many = self.tr("Move {0} photo to the trash?"), self.tr("Move {0} photos to the trash?")
            self.asking.setText(counted(photos, one, many))
        self.detail.setText(self._details())
        self.detail.setVisible(bool(self.detail.text()))
        self.details.setEnabled(view is not None)
        self.confirm.setText(button_words(filing.options, photos) if ready else self.tr("Move to the trash"))
        self.confirm.setEnabled(ready)
        going = () if view is None else (o for o in view.operations if o.status != "left")
        self.strip.show_files([o.file for o in going if o.file is not None])
        self.setAccessibleName(self.asking.text())
        self.setAccessibleDescription(self.detail.text())
        if not opening:
            self.place()
            if ready and self.hasFocus():
                self.confirm.setFocus()

    def _details(self) -> str:
        view = self._filing.view
        if view is None:
            return ""
        lines = []
        if view.photos:
            companions = view.totals.files - view.photos
            parts = [size_words(view.totals.bytes)]
            if companions > 0:
                one, many = self.tr("with {0} file that belongs to them"), self.tr("with {0} files that belong to them")
                parts.append(counted(companions, one, many))
            lines.append(", ".join([*parts, self.tr("Undo brings them back")]) + ".")
        for drive in view.drives:
            if not drive.trash:
                says = self.tr("{0} has no trash: there they go to a folder on that drive, {1}. Nothing is deleted.")
                lines.append(says.format(drive.path, view.quarantine_on(drive.path)))
        lines += [self.tr("{0} left: {1}").format(number(count), translate(why)) for why, count in view.kept[:2]]
        return "\n".join(lines)


class _Pictures(QWidget):
    """The first photos in a row, and how many more there are."""

    def __init__(self, session: Session, filing: FilingSession, jobs: JobRunner) -> None:
        super().__init__()
        self._session, self._filing, self._files = session, filing, list[int]()
        self._loader = ThumbnailLoader(jobs, self, budget=8 << 20)
        self._loader.loaded.connect(lambda _keys: self.update())
        self.setFixedHeight(SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, Role.Graphic, leaf=True)
        self.setAccessibleName(self.tr("The photos"))

    def show_files(self, files: list[int]) -> None:
        self._files = files
        self.setVisible(bool(files))
        gallery, library, ratio = self._filing.gallery, self._session.library, self.devicePixelRatioF()
        wanted = []
        for file in files[:SHOWN]:
            row = gallery.row_of.get(file)
            digest = None if row is None else gallery.files[row].digest
            if library is not None and row is not None and digest is not None:
                path = shown_thumbnail(library, digest, gallery.turn(row))
                wanted.append(ThumbnailRequest(file, path, QSize(SIDE, SIDE) * ratio, 6 * ratio))
        self._loader.request(wanted)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, x = theme.current(), 0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = max(1, (self.width() - SIDE) // (SIDE + GAP))
            shown = self._files[: min(SHOWN, room)]
            for file in shown:
                box = QRectF(x, 0, SIDE, SIDE)
                picture = self._loader.pixmap(file)
                if picture is None:
                    filled(painter, box, QColor(now.raised), 6)
                else:
                    painter.drawPixmap(box, picture, QRectF(picture.rect()))
                x += SIDE + GAP
            if len(self._files) > len(shown):
                painter.setPen(QColor(now.muted))
                more = self.tr("+ {0}").format(number(len(self._files) - len(shown)))
                painter.drawText(QRectF(x, 0, self.width() - x, SIDE), Qt.AlignmentFlag.AlignVCenter, more)
