"""KCurve: how well each number of clusters suits the photos, by three measures; a click chooses a number."""

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
from gallery_app.engine_client.run import Done, Outcome
from gallery_app.state.session import Session
from gallery_app.views.bars.k_line import KLine
from gallery_app.widgets.labels import button, label

Curve = Sequence[CurvePoint]
WORDS = 230  # pixels, of the sentences beside the lines
MEASURES = ("modularity", "inertia", "silhouette")  # fields of a CurvePoint, from above


class KCurve(QWidget):
    """A line for each measure with its best number and what that means; what is under the hand is told in numbers."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._curve: Curve = ()
        self._k = 0
        self._at: int | None = None  # place of the number that is meant
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How well each number of clusters suits the photos"))
        self.lines = [KLine() for _ in MEASURES]
        titles = self.tr("Neighbours kept together"), self.tr("Elbow"), self.tr("Silhouette")
        self.sentences = [label(role="muted", wrap=True) for _ in MEASURES]
        self._words = [_words(title, sentence) for title, sentence in zip(titles, self.sentences, strict=True)]
        self.told = label(role="muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (words, line) in enumerate(zip(self._words, self.lines, strict=True)):
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        grid.addWidget(self.told, len(MEASURES), 0, 1, 2)

    def show_curve(self, curve: Curve, k: int) -> None:
        """The curve, empty while it is counted, and the number of clusters that there are."""
        self._curve, self._k, self._at = curve, k, None
        best = (k_by_modularity(curve), k_by_elbow(curve), k_by_silhouette(curve)) if curve else (None, None, None)
        shown = [at is not None or not curve for at in best]  # an earlier version has counted one of them
        rows = zip(self.lines, self.sentences, self._means(), MEASURES, best, strict=True)
        for row, (line, sentence, means, measure, at) in enumerate(rows):
            values = [(p.k, value) for p in curve if (value := getattr(p, measure)) is not None]
            line.show_line(values, at, k, numbered=not any(shown[row + 1 :]))
            sentence.setText("" if at is None else means.format(at))
            for part in (line, self._words[row]):
                part.setVisible(shown[row])
        self.setAccessibleDescription("\n".join([*(s.text() for s in self.sentences), *map(self._numbers, curve)]))
        self._tell()

    @property
    def shown(self) -> Curve:
        """What is drawn; empty while it is counted."""
        return self._curve

    def point(self, k: int) -> QPointF:
        """Where k lies on the first line."""
        place = next(i for i, point in enumerate(self._curve) if point.k == k)
        return self.lines[0].mapTo(self, self.lines[0].points()[place])

    def _means(self) -> tuple[str, str, str]:
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
        told = self.tr("{0} clusters: neighbours {1}, spread within {2}%, silhouette {3}")
        return told.format(point.k, together, within, apart)

    def _tell(self) -> None:
        """The numbers of what is meant, or else of what there is."""
        here = self._here() if self._at is None else self._at
        self.told.setText("" if here is None else self._numbers(self._curve[here]))

    def _here(self) -> int | None:
        return next((i for i, point in enumerate(self._curve) if point.k == self._k), None)

    def _mean(self, place: int | None) -> None:
        if place != self._at:
            self._at = place
            for line in self.lines:
                line.mean(None if place is None else self._curve[place].k)
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if len(self._curve) > 1:
            line, x = self.lines[0], event.position().x()
            xs = [abs(line.x() + point.x() - x) for point in line.points()]
            self._mean(xs.index(min(xs)) if x >= line.x() else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._mean(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and len(self._curve) > 1:
            here = (self._here() or 0) if self._at is None else self._at
            self._mean(min(max(here + step, 0), len(self._curve) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self._at is not None:
            self.chosen.emit(self._curve[self._at].k)


def _number(value: float) -> str:
    """As the user's country writes it."""
    return QLocale().toString(value, "f", 2)


def _words(title: str, sentence: QLabel) -> QWidget:
    """Beside a line: what it is called over what it says; as tall before it says anything."""
    words = QWidget()
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    words.setFixedWidth(WORDS)
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(3)
    sentence.setMinimumHeight(3 * sentence.fontMetrics().lineSpacing())
    sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(label(title, "section"))
    column.addWidget(sentence)
    return words


class CurvePopup(QFrame):
    """Under the k control. The curve is what Auto chose from; where there is none, the engine counts it."""

    chosen = Signal(object)  # a number, or "auto"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._session = session
        self._counted: Curve = ()
        self._counted_of: tuple[str, Ints] | None = None  # the network and the photos it was counted of
        self._due = False  # asked for, and not begun
        self.curve = KCurve()
        self.curve.chosen.connect(self._take)
        self.auto = button(self.tr("Let Photoloom choose"))
        self.auto.clicked.connect(lambda: self._take("auto"))
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
        self.setFixedWidth(640)
        session.opened.connect(self._forget)
        session.changed.connect(lambda _changes, _origin: self._refresh())

    def open_popup(self) -> None:
        """Show the curve; what is missing of it is counted, after what is being done."""
        self._refresh()
        self.show()
        self._refresh()
        self.curve.setFocus()
        if not self._due:
            self._due = True
            self._session.jobs.when_free(self._look)

    def _look(self) -> None:
        """The engine is free, and what it has left in the catalog is read by the time of this answer."""
        self._session.query(lambda _library: None, lambda _: self._count())

    def _count(self) -> None:
        if self._session.busy:
            self._session.jobs.when_free(self._look)
            return
        self._due = False
        if self.isVisible() and not _whole(self._known()):
            of = self._photos()
            run = self._session.jobs.run(EvaluateK(self._session.options))
            run.ended.connect(partial(self._heard, of))

    def _photos(self) -> tuple[str, Ints]:
        """What a curve is about: the network that saw the photos, and which they are."""
        return self._session.options.backbone, self._session.gallery.ids

    def _known(self) -> Curve:
        made = self._session.gallery.clustering
        kept = made.curve if made is not None else ()
        return kept if _whole(kept) or not self._holds() else self._counted

    def _holds(self) -> bool:
        """Whether what was counted is of the photos that there are."""
        (network, ids), of = self._photos(), self._counted_of
        return of is not None and of[0] == network and np.array_equal(of[1], ids)

    def _refresh(self) -> None:
        self.curve.show_curve(self._known(), self._session.gallery.cluster_count)
        self.adjustSize()

    def _heard(self, of: tuple[str, Ints], outcome: Outcome) -> None:
        if isinstance(outcome, Done) and isinstance(outcome.result, KEvaluated):
            self._counted, self._counted_of = outcome.result.curve, of
            self._refresh()

    def _take(self, choice: object) -> None:
        self.hide()
        self.chosen.emit(choice)

    def _forget(self) -> None:
        self._counted, self._counted_of, self._due = (), None, False


def _whole(curve: Curve) -> bool:
    """Whether all there is to tell is known; an earlier version has told less."""
    return bool(curve) and curve[0].silhouette is not None
