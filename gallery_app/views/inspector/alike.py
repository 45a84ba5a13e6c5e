"""Alike: the photos most like the one that is looked at, a click walks there; and what is remembered of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.gallery.reconstruction import reconstructed
from engine.gallery.similar import nearest_photos
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import percent
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.inspector.reconstruction import ReconstructionView
from gallery_app.widgets.labels import label

COUNT = 4
SIDE = 46  # of a picture, where there is room
FRAME = 5  # around it
GAP = 4
CORNER = 4.0

Found = list[tuple[int, float]]  # file ids with their cosines
Memorised = NDArray[np.uint8] | None  # pixels


class SimilarPhotos(QWidget):
    """Asks one question at a time, off the GUI thread; hidden until there is an answer."""

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._session = session
        self._loader = ThumbnailLoader(jobs, self, budget=4 << 20)
        self._loader.loaded.connect(lambda _keys: self._draw())
        self._asked: tuple[Gallery, int] | None = None  # what is answered, or will be
        # On the lane of the catalog, so that the library is not closed under it.
        self._answer = LatestTask(jobs.serial)
        self.found: Found = []
        self.memory = ReconstructionView()
        self._nearest = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._nearest)
        whole.addWidget(self.memory)
        column = QVBoxLayout(self._nearest)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.tr("MOST ALIKE"), "section"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.buttons = [QToolButton() for _ in range(COUNT)]
        for place, button in enumerate(self.buttons):
            button.setIconSize(QSize(SIDE, SIDE))
            button.setMinimumHeight(SIDE + FRAME)
            button.setStyleSheet("QToolButton { padding: 0; }")
            button.clicked.connect(lambda _on=False, place=place: self._walk(place))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._show([], None)

    def show_for(self, file: int | None) -> None:
        """Find what is most like a file; nothing is shown for None."""
        gallery = self._session.gallery
        if file is None:
            self._asked = None
            self._answer.drop()
            self._show([], None)
        elif self._asked is None or self._asked[0] is not gallery or self._asked[1] != file:
            self._asked = gallery, file
            self._ask(gallery, file)

    def _ask(self, gallery: Gallery, file: int) -> None:
        if (library := self._session.library) is None:
            return

        def work() -> tuple[Found, Memorised]:
            return nearest_photos(library, gallery, file, COUNT), reconstructed(library, gallery, file)

        self._answer.ask(work, lambda answer: self._show(*answer))

    def _show(self, found: Found, memory: Memorised) -> None:
        self.found = found
        self._nearest.setVisible(bool(found))
        self.memory.show_memory(memory)
        self.setVisible(bool(found) or memory is not None)
        self._draw()

    def _draw(self) -> None:
        session, gallery, ratio = self._session, self._session.gallery, self.devicePixelRatioF()
        wanted = []
        for button, (file, cosine) in zip(self.buttons, self.found, strict=False):
            row = gallery.row_of.get(file)
            if row is None:
                continue  # the next gallery's answer is on its way
            key = file, gallery.files[row].digest
            pixmap = self._loader.pixmap(key)
            button.setIcon(QIcon() if pixmap is None else QIcon(pixmap))
            name = gallery.files[row].path.rpartition("/")[2]
            told = self.tr("{name}: {share} alike").format(name=isolated(name), share=percent(max(cosine, 0)))
            button.setToolTip(told)
            button.setAccessibleName(name)
            wanted.append(ThumbnailRequest(key, session.thumbnail(row), QSize(SIDE, SIDE) * ratio, CORNER * ratio))
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self.found))
        self._loader.request(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All are seen: in a narrow column they are smaller, in rows as high, or a scroll bar could come and go."""
        super().resizeEvent(event)
        frame = self.buttons[0].sizeHint().width() - self.buttons[0].iconSize().width()
        side = min(SIDE, (self.width() - (COUNT - 1) * GAP) // COUNT - frame)
        for button in self.buttons:
            button.setIconSize(QSize(side, side))

    def _walk(self, place: int) -> None:
        file = self.found[place][0]
        self._session.select([file], self, file)
