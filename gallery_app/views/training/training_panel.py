"""TrainingPanel: plots of the training: loss, photos that moved, agreement (NMI), reconstruction error."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QColor, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.core.partials import Partial, TrainingFrame
from engine.core.records import Changes, Update
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.run import Run
from gallery_app.state.session import Session
from gallery_app.state.training_replay import TrainingReplay
from gallery_app.state.training_view import TrainingView
from gallery_app.views.parts.plots.axis import Scale, Ticks, agreement_scale, scale_of, share_scale, update_ticks
from gallery_app.views.parts.plots.plot import ROOM, colour_plot, new_plot
from gallery_app.views.parts.plots.plot_words import plot_sentence
from gallery_app.views.training.reconstruction import ReconstructionView
from gallery_app.views.training.replay_bar import ReplayBar
from gallery_app.widgets.labels import ElidedLabel, label

WIDE = 900  # pixels, below which all of the panel is for the plots
PERCENT = "moved"  # shown in percent: it gets small
AGREEMENT = "nmi"
FEW = 12  # points, each of which is marked: one alone is no line
LEAST = 4  # updates that a plot has room for, at least
CURVES = ("loss", "moved", "nmi", "reconstruction")


class TrainingPanel(QFrame):
    """Hidden by default; pyqtgraph is imported when it is shown for the first time."""

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self.setMinimumHeight(190)
        self._session = session
        self.training_replay = TrainingReplay(session, self)
        self.training_view = TrainingView(session, jobs, self.isVisible, self)
        self.training_view.changed.connect(self._stop_replay)
        self._updates: list[Update] = []
        self._run: Run | None = None  # whose training is plotted
        self._plots: dict[str, Any] = {}
        self._ticks: dict[str, Ticks] = {}
        self.values = {name: label("–", "small") for name in CURVES}
        self._row = QHBoxLayout()
        self._row.setSpacing(18)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(4)
        self.reconstruction = ReconstructionView(session, jobs, self.training_replay)
        upper = QHBoxLayout()
        upper.setSpacing(18)
        upper.addLayout(self._row, 1)
        upper.addWidget(self.reconstruction)
        column.addLayout(upper, 1)
        self.replay_bar = ReplayBar(session, self.training_replay, self.training_view)
        column.addWidget(self.replay_bar)
        self.training_replay.changed.connect(self._draw_mark)
        session.jobs.begun.connect(lambda run: run.partial.connect(partial(self._on_partial, run)))
        session.changed.connect(self._refresh)
        session.opened.connect(self._clear)

    def updates(self) -> list[Update]:
        return list(self._updates)

    def ticks(self) -> dict[str, Ticks]:
        """The numbers on the vertical scale of each plot: value and text."""
        return dict(self._ticks)

    def shown_range(self, name: str) -> tuple[float, float]:
        """From where to where the vertical scale of a plot reaches."""
        low, high = self._plots[name][0].viewRange()[1]
        return float(low), float(high)

    def _titles(self) -> dict[str, str]:
        return {
            "loss": self.tr("Loss"),
            "moved": self.tr("Photos that moved"),
            "nmi": self.tr("Agreement (NMI)"),
            "reconstruction": self.tr("Reconstruction error"),
        }

    def _helps(self) -> dict[str, str]:
        return {
            "loss": self.tr("What learning makes smaller."),
            "moved": self.tr("How many photos have another cluster than at the update before."),
            "nmi": self.tr("How alike the clusters are to those of the update before: 1 is the same."),
            "reconstruction": self.tr("How far the photos' features are from what is redrawn of them."),
        }

    def showEvent(self, event: QShowEvent) -> None:
        if not self._plots:
            self._make_plots()
        self._draw()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.training_view.show_current_map()
        self.training_replay.drop()  # while hidden nothing could end the replay
        super().hideEvent(event)

    def _make_plots(self) -> None:
        import pyqtgraph

        helps = self._helps()
        for name, title in self._titles().items():
            plot = new_plot(title)
            whole = QWidget()
            whole.setToolTip(helps[name])
            column, head = QVBoxLayout(whole), QHBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            head.addWidget(ElidedLabel(title, "small"), 1)
            head.addWidget(self.values[name])
            column.addLayout(head)
            column.addWidget(plot, 1)
            self._row.addWidget(whole, 1)
            mark = pyqtgraph.InfiniteLine(movable=False)
            mark.hide()
            plot.addItem(mark)
            self._plots[name] = (plot, plot.plot(antialias=True), mark)
        self._colour()

    def _colour(self) -> None:
        for plot, curve, mark in self._plots.values():
            colour_plot(plot, curve, self.font())
            mark.setPen(QColor(theme.current().muted))

    def _stop_replay(self) -> None:
        """The live view replaces the replay: only one of them can move the map."""
        if self.training_view.shown and self.training_replay.frame is not None:
            self.training_replay.drop()

    def _on_partial(self, run: Run, part: Partial) -> None:
        """Plot the updates of a training; the first one of another training clears the plots."""
        if not isinstance(part, Update | TrainingFrame):
            return
        if run is not self._run:
            self._run, self._updates = run, []
        if isinstance(part, Update):
            self._updates.append(part)
        if self.isVisible() and (isinstance(part, Update) or not self._updates):
            self._draw()

    def _clear(self) -> None:
        """Another library was opened: clear the plots."""
        self._run, self._updates = None, []
        if self.isVisible():
            self._draw()

    def _refresh(self, changes: Changes, _origin: object) -> None:
        clustering = self._session.gallery.clustering
        if clustering is not None and not self._session.busy:
            self._updates = list(clustering.history)
            if self.isVisible():
                self._draw()

    def _draw(self) -> None:
        for name, (plot, curve, _) in self._plots.items():
            points = [(u.iteration, getattr(u, name)) for u in self._updates if getattr(u, name) is not None]
            curve.setData([x for x, _ in points], [y for _, y in points], symbol="o" if len(points) <= FEW else None)
            last = max([LEAST, *(x for x, _ in points)])
            scale = _scale(name, [y for _, y in points])
            plot.setXRange(0, last, padding=0.02)
            span = scale.high - scale.low
            plot.setYRange(scale.low - ROOM[0] * span, scale.high + ROOM[1] * span, padding=0)
            plot.getAxis("bottom").setTicks([update_ticks(last)])
            self._ticks[name] = scale.ticks(100, " %") if name == PERCENT else scale.ticks()
            plot.getAxis("left").setTicks([self._ticks[name]])
            plot.parentWidget().setVisible(bool(points) or not self._updates)  # k-means has no reconstruction
            plot.setAccessibleDescription(plot_sentence([_format_value(name, y) for _, y in points]))
        self._draw_mark()

    def _draw_mark(self) -> None:
        """Mark the update that the map shows in the plots and show its values; without a replay, the last values."""
        update, now = self.training_replay.update, self.training_replay.frame is None
        marked = self._updates if now else [u for u in self._updates if u.iteration == update]
        for name, (_, _, mark) in self._plots.items():
            mark.setVisible(update is not None)
            if update is not None:
                mark.setValue(update)
            shown = next((value for u in reversed(marked) if (value := getattr(u, name)) is not None), None)
            self.values[name].setText(_format_value(name, shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.reconstruction.setVisible(self.width() >= WIDE)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)


def _format_value(name: str, value: float | None) -> str:
    """A value in the user's locale."""
    if value is None:
        return "–"
    return QLocale().toString(100 * value if name == PERCENT else value, "g", 3) + (" %" if name == PERCENT else "")


def _scale(name: str, values: list[float]) -> Scale:
    if name == AGREEMENT:
        return agreement_scale()
    return share_scale(values) if name == PERCENT else scale_of(values)
