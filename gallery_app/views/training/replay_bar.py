"""ReplayBar: looks at the training again on the map, moment by moment; while it runs, ends it where it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from engine.core.partials import Partial
from engine.core.records import Progress, Update
from gallery_app.engine_client.run import Run
from gallery_app.i18n.numbers import number
from gallery_app.state.session import Session
from gallery_app.state.training_replay import TrainingReplay
from gallery_app.state.training_view import TrainingView
from gallery_app.widgets.labels import ElidedLabel, IconButton, button


class ReplayBar(QWidget):
    """Loads the replay when it is first touched."""

    def __init__(self, session: Session, training_replay: TrainingReplay, training_view: TrainingView) -> None:
        super().__init__()
        self._session, self._replaying, self._on_map = session, training_replay, training_view
        self._learning: Run | None = None  # it has found something that could be kept, and learns still
        self.play = IconButton("play", self.tr("Play the training on the map"))
        self.play.clicked.connect(self._play)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Moment of the training"))
        self.slider.setMaximumWidth(420)
        self.slider.sliderPressed.connect(self._touched)
        self.slider.valueChanged.connect(self._slid)
        self.said = ElidedLabel(role="small")
        self.keep = button(self.tr("Stop learning here"))
        self.keep.setToolTip(self.tr("Learns no further, and keeps what was found so far."))
        self.keep.clicked.connect(self._keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.play)
        row.addWidget(self.slider, 2)
        row.addWidget(self.said, 3)
        row.addWidget(self.keep)
        session.jobs.begun.connect(self._follow)
        session.progress.connect(lambda progress: self._refresh() if progress is None else None)
        session.changed.connect(lambda _changes, _origin: self._refresh())
        training_replay.changed.connect(self._refresh)
        training_view.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        replay, made = self._replaying.replay, self._session.gallery.clustering
        there = made is not None and bool(made.history) and not self._session.busy and not self._replaying.hindrance
        self.play.setEnabled(there)
        self.slider.setEnabled(there)
        self.play.set_icon("pause" if self._replaying.playing else "play")
        self.keep.setVisible(self._learning is not None)
        last = max(1, len(replay) - 1) if replay else 1
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setValue(last if self._replaying.frame is None else self._replaying.frame)
        self.said.setText(self._words())

    def _words(self) -> str:
        training_replay = self._replaying
        if training_replay.hindrance == "busy":
            return self.tr("The engine is busy: the replay follows as soon as it is free.")
        if self._on_map.moving:
            return self.tr("The map shows how it learns, until you press on it.")
        if self._session.busy:
            return ""
        if training_replay.hindrance == "unwatched":
            return self.tr("Nobody watched this training: the next retrain can be replayed.")
        if training_replay.hindrance == "away":
            return self.tr("Its first replay has to be drawn: that needs the photos, and they are away.")
        if training_replay.replay is None or training_replay.frame is None:
            return self.tr("Replays on the map how it learned.") if self.play.isEnabled() else ""
        if training_replay.update is None:
            place, before = number(training_replay.frame + 1), number(int((training_replay.replay.at < 0).sum()))
            return self.tr("Before there were clusters: {0} of {1}").format(place, before)
        return self.tr("Update {0} of {1}").format(
            number(training_replay.update), number(training_replay.replay.updates - 1)
        )

    def _play(self) -> None:
        if self._replaying.playing:
            self._replaying.pause()
        else:
            self._replaying.play()

    def _touched(self) -> None:
        if self._replaying.replay is None:
            self._replaying.show(self.slider.value())

    def _slid(self, frame: int) -> None:
        self._replaying.show(frame)

    def _keep(self) -> None:
        self._session.jobs.finish_early()
        self._end_learning(self._learning)

    def _follow(self, run: Run) -> None:
        run.partial.connect(partial(self._heard, run))
        run.progress.connect(partial(self._worked, run))
        run.ended.connect(lambda _outcome: self._end_learning(run))
        self._refresh()

    def _heard(self, run: Run, part: Partial) -> None:
        if isinstance(part, Update) and self._learning is not run:
            self._learning = run
            self._refresh()

    def _worked(self, run: Run, progress: Progress) -> None:
        if progress.stage == "map":  # learning is over
            self._end_learning(run)

    def _end_learning(self, run: Run | None) -> None:
        if self._learning is run and run is not None:
            self._learning = None
            self._refresh()
