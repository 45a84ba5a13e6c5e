"""DreamView: new pictures, a way from one photo to another, and what the photos of a cluster have in common."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QSlider, QVBoxLayout, QWidget

from engine.core.records import UNSURE
from engine.service.lab_messages import Blended, Dreamed, TypicalDrawn
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.lab.lab import STEPS, Lab
from gallery_app.state.session import Session
from gallery_app.views.lab.photo_end import PhotoEnd
from gallery_app.views.lab.picture_sheet import PictureSheet
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.scroll_area import ScrollArea

NOISE, TENTHS, USUAL = 20, 10, 10  # the slider's highest value, how many of it make 1, and where it stands at first
SLIDER = 240  # pixels at most
SMALL, TYPICAL, WAY = 64, 128, 840  # pixels: about the side of a picture, and the most that a way is wide


class DreamView(QWidget):
    def __init__(self, session: Session, jobs: JobRunner, lab: Lab) -> None:
        super().__init__()
        self._session, self._lab = session, lab
        self._seed = 0
        self._make_dreams()
        self._make_way(jobs)
        self._make_typical()
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Pictures that the model draws"))
        self._inner = QWidget()
        self._inner.setObjectName("work")  # the ground on which pictures lie
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        for title, parts in (
            (self.tr("New pictures"), (self._dream_controls(), self.dreams)),
            (self.tr("From one photo to another"), (self._way_row(), self._way_hint)),
            (self.tr("Typical of a cluster"), (self._typical_row(),)),
        ):
            column.addWidget(label(title, "section"))
            for part in parts:
                column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
            column.addSpacing(16)
        column.addStretch(1)
        area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def start(self) -> None:
        """Let the chosen model draw."""
        for sheet in (self.dreams, self.way, self.typical):
            sheet.show_pictures(None)
        self._show_clusters()
        two = self._lab.two_photos()
        for part in (*self.ends, self.way):
            part.setVisible(two is not None)
        if two is not None and not self._ends_are_there():
            for end, file in zip(self.ends, two, strict=True):
                end.show_photo(file)
        if self._lab.learned is not None:
            self._dream()
            self._go()
            self._draw_typical()

    def choose_ends(self) -> None:
        """Go between the photos that are selected, or else between two that differ."""
        for end in self.ends:
            end.show_photo(None)

    def show_answer(self, result: object) -> None:
        for kind, sheet in ((Dreamed, self.dreams), (Blended, self.way), (TypicalDrawn, self.typical)):
            if isinstance(result, kind):
                sheet.show_pictures(result.pictures)

    def picture(self) -> QWidget:
        """What is saved."""
        return self._inner

    # Parts

    def _make_dreams(self) -> None:
        self.dreams = PictureSheet(self.tr("New pictures"), side=SMALL)
        self.noise = QSlider(Qt.Orientation.Horizontal)
        self.noise.setAccessibleName(self.tr("Noise"))
        self.noise.setRange(0, NOISE)
        self.noise.setValue(USUAL)
        self.noise.setMaximumWidth(SLIDER)
        self._noise_value = label()
        self.others = button(self.tr("Others"))
        self.noise.valueChanged.connect(self._dream)
        self.others.clicked.connect(self._dream_others)

    def _dream_controls(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(self.tr("Noise")))
        row.addWidget(self.noise, 1)
        row.addWidget(self._noise_value)
        row.addWidget(label(self.tr("Little: usual pictures. Much: odd ones."), "muted"))
        row.addStretch(1)
        row.addWidget(self.others)
        return row

    def _make_way(self, jobs: JobRunner) -> None:
        self.ends = (
            PhotoEnd(self._session, jobs, self.tr("From")),
            PhotoEnd(self._session, jobs, self.tr("To")),
        )
        for end in self.ends:
            end.chosen.connect(lambda _file: self._go())
        self.way = PictureSheet(self.tr("The way from one photo to the other"), columns=STEPS, side=SMALL, centred=True)
        self.way.setMaximumWidth(WAY)
        self._way_hint = label(
            self.tr("Press a photo to choose another one; two that are selected come first."), "muted"
        )

    def _way_row(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.ends[0])
        row.addWidget(self.way, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.ends[1])
        row.addStretch(1)  # in a wide window the ends stay near
        return row

    def _make_typical(self) -> None:
        self.clusters = QComboBox()
        self.clusters.setAccessibleName(self.tr("Cluster"))
        self.clusters.currentIndexChanged.connect(self._draw_typical)
        self.typical = PictureSheet(self.tr("What these photos have in common"), columns=1, side=TYPICAL)
        self.typical.setFixedSize(TYPICAL + 64, TYPICAL + 64)

    def _typical_row(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        beside = QVBoxLayout()
        beside.addWidget(self.clusters)
        hint = label(
            self.tr("The model draws what the most typical photos of this cluster have in common."), "muted", True
        )
        beside.addWidget(hint)
        beside.addStretch(1)
        row.addWidget(self.typical)
        row.addLayout(beside)
        row.addStretch(1)
        return row

    # What is asked

    def _dream(self) -> None:
        noise = self.noise.value() / TENTHS
        self._noise_value.setText(QLocale().toString(noise, "f", 1))
        if self._lab.learned is not None:
            self._lab.dream(self._seed, noise)

    def _dream_others(self) -> None:
        self._seed += 1
        self._dream()

    def _ends_are_there(self) -> bool:
        return all(end.file in self._session.gallery.row_of for end in self.ends)

    def _go(self) -> None:
        first, second = (end.file for end in self.ends)
        if first is not None and second is not None and self._lab.learned is not None:
            self._lab.blend(first, second)

    def _show_clusters(self) -> None:
        chosen = self.clusters.currentData()
        with QSignalBlocker(self.clusters):
            self.clusters.clear()
            for cluster in self._session.gallery.clusters:
                if cluster.id != UNSURE and cluster.members:
                    self.clusters.addItem(cluster.name, cluster.id)
            self.clusters.setCurrentIndex(max(self.clusters.findData(chosen), 0))
        self.clusters.setEnabled(self.clusters.count() > 0)

    def _draw_typical(self) -> None:
        cluster = self.clusters.currentData()
        if cluster is not None and self._lab.learned is not None:
            self._lab.draw_typical(cluster)
