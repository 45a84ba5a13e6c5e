"""A training's plots in words, for whoever does not see them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gallery_app.i18n.numbers import number


def plot_sentence(values: Sequence[str]) -> str:
    """What a line shows: the first of its `values`, how they went on, and the last."""
    if not values:
        return _tr("Nothing is plotted yet.")
    if len(values) == 1:
        return _tr("{0} after the first update.").format(values[0])
    way = ", ".join(dict.fromkeys(values[round(share * (len(values) - 1) / 4)] for share in (1, 2, 3)))
    text = _tr("From {first} over {way} to {last}, in {count} updates.")
    return text.format(first=values[0], way=way, last=values[-1], count=number(len(values)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("plot_words", text)
