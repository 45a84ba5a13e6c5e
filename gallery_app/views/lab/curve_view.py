"""CurveView: how a training goes: a plot for each value of its curve, the last number beside the title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gallery_app.views.parts.plots.axis import scale_of, update_ticks
from gallery_app.views.parts.plots.plot import ROOM, colour_plot, new_plot
from gallery_app.views.parts.plots.plot_words import plot_sentence
from gallery_app.widgets.labels import ElidedLabel, label

MOST = 2  # plots side by side
FEW = 12  # points, each of which is marked: one alone is no line


class CurveView(QWidget):
    """pyqtgraph is imported when it is shown for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._curve: Mapping[str, Sequence[float]] = {}
        self._plots: list[tuple[Any, Any, QWidget, ElidedLabel, QLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(18)

    def show_curve(self, curve: Mapping[str, Sequence[float]]) -> None:
        """Show values by name, one a step."""
        self._curve = curve
        if self.isVisible():
            self._draw()

    @property
    def titles(self) -> list[str]:
        """Of the plots that are seen."""
        return [title.text() for _, _, whole, title, _ in self._plots if not whole.isHidden()]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        while len(self._plots) < min(len(self._curve), MOST):
            self._add_plot()
        shown = list(self._curve.items())[:MOST]
        for at, (plot, curve, whole, title, value) in enumerate(self._plots):
            whole.setVisible(at < len(shown))
            if at >= len(shown):
                continue
            name, values = curve_name(shown[at][0]), list(shown[at][1])
            title.setText(name)
            plot.setAccessibleName(name)
            value.setText(_number(values[-1]) if values else "–")
            curve.setData(range(1, len(values) + 1), values, symbol="o" if len(values) <= FEW else None)
            scale, last = scale_of(values), max(len(values), 2)
            span = scale.high - scale.low
            plot.setXRange(0, last, padding=0.02)
            plot.setYRange(scale.low - ROOM[0] * span, scale.high + ROOM[1] * span, padding=0)
            plot.getAxis("bottom").setTicks([update_ticks(last)])
            plot.getAxis("left").setTicks([scale.ticks()])
            plot.setAccessibleDescription(plot_sentence([_number(one) for one in values]))

    def _add_plot(self) -> None:
        plot, title, value = new_plot(""), ElidedLabel("", "small"), label("–", "small")
        whole = QWidget()
        column, head = QVBoxLayout(whole), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        head.addWidget(title, 1)
        head.addWidget(value)
        column.addLayout(head)
        column.addWidget(plot, 1)
        self._row.addWidget(whole, 1)
        self._plots.append((plot, plot.plot(antialias=True), whole, title, value))
        self._colour()

    def _colour(self) -> None:
        for plot, curve, *_ in self._plots:
            colour_plot(plot, curve, self.font())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)


def curve_name(name: str) -> str:
    """What a value of a curve is called in the user's language; an unknown one as it is."""
    known = {
        "squared_error": _tr("Squared error"),
        "quantisation error": _tr("Quantisation error"),
        "elbo": _tr("Evidence lower bound"),
        "divergence": _tr("Divergence from the prior"),
        "discriminator_loss": _tr("Loss of the critic"),
        "generator_loss": _tr("Loss of the forger"),
    }
    return known.get(name, name.replace("_", " "))


def _number(value: float) -> str:
    """Three digits, and all of those before the comma."""
    return QLocale().toString(value, "f", 0) if abs(value) >= 1000 else QLocale().toString(value, "g", 3)


def _tr(text: str) -> str:
    return QCoreApplication.translate("lab_curve", text)
