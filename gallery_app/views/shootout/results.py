"""Results: the answer in a sentence, the table, small maps, and who agrees with whom, as they come."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.core.records import Changes
from gallery_app.state.session import Session
from gallery_app.state.shootout.shootout import Shootout
from gallery_app.views.shootout.answer_table import AnswerTable
from gallery_app.views.shootout.likeness_table import LikenessTable
from gallery_app.views.shootout.small_map import LEAST, WIDEST, SmallMap
from gallery_app.views.shootout.words import answer_words, judge_words, method_name, state_words
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.scroll_area import ScrollArea

GAP, SIDES = 12, 22  # pixels between maps, and beside what is shown


class Results(ScrollArea):
    """`used` carries the method whose clusters are wanted."""

    used = Signal(str)

    def __init__(self, session: Session, shootout: Shootout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._shootout = session, shootout
        self._chosen: str | None = None
        self._by_hand = False  # it was chosen, and is not just the best so far
        self.maps: list[SmallMap] = []
        self.answer = label(role="title", wrap=True)
        self.judge, self.state = label(role="muted", wrap=True), label(wrap=True)
        self.table, self.likeness = AnswerTable(shootout), LikenessTable(shootout)
        self.table.chosen.connect(self._choose)
        self.table.entered.connect(self._enter)
        self.use = button("", "primary")
        self.use.clicked.connect(lambda: self._enter(self._chosen))
        self._wall = QWidget()  # of the maps; it lays them out itself, and is as high as they are
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(SIDES, 18, SIDES, SIDES)
        column.setSpacing(8)
        for part in (self.answer, self.judge, self.state, self.table):
            column.addWidget(part)
        self._what_it_does = label(
            self.tr("Shows first what would move, unless you turned that off. Corrections hold; Undo takes it back."),
            "muted",
            wrap=True,
        )
        column.addSpacing(2)
        column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._what_it_does)
        self._seen = self._section(
            column,
            self.tr("What they see"),
            self.tr("Each dot is a photo at its place on your map. Clusters that are yours have the colours you know."),
        )
        column.addWidget(self._wall)
        self._alike = self._section(
            column,
            self.tr("Who agrees with whom"),
            self.tr("1 where two methods make the same clusters, 0 where those of one say nothing of the other's."),
        )
        column.addWidget(self.likeness)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        shootout.changed.connect(self._refresh)
        session.changed.connect(self._follow)
        self._refresh()

    def _section(self, column: QVBoxLayout, title: str, help_: str) -> tuple[QWidget, QWidget]:
        column.addSpacing(14)
        parts = label(title, "title"), label(help_, "muted", wrap=True)
        for part in parts:
            column.addWidget(part)
        return parts

    def _refresh(self) -> None:
        shootout = self._shootout
        names = [answer.method for answer in shootout.answers]
        if self._chosen not in names:
            self._by_hand = False
        if not self._by_hand:
            self._chosen = shootout.ranked[0].method if names else None
        self.answer.setText(answer_words(shootout))
        self.judge.setText(judge_words(shootout))
        self.state.setText(state_words(shootout))
        self.judge.setVisible(bool(self.judge.text()))
        self.state.setVisible(bool(self.state.text()))
        self._show_maps()
        self.table.refresh(self._chosen)
        self.likeness.refresh()
        some, two = bool(names), len(names) > 1
        for part in (self.table, self.use, self._what_it_does, self._wall, *self._seen):
            part.setVisible(some)
        for part in (*self._alike, self.likeness):
            part.setVisible(two)
        self._show_use()
        self._grow()

    def _grow(self) -> None:
        """Now: where answers come while a layout is under way, Qt's area would stay as high as it was before."""
        inner = self.widget()
        if inner is not None and (layout := inner.layout()) is not None:
            layout.activate()
            inner.setMinimumHeight(layout.heightForWidth(self.viewport().width()))

    def _show_use(self) -> None:
        shootout = self._shootout
        self.use.setEnabled(self._chosen is not None and not shootout.running and not shootout.stale)
        name = "" if self._chosen is None else method_name(self._chosen)
        self.use.setText(self.tr("Use the result of {0}").format(name))
        for one in self.maps:
            one.setChecked(one.answer.method == self._chosen)

    def _show_maps(self) -> None:
        """Maps stay where their answers do: one more comes, or all go."""
        answers = self._shootout.answers
        if not {id(one.answer) for one in self.maps} <= {id(answer) for answer in answers}:
            for one in self.maps:
                one.hide()
                one.deleteLater()
            self.maps = []
        for answer in answers[len(self.maps) :]:
            made = SmallMap(self._session, answer, self._wall)
            made.clicked.connect(lambda _on=False, method=answer.method: self._pick(method))
            self.maps.append(made)
        self._lay_out()

    def _lay_out(self) -> None:
        """As many beside each other as there is room for, in the order of the ranks."""
        if not self.maps:
            return
        rank = {answer.method: at for at, answer in enumerate(self._shootout.ranked)}
        self.maps.sort(key=lambda one: rank[one.answer.method])
        room = self.viewport().width() - 2 * SIDES
        across = max(1, (room + GAP) // (LEAST + GAP))
        width = min(WIDEST, (room + GAP) // across - GAP)
        for at, one in enumerate(self.maps):
            one.show_at_width(width)
            one.move(at % across * (width + GAP), at // across * (one.height() + GAP))
            one.show()
        self._wall.setFixedHeight(ceil(len(self.maps) / across) * (self.maps[0].height() + GAP) - GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.likeness.refresh()

    def _pick(self, method: str) -> None:
        self.table.choose(method)
        self._choose(method)

    def _choose(self, method: str) -> None:
        if method != self._chosen:
            self._chosen, self._by_hand = method, True
        self._show_use()

    def _enter(self, method: str | None) -> None:
        if method is not None and self.use.isEnabled():
            self.used.emit(method)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes & (Changes.PROJECTION | Changes.CLUSTERS | Changes.PHOTOS):
            for one in self.maps:
                one.redraw()
