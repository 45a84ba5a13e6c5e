"""ReplayBar: play button and slider to replay a training on the map; a button to finish a running one early."""

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
    """The replay is loaded when play or the slider is used for the first time."""

    def __init__(self, session: Session, training_replay: TrainingReplay, training_view: TrainingView) -> None:
        super().__init__()
        self._session, self._training_replay, self._training_view = session, training_replay, training_view
        self._training_run: Run | None = None  # a running training that can be finished early
        self.play = IconButton("play", self.tr("Play the training on the map"))
        self.play.clicked.connect(self._play)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Moment of the training"))
        self.slider.setMaximumWidth(420)
        self.slider.sliderPressed.connect(self._on_slider_pressed)
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.message = ElidedLabel(role="small")
        self.keep = button(self.tr("Stop learning here"))
        self.keep.setToolTip(self.tr("Learns no further, and keeps what was found so far."))
        self.keep.clicked.connect(self._finish_early)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.play)
        row.addWidget(self.slider, 2)
        row.addWidget(self.message, 3)
        row.addWidget(self.keep)
        session.jobs.begun.connect(self._follow)
        session.progress.connect(lambda progress: self._refresh() if progress is None else None)
        session.changed.connect(lambda _changes, _origin: self._refresh())
        training_replay.changed.connect(self._refresh)
        training_view.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        replay, clustering = self._training_replay.replay, self._session.gallery.clustering
        available = (
            clustering is not None
            and bool(clustering.history)
            and not self._session.busy
            and not self._training_replay.hindrance
        )
        self.play.setEnabled(available)
        self.slider.setEnabled(available)
        self.play.set_icon("pause" if self._training_replay.playing else "play")
        self.keep.setVisible(self._training_run is not None)
        last = max(1, len(replay) - 1) if replay else 1
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setValue(last if self._training_replay.frame is None else self._training_replay.frame)
        self.message.setText(self._message())
        self.slider.setAccessibleDescription(self.message.text())

    def _message(self) -> str:
        training_replay = self._training_replay
        if training_replay.hindrance == "busy":
            return self.tr("The engine is busy: the replay follows as soon as it is free.")
        if self._training_view.moving:
            return self.tr("The map shows how it learns, until you press on it.")
        if self._session.busy:
            return ""
        if training_replay.hindrance == "unwatched":
            return self.tr("Nobody watched this training: the next retrain can be replayed.")
        if training_replay.hindrance == "away" and self._session.read_only:
            return self.tr("Its first replay has to be drawn, and the library cannot be written.")
        if training_replay.hindrance == "away":
            return self.tr("Its first replay has to be drawn: that needs the photos, and they are away.")
        if training_replay.replay is None or training_replay.frame is None:
            return self.tr("Replays on the map how it learned.") if self.play.isEnabled() else ""
        if training_replay.update is None:
            number_shown, before = (
                number(training_replay.frame + 1),
                number(int((training_replay.replay.at < 0).sum())),
            )
            return self.tr("Before there were clusters: {0} of {1}").format(number_shown, before)
        return self.tr("Update {0} of {1}").format(
            number(training_replay.update), number(training_replay.replay.updates - 1)
        )

    def _play(self) -> None:
        if self._training_replay.playing:
            self._training_replay.pause()
        else:
            self._training_replay.play()

    def _on_slider_pressed(self) -> None:
        if self._training_replay.replay is None:
            self._training_replay.show(self.slider.value())

    def _on_slider_moved(self, frame: int) -> None:
        self._training_replay.show(frame)

    def _finish_early(self) -> None:
        self._session.jobs.finish_early()
        self._end_training(self._training_run)

    def _follow(self, run: Run) -> None:
        run.partial.connect(partial(self._on_partial, run))
        run.progress.connect(partial(self._on_progress, run))
        run.ended.connect(lambda _outcome: self._end_training(run))
        self._refresh()

    def _on_partial(self, run: Run, part: Partial) -> None:
        if isinstance(part, Update) and self._training_run is not run:
            self._training_run = run
            self._refresh()

    def _on_progress(self, run: Run, progress: Progress) -> None:
        if progress.stage == "map":  # the training is over
            self._end_training(run)

    def _end_training(self, run: Run | None) -> None:
        if self._training_run is run and run is not None:
            self._training_run = None
            self._refresh()
