"""SimilarPhotos: the photos most similar to the current one; a click selects one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.gallery.similar import nearest_photos
from engine.gallery.snapshot import Gallery
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import percent
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.widgets.labels import label

COUNT = 4
SIDE = 46  # pixels of a picture, where there is room
FRAME = 5  # pixels around it
GAP = 4
CORNER = 4.0

Found = list[tuple[int, float]]  # file ids with their cosine similarities


class SimilarPhotos(QWidget):
    """Searches one photo at a time, off the GUI thread; hidden until there is a result."""

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._session = session
        self._loader = ThumbnailLoader(jobs, self, budget=4 << 20)
        self._loader.loaded.connect(lambda _keys: self._draw())
        self._asked: tuple[Gallery, int] | None = None  # the search that is shown or running
        # Serial, so that the library is not closed meanwhile.
        self._answer = LatestTask(jobs.serial)
        self.found: Found = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.tr("MOST ALIKE"), "section", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.buttons = [QToolButton() for _ in range(COUNT)]
        for index, button in enumerate(self.buttons):
            button.setIconSize(QSize(SIDE, SIDE))
            button.setMinimumHeight(SIDE + FRAME)
            button.setStyleSheet("QToolButton { padding: 0; }")
            button.clicked.connect(lambda _on=False, index=index: self._select(index))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._show([])

    def show_similar_to(self, file: int | None) -> None:
        """Find the photos most similar to a file; None hides the view."""
        gallery = self._session.gallery
        if file is None:
            self._asked = None
            self._answer.drop()
            self._show([])
        elif self._asked is None or self._asked[0] is not gallery or self._asked[1] != file:
            self._asked = gallery, file
            self._ask(gallery, file)

    def _ask(self, gallery: Gallery, file: int) -> None:
        if (library := self._session.library) is None:
            return

        self._answer.submit(lambda: nearest_photos(library, gallery, file, COUNT), self._show)

    def _show(self, found: Found) -> None:
        self.found = found
        self.setVisible(bool(found))
        self._draw()

    def _draw(self) -> None:
        session, gallery, ratio = self._session, self._session.gallery, self.devicePixelRatioF()
        wanted = []
        for button, (file, cosine) in zip(self.buttons, self.found, strict=False):
            row = gallery.row_of.get(file)
            if row is None:
                continue  # removed from the gallery: a new result is on its way
            key = file, gallery.files[row].digest
            pixmap = self._loader.pixmap(key)
            button.setIcon(QIcon() if pixmap is None else QIcon(pixmap))
            name = gallery.files[row].path.rpartition("/")[2]
            tip = self.tr("{name}: {share} alike").format(name=isolated(name), share=percent(max(cosine, 0)))
            button.setToolTip(plain_tip(tip))
            button.setAccessibleName(name)
            wanted.append(ThumbnailRequest(key, session.thumbnail(row), QSize(SIDE, SIDE) * ratio, CORNER * ratio))
        for index, button in enumerate(self.buttons):
            button.setVisible(index < len(self.found))
        self._loader.request(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the pictures to the column; the row keeps its height, else the scroll bar could flicker."""
        super().resizeEvent(event)
        frame = self.buttons[0].sizeHint().width() - self.buttons[0].iconSize().width()
        side = min(SIDE, (self.width() - (COUNT - 1) * GAP) // COUNT - frame)
        for button in self.buttons:
            button.setIconSize(QSize(side, side))

    def _select(self, index: int) -> None:
        file = self.found[index][0]
        self._session.select([file], self, file)
