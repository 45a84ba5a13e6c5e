"""FactsPanel: what is known of the viewed photo, beside it: date, place, camera, size, file, and its cluster."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import percent
from gallery_app.models import facts
from gallery_app.state.geocoding import Towns
from gallery_app.state.session import Session
from gallery_app.views.parts.facts_form import FactsForm
from gallery_app.widgets.labels import ElidedLabel

WIDTH = 268  # pixels


class FactsPanel(QScrollArea):
    """Scrolls by keys where it is higher than the window."""

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session, self._file = session, -1
        self._towns = Towns(jobs, self)
        self._towns.found.connect(self._refresh)
        self.title = ElidedLabel("", "title", Qt.TextElideMode.ElideMiddle)
        self._form = FactsForm(10)
        page = QWidget()
        page.setObjectName("inspector")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(self.title)
        column.addLayout(self._form)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the width depends on the height
        self._fit_width()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Facts about the photo"))

    def _fit_width(self) -> None:
        self.setFixedWidth(theme.current().in_type(WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def show_photo(self, file: int) -> None:
        """Show what is known of a file (its id)."""
        self._file = file
        self._refresh()

    def facts(self) -> facts.Facts:
        """What is shown, as pairs of label and value."""
        gallery, row = self._session.gallery, self._session.gallery.row_of[self._file]
        content, town = gallery.content(row), None
        if content.latitude is not None and content.longitude is not None:
            town = self._towns.name(content.latitude, content.longitude)
        cluster = gallery.cluster_of(row)
        name = self.tr("In no cluster yet") if cluster is None else cluster.name
        if cluster is not None and gallery.pinned[row]:
            name += "\n" + self.tr("placed by hand")
        elif cluster is not None and not cluster.unsure:
            name += "\n" + self.tr("{0} sure").format(percent(float(gallery.confidences[row])))
        return [*facts.of_photo(gallery, row, town), (self.tr("Cluster"), name)]

    def _refresh(self) -> None:
        gallery = self._session.gallery
        if self._file not in gallery.row_of:
            return
        self.title.setText(gallery.files[gallery.row_of[self._file]].path.rpartition("/")[2])
        known = self.facts()
        self._form.show_facts(known)
        self.setAccessibleDescription(". ".join(f"{what}: {text}" for what, text in known).replace("\n", ", "))
