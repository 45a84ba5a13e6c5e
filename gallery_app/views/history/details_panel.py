"""DetailsPanel: the chosen line of the history: what it did, its photos, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.history.history_review import HistoryReview
from gallery_app.state.history.lines import Details, Line
from gallery_app.state.session import Session
from gallery_app.views.history.line_words import counts_of, explanation, redo_words, undo_words, when_of
from gallery_app.views.parts.pictures import Pictures
from gallery_app.widgets.labels import WrappedLabel, button, label
from gallery_app.widgets.scroll_area import ScrollArea

MOST_PILES, MOST_REASONS = 40, 6


class DetailsPanel(QWidget):
    """Empty while nothing is chosen; `receipt` is emitted with the id of an action."""

    receipt = Signal(int)

    def __init__(self, session: Session, jobs: JobRunner, review: HistoryReview) -> None:
        super().__init__()
        self._session, self._review = session, review
        self._title, self._when = WrappedLabel(), label(role="muted")
        self._title.setProperty("role", "title")
        self._counts, self._why = label(wrap=True), label(role="muted", wrap=True)
        self.pictures = Pictures(session, jobs)
        self.undo, self.redo = button("", "primary"), button("", "primary")
        self.open_receipt = button(self.tr("Open the receipt"))
        self.undo.clicked.connect(lambda: review.undo())
        self.redo.clicked.connect(lambda: review.redo())
        self.open_receipt.clicked.connect(self._open_receipt)
        self._reasons, self._piles = QVBoxLayout(), QVBoxLayout()
        self.pile_buttons: list[QPushButton] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (self._title, self._when, self._counts):
            column.addWidget(part)
        column.addLayout(self._reasons)
        column.addWidget(self._why)
        column.addLayout(self._buttons())
        column.addWidget(self.pictures)
        column.addLayout(self._piles)
        column.addStretch(1)
        self._area = ScrollArea()
        self._area.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # or the width depends on the height
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        review.detailed.connect(self.refresh)

    def text(self) -> str:
        """Everything it says."""
        parts = (self._title.text(), self._counts.text(), self._why.text())
        return "" if self._area.isHidden() else "\n".join(part for part in parts if part)

    def refresh(self) -> None:
        line, details = self._review.line, self._review.details
        self._area.setVisible(line is not None)
        if line is None:
            return
        self._title.show_text(self._review.label(line))
        self._when.setText(when_of(line))
        self._why.setText(explanation(line))
        self._why.setVisible(bool(self._why.text()))
        self._show_buttons(line)
        self._show_counts(details)
        self.pictures.show_photos(() if details is None else details.photos)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in (self.undo, self.redo, self.open_receipt):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _show_buttons(self, line: Line) -> None:
        free = not self._session.busy
        self.undo.setVisible(line.undoable)
        self.undo.setText(undo_words(line))
        self.undo.setEnabled(not self._session.read_only and (line.kind == "edit" or (free and self._session.can_work)))
        self.redo.setVisible(line.redoable)
        self.redo.setText(redo_words(line))
        self.open_receipt.setVisible(line.kind == "file")

    def _show_counts(self, details: Details | None) -> None:
        _clear(self._reasons)
        _clear(self._piles)
        self.pile_buttons.clear()
        self._counts.setText("" if details is None else counts_of(details))
        self._counts.setVisible(bool(self._counts.text()))
        if details is None:
            return
        for reason, count in details.reasons[:MOST_REASONS]:
            self._reasons.addWidget(label(f"{number(count)} · {translate(reason)}", "small", wrap=True))
        standing = [pile for pile in details.piles if pile.done]
        if len(details.piles) < 2 or not standing:
            return
        self._piles.addWidget(label(self.tr("PUT BACK PILE BY PILE"), "section"))
        names = {cluster.id: cluster.name for cluster in self._session.gallery.clusters}
        for pile in standing[:MOST_PILES]:
            name = names.get(pile.group) or (self.tr("A pile of before") if pile.group else self.tr("Without a pile"))
            photos = counted(pile.done, self.tr("{0} photo"), self.tr("{0} photos"))
            back = button(self.tr("Put back {0}  ·  {1}").format(isolated(name), photos))
            back.setEnabled(self.undo.isEnabled())
            back.clicked.connect(partial(self._review.undo, (pile.group,)))
            self.pile_buttons.append(back)
            row = QHBoxLayout()
            row.addWidget(back)
            row.addStretch(1)
            self._piles.addLayout(row)

    def _open_receipt(self) -> None:
        if self._review.chosen is not None:
            self.receipt.emit(self._review.chosen)


def _clear(box: QVBoxLayout | QHBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QVBoxLayout | QHBoxLayout):
            _clear(inner)
