"""PhotoEnd: a photo at one end of a way; a press opens a wall of photos to choose another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, hairline, ring
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.fit_screen import available, fitted

SIDE, SMALL = 96, 72  # pixels: the photo, and those of the wall
ACROSS, MOST = 8, 48  # photos of the wall


class PhotoButton(QAbstractButton):
    """A photo of the gallery that can be pressed."""

    def __init__(self, session: Session, loader: ThumbnailLoader, side: int) -> None:
        super().__init__()
        self._session, self._loader, self._side = session, loader, side
        self.file: int | None = None
        self.setFixedSize(QSize(side + 8, side + 8))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        loader.loaded.connect(self._loaded)

    def show_photo(self, file: int | None) -> None:
        self.file = file
        self.update()

    def _loaded(self, _keys: object) -> None:
        """Not a lambda, which would outlive a button of a wall."""
        self.update()

    def request(self) -> ThumbnailRequest | None:
        """The thumbnail that it needs."""
        row = self._session.gallery.row_of.get(self.file) if self.file is not None else None
        if row is None:
            return None
        ratio, digest = self.devicePixelRatioF(), self._session.gallery.files[row].digest
        size = QSize(self._side, self._side) * ratio
        return ThumbnailRequest((self.file, digest, self._side), self._session.thumbnail(row), size, RADIUS * ratio)

    def name(self) -> str:
        """The name of its file."""
        row = self._session.gallery.row_of.get(self.file) if self.file is not None else None
        return "" if row is None else self._session.gallery.files[row].path.rpartition("/")[2]

    def paintEvent(self, event: QPaintEvent) -> None:
        wanted, now = self.request(), theme.current()
        pixmap: QPixmap | None = None if wanted is None else self._loader.pixmap(wanted.key)
        box = QRectF(QRect(4, 4, self._side, self._side))
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            if pixmap is None:
                painter.fillRect(box, QColor(now.raised))
            else:
                painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
            hairline(painter, box)
            if self.hasFocus():
                ring(painter, box, QColor(now.focus), 2, 2)
            elif self.underMouse():
                ring(painter, box, QColor(now.accent), 2, 1)


class PhotoEnd(PhotoButton):
    """`chosen` carries the file id of another photo."""

    chosen = Signal(int)

    def __init__(self, session: Session, jobs: JobRunner, name: str) -> None:
        own = ThumbnailLoader(jobs, budget=8 << 20)
        super().__init__(session, own, SIDE)
        own.setParent(self)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Choose another photo"))
        self.clicked.connect(self.open_wall)
        self.show_photo(None)

    def show_photo(self, file: int | None) -> None:
        super().show_photo(file)
        self.setAccessibleName(f"{self._name}: {self.name()}" if file is not None else self._name)
        if (wanted := self.request()) is not None:
            self._loader.request([wanted])

    def open_wall(self) -> None:
        """Open the wall of photos."""
        wall = PhotoWall(self._session, self._loader, _spread(self._session.gallery.ids.tolist()), self)
        wall.chosen.connect(self._choose)
        below = QRect(self.mapToGlobal(self.rect().bottomLeft()), wall.sizeHint())
        wall.setGeometry(fitted(below, available(self)))
        wall.show()
        wall.buttons[0].setFocus()

    def _choose(self, file: int) -> None:
        self.show_photo(file)
        self.chosen.emit(file)


class PhotoWall(QFrame):
    """A popup of photos from all over the library; arrow keys walk, Enter chooses."""

    chosen = Signal(int)

    def __init__(self, session: Session, loader: ThumbnailLoader, files: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Choose a photo"))
        set_role(self, Role.Dialog)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 10, 10, 10)
        grid.setSpacing(0)
        self.buttons = [PhotoButton(session, loader, SMALL) for _ in files]
        for at, (part, file) in enumerate(zip(self.buttons, files, strict=True)):
            part.show_photo(file)
            part.setAccessibleName(part.name())
            part.setToolTip(plain_tip(part.name()))
            part.clicked.connect(lambda _on=False, file=file: self._choose(file))
            grid.addWidget(part, *divmod(at, ACROSS))
        loader.request(wanted for part in self.buttons if (wanted := part.request()) is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -ACROSS,
            Qt.Key.Key_Down: ACROSS,
        }.get(Qt.Key(event.key()))
        at = next((at for at, part in enumerate(self.buttons) if part.hasFocus()), 0)
        if by is not None:
            self.buttons[min(max(at + by, 0), len(self.buttons) - 1)].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[at].click()
        else:
            super().keyPressEvent(event)

    def _choose(self, file: int) -> None:
        self.chosen.emit(file)
        self.close()


def _spread(files: list[int]) -> list[int]:
    """At most MOST of them, from all over the list."""
    step = max(1, -(-len(files) // MOST))
    return files[::step]
