"""KCurve: three quality measures over the number of clusters k; a click chooses a k. CurvePopup shows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.clustering.number.curve import k_by_elbow, k_by_modularity, k_by_silhouette
from engine.core.records import CurvePoint, Ints
from engine.service.protocol import EvaluateK, KEvaluated
from gallery_app.base import theme
from gallery_app.engine_client.run import Done, Outcome
from gallery_app.state.session import Session
from gallery_app.views.bars.k_line import KLine
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import button, label

Curve = Sequence[CurvePoint]
CAPTION_WIDTH = 230  # pixels
MEASURES = ("modularity", "inertia", "silhouette")  # fields of a CurvePoint, from above


class KCurve(QWidget):
    """A line for each measure with its best k explained; hovering or arrow keys show values, click or Enter choose."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._curve: Curve = ()
        self._k = 0
        self._pointed: int | None = None  # index of the hovered k
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = self.tr("How well each number of clusters suits the photos")
        set_role(self, Role.Chart)
        self.lines = [KLine() for _ in MEASURES]
        titles = self.tr("Neighbours kept together"), self.tr("Elbow"), self.tr("Silhouette")
        self.sentences = [label(role="muted", wrap=True) for _ in MEASURES]
        self._captions = [
            _caption_widget(title, sentence) for title, sentence in zip(titles, self.sentences, strict=True)
        ]
        self.numbers = label(role="muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (caption, line) in enumerate(zip(self._captions, self.lines, strict=True)):
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        grid.addWidget(self.numbers, len(MEASURES), 0, 1, 2)

    def show_curve(self, curve: Curve, k: int) -> None:
        """Show a curve (empty while it is computed) and the current number of clusters."""
        self._curve, self._k, self._pointed = curve, k, None
        best = (k_by_modularity(curve), k_by_elbow(curve), k_by_silhouette(curve)) if curve else (None, None, None)
        shown = [at is not None or not curve for at in best]  # earlier versions computed only one measure
        rows = zip(self.lines, self.sentences, self._explanations(), MEASURES, best, strict=True)
        for row, (line, sentence, explanation, measure, at) in enumerate(rows):
            values = [(p.k, value) for p in curve if (value := getattr(p, measure)) is not None]
            line.show_line(values, at, k, numbered=not any(shown[row + 1 :]))
            sentence.setText("" if at is None else explanation.format(at))
            for part in (line, self._captions[row]):
                part.setVisible(shown[row])
        self.setAccessibleDescription("\n".join([*(s.text() for s in self.sentences), *map(self._numbers, curve)]))
        self._show_numbers()

    @property
    def shown(self) -> Curve:
        """The curve that is shown; empty while it is computed."""
        return self._curve

    def point(self, k: int) -> QPointF:
        """The position of k on the first line."""
        index = next(i for i, point in enumerate(self._curve) if point.k == k)
        return self.lines[0].mapTo(self, self.lines[0].points()[index])

    def _explanations(self) -> tuple[str, str, str]:
        return (
            self.tr("Up to {0} clusters, photos that look alike stay together. Auto goes by this."),
            self.tr("From {0} clusters on, more of them hardly make each one more uniform."),
            self.tr("With {0} clusters, each stands apart from the others most clearly."),
        )

    def _numbers(self, point: CurvePoint) -> str:
        together = _number(point.modularity)
        if point.inertia is None or point.silhouette is None:
            return self.tr("{0} clusters: neighbours {1}").format(point.k, together)
        within, apart = round(100 * point.inertia), _number(point.silhouette)
        numbers = self.tr("{0} clusters: neighbours {1}, spread within {2}%, silhouette {3}")
        return numbers.format(point.k, together, within, apart)

    def _show_numbers(self) -> None:
        """Show the values of the hovered k, or else of the current one."""
        index = self._current_index() if self._pointed is None else self._pointed
        self.numbers.setText("" if index is None else self._numbers(self._curve[index]))
        self.setAccessibleName(self._title if self._pointed is None else self.numbers.text())  # said at each step

    def _current_index(self) -> int | None:
        return next((i for i, point in enumerate(self._curve) if point.k == self._k), None)

    def _point_at(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            for line in self.lines:
                line.point_at(None if index is None else self._curve[index].k)
            self._show_numbers()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if len(self._curve) > 1:
            line, x = self.lines[0], event.position().x()
            xs = [abs(line.x() + point.x() - x) for point in line.points()]
            self._point_at(xs.index(min(xs)) if x >= line.x() else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and len(self._curve) > 1:
            index = (self._current_index() or 0) if self._pointed is None else self._pointed
            self._point_at(min(max(index + step, 0), len(self._curve) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self._pointed is not None:
            self.chosen.emit(self._curve[self._pointed].k)


def _number(value: float) -> str:
    """A value in the user's locale."""
    return QLocale().toString(value, "f", 2)


def _caption_widget(title: str, sentence: QLabel) -> QWidget:
    """The caption of a line: title and sentence; its height is reserved while the sentence is empty."""
    caption = QWidget()
    caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    caption.setFixedWidth(theme.current().in_type(CAPTION_WIDTH))
    column = QVBoxLayout(caption)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(3)
    sentence.setMinimumHeight(3 * sentence.fontMetrics().lineSpacing())
    sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(label(title, "section"))
    column.addWidget(sentence)
    return caption


class CurvePopup(QFrame):
    """A popup below the k control; shows the curve of the clustering, or has the engine compute it."""

    chosen = Signal(object)  # a number, or "auto"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("How many clusters?"))
        set_role(self, Role.Dialog)
        self._session = session
        self._evaluated: Curve = ()
        self._evaluated_of: tuple[str, Ints] | None = None  # the backbone and the photos it was computed for
        self._pending = False  # requested, but not started
        self.curve = KCurve()
        self.curve.chosen.connect(self._choose)
        self.auto = button(self.tr("Let Photoloom choose"))
        self.auto.clicked.connect(lambda: self._choose("auto"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("How many clusters?"), "title"))
        column.addWidget(label(self.tr("Three ways to judge a number; click one to choose it."), "muted"))
        column.addWidget(self.curve, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.auto)
        column.addLayout(row)
        self.setFixedWidth(theme.current().in_type(640))
        session.opened.connect(self._reset)
        session.changed.connect(lambda _changes, _origin: self._refresh())

    def open_popup(self) -> None:
        """Show the curve; if it is missing, compute it as soon as the engine is free."""
        self._refresh()
        self.show()
        self._refresh()
        self.curve.setFocus()
        if not self._pending:
            self._pending = True
            self._session.jobs.when_free(self._when_free)

    def _when_free(self) -> None:
        """The engine is free: first let the session read what it has written to the catalog."""
        self._session.query(lambda _library: None, lambda _: self._evaluate())

    def _evaluate(self) -> None:
        if self._session.busy:
            self._session.jobs.when_free(self._when_free)
            return
        self._pending = False
        if self.isVisible() and not _is_complete(self._best_known()):
            subject = self._subject()
            run = self._session.jobs.run(EvaluateK(self._session.options))
            run.ended.connect(partial(self._on_ended, subject))

    def _subject(self) -> tuple[str, Ints]:
        """What a curve is computed for: the backbone and the file ids."""
        return self._session.options.backbone, self._session.gallery.ids

    def _best_known(self) -> Curve:
        clustering = self._session.gallery.clustering
        kept = clustering.curve if clustering is not None else ()
        return kept if _is_complete(kept) or not self._is_current() else self._evaluated

    def _is_current(self) -> bool:
        """Whether the computed curve is of the current photos."""
        (network, ids), subject = self._subject(), self._evaluated_of
        return subject is not None and subject[0] == network and np.array_equal(subject[1], ids)

    def _refresh(self) -> None:
        self.curve.show_curve(self._best_known(), self._session.gallery.cluster_count)
        self.adjustSize()

    def _on_ended(self, subject: tuple[str, Ints], outcome: Outcome) -> None:
        if isinstance(outcome, Done) and isinstance(outcome.result, KEvaluated):
            self._evaluated, self._evaluated_of = outcome.result.curve, subject
            self._refresh()

    def _choose(self, choice: object) -> None:
        self.hide()
        self.chosen.emit(choice)

    def _reset(self) -> None:
        self._evaluated, self._evaluated_of, self._pending = (), None, False


def _is_complete(curve: Curve) -> bool:
    """Whether a curve has all measures; those of earlier versions lack some."""
    return bool(curve) and curve[0].silhouette is not None
