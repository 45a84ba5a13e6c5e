"""FlowList: the flows of a retrain below one another, the most certain first, as cards with pictures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from engine.edits.flows import Flow, Preview, Refusal
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.thumbnail_loader import ThumbnailLoader
from gallery_app.state.session import Session
from gallery_app.views.review.flow_card import FlowCard
from gallery_app.views.review.strip_layout import GAP, SIDE

LEAST_HEIGHT = 160  # pixels that a card needs at least
AROUND = 28  # pixels of a card that are beside its photos
FEWEST = 3  # photos: a card is no narrower
AHEAD = 2  # views below the one that is seen for which there are cards


class FlowList(QScrollArea):
    """Cards are made as far as one has scrolled: a retrain of a large library has hundreds of flows."""

    toggled = Signal(object, bool)  # refusals, and whether they are to be refused
    opened = Signal(object, int)  # the flow, and the file id to be shown larger
    grown = Signal()  # there are other cards

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session = session
        self._loader = ThumbnailLoader(jobs, self, budget=64 << 20)
        self._loader.loaded.connect(lambda _keys: self._repaint())
        self._preview: Preview | None = None
        self._flows: tuple[Flow, ...] = ()
        self._choice: tuple[frozenset[Refusal], frozenset[str]] = frozenset(), frozenset()
        self._unfolded: set[tuple[str | None, str]] = set()  # by the clusters of the flow
        self._few = 0  # two flows of no more photos share a row
        self.cards: list[FlowCard] = []
        inner = self._inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 8)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its photos take the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the width would depend on the height
        self.setWidget(inner)
        for part in (inner, self.viewport()):
            part.setAutoFillBackground(False)  # it lies on the window, as photos do
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._grow())

    def show_preview(self, preview: Preview | None) -> None:
        """Show the flows of a preview; of the same clustering what was unfolded stays so, and who has the keys."""
        focused = self._focused()
        if preview is None or self._preview is None or preview.clustering != self._preview.clustering:
            self._unfolded.clear()
            self.verticalScrollBar().setValue(0)
        top = self.verticalScrollBar().value()
        self._preview = preview
        self._flows = tuple(f for f in preview.flows if f.moves and f.photos) if preview else ()
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards.clear()
        self._grow()
        self.grown.emit()
        for card in self.cards:
            card.show()  # at once: what is not seen takes neither keys nor room
        self._column.activate()
        if focused is not None:
            self._give_back(*focused)
        self.verticalScrollBar().setValue(top)

    def _focused(self) -> tuple[FlowCard, QWidget] | None:
        """The card and its part that has the keys."""
        focus = QApplication.focusWidget()
        return next(((card, part) for card in self.cards for part in card.parts if part is focus), None)

    def _give_back(self, former: FlowCard, part: QWidget) -> None:
        """Give the keys to the same part of the card of the same flow, at the same photo."""
        flow, strip = former.flow, former.strip
        card = next((c for c in self.cards if (c.flow.source, c.flow.target) == (flow.source, flow.target)), None)
        if card is None:
            return
        if part is strip and flow.photos[strip.current] in card.flow.photos:
            card.go_to(flow.photos[strip.current])
        else:
            card.parts[former.parts.index(part)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_in_half(self) -> int:
        """How many photos a card shows that has half of the width; 0 where that is too narrow."""
        half = (self.viewport().width() - 2 * GAP) // 2 - AROUND
        fitting = (half + GAP) // (SIDE + GAP)
        return fitting if fitting >= FEWEST else 0

    def show_choice(self, refusals: frozenset[Refusal], declined: frozenset[str]) -> None:
        """What of it is refused, and which clusters stay as they are."""
        self._choice = refusals, declined
        for card in self.cards:
            card.show_choice(refusals, declined)

    def enter(self) -> None:
        """Give the keys to the first photos."""
        if self.cards:
            self.cards[0].strip.setFocus(Qt.FocusReason.TabFocusReason)

    def _grow(self) -> None:
        """Make the cards that are seen, and some more."""
        reach = self.verticalScrollBar().value() + (1 + AHEAD) * self.viewport().height()
        wanted = min(len(self._flows), reach // LEAST_HEIGHT + 1)
        if len(self.cards) >= wanted:
            return
        for flow in self._flows[len(self.cards) : wanted]:
            self._add(flow)
        self._arrange()
        self.grown.emit()

    def _arrange(self) -> None:
        """Place the cards one below the other; two that follow one another and have few photos share a row."""
        self._few = self._fit_in_half()
        row, alone = -1, False  # whether the card before has half of the row for itself
        for card in self.cards:
            small = card.flow.count <= self._few
            if small and alone:
                self._grid.addWidget(card, row, 1)
                alone = False
            else:
                row += 1
                self._grid.addWidget(card, row, 0, 1, 1 if small else 2)
                alone = small

    def _add(self, flow: Flow) -> None:
        assert self._preview is not None
        card, index = FlowCard(self._session, self._loader, self._preview, flow), len(self.cards)
        card.show_choice(*self._choice)
        card.unfold.setChecked((flow.source, flow.target) in self._unfolded)
        card.toggled.connect(lambda files, on: self.toggled.emit([(file, flow.target) for file in files], on))
        card.opened.connect(partial(self.opened.emit, flow))
        card.folded.connect(partial(self._folded, flow))
        card.strip.painted.connect(self._request)
        card.strip.left.connect(partial(self._step, index))
        card.strip.current_moved.connect(partial(self._follow, card))
        self.cards.append(card)

    def _request(self) -> None:
        """Load what is seen of all flows: what is not asked for is not loaded any more."""
        self._loader.request(wanted for card in self.cards for wanted in card.strip.wanted())

    def _repaint(self) -> None:
        for card in self.cards:
            card.strip.update()

    def _folded(self, flow: Flow, unfolded: bool) -> None:
        ends = flow.source, flow.target
        self._unfolded.add(ends) if unfolded else self._unfolded.discard(ends)

    def _step(self, index: int, down: int) -> None:
        """Go from the photos of one flow to those of the next."""
        steps = range(index + down, len(self.cards) if down > 0 else -1, down)
        following = next((self.cards[i] for i in steps if self.cards[i].strip.isEnabled()), None)
        if following is not None:
            following.strip.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, card: FlowCard, photo: QRect) -> None:
        """Scroll to the current photo, and to what stands above it where that is the first row."""
        if not card.strip.hasFocus():
            return
        top = card.strip.mapTo(self._inner, photo.topLeft())
        first = card.y() if photo.top() < SIDE else top.y()
        self.ensureVisible(top.x(), top.y() + photo.height(), 0, 8)
        self.ensureVisible(top.x(), first, 0, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit_in_half() != self._few:
            self._arrange()
        self._grow()
