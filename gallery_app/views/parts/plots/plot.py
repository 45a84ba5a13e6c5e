"""A plot of one line in the window's colours, which cannot be dragged; pyqtgraph is imported when it is made."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor, QFont

from gallery_app.base import theme
from gallery_app.widgets.accessible.roles import Role, set_role

ROOM = 0.13, 0.15  # of a scale, below and above it: a number that does not fit is left out


def new_plot(title: str) -> Any:
    """A pyqtgraph.PlotWidget."""
    import pyqtgraph

    plot = pyqtgraph.PlotWidget(background=None)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(False, False)
    plot.getPlotItem().setContentsMargins(0, 8, 0, 0)  # room for the topmost digits of the axis
    plot.setAccessibleName(title)
    set_role(plot, Role.Chart, leaf=True)
    plot.showGrid(y=True, alpha=0.5)
    plot.getAxis("left").setZValue(-1)  # its lines lie below the curve
    return plot


def colour_plot(plot: Any, curve: Any, font: QFont) -> None:
    """Give a plot and its curve the colours of the theme; `font` is that of the window."""
    now, small = theme.current(), QFont(font)
    small.setPointSizeF(now.small)
    curve.setPen(QColor(now.accent), width=2)
    curve.setSymbolBrush(QColor(now.accent))
    curve.setSymbolPen(None)
    curve.setSymbolSize(5)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(QColor(now.border))
        axis.setTextPen(QColor(now.muted))
        axis.setTickFont(small)
