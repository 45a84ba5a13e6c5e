"""SpaceDetails: what of the chosen cluster would be freed, with its photos, and the way to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.gallery.space import LIBRARY, REASONS, Pile, Reason, Space
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import size_words
from gallery_app.state.culling.space_dial import SpaceDial
from gallery_app.state.session import Session
from gallery_app.views.culling.space_words import count_words, pile_name, reason_name, whole_words
from gallery_app.views.parts.pictures import Pictures
from gallery_app.widgets.labels import WrappedLabel, label
from gallery_app.widgets.row_button import RowButton
from gallery_app.widgets.scroll_area import ScrollArea

INSET = 13  # of the words of a RowButton
MOST = 60  # photos that there may be room for


class _Part(QWidget):
    """What would be freed for one reason: a button, and the photos below it."""

    def __init__(self, session: Session, jobs: JobRunner, reason: Reason) -> None:
        super().__init__()
        self._session, self.reason = session, reason
        self.open = RowButton("", "")
        self.pictures = Pictures(session, jobs, lines=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.open)
        strip = QVBoxLayout()
        strip.setContentsMargins(INSET, 0, INSET, 0)
        strip.addWidget(self.pictures)
        column.addLayout(strip)

    def show_pile(self, space: Space, pile: Pile) -> None:
        amount, gallery = pile.freed[self.reason], self._session.gallery
        self.setVisible(amount.photos > 0)
        if amount.photos:
            words = count_words(self.reason, amount.photos)
            size = size_words(amount.bytes)
            self.open.show_texts(reason_name(self.reason), words, f"{size}  ›")
            said = f"{reason_name(self.reason)}, {words}, {size}"
            self.open.setAccessibleName(said)
            self.open.setToolTip(plain_tip(said))
            first = space.files(self.reason, pile.cluster)[:MOST]
            files = [gallery.files[gallery.row_of[file]] for file in first if file in gallery.row_of]
            self.pictures.show_photos(tuple((file.id, file.digest or "") for file in files), amount.photos)


class SpaceDetails(QWidget):
    """`opened` carries a reason, or "" for the whole cluster, and the cluster."""

    opened = Signal(str, object)

    def __init__(self, session: Session, jobs: JobRunner, dial: SpaceDial) -> None:
        super().__init__()
        self._session, self._dial = session, dial
        self._cluster: str | None = LIBRARY
        self.title, self.whole = WrappedLabel(), label(role="muted")
        self.title.setProperty("role", "title")
        self.nothing = label(role="muted", wrap=True)
        self.parts = {reason: _Part(session, jobs, reason) for reason in REASONS}
        self.all = RowButton(self.tr("Review all of it…"), self.tr("One photo after the other: keep or reject"))
        self.all.setToolTip(plain_tip(self.all.accessibleName()))
        self.all.clicked.connect(lambda: self.opened.emit("", self._cluster))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(8)
        for part in (self.title, self.whole):
            part.setContentsMargins(INSET, 0, INSET, 0)
            column.addWidget(part)
        self.nothing.setContentsMargins(INSET, 8, INSET, 8)
        column.addWidget(self.nothing)
        for reason, shown in self.parts.items():
            shown.open.clicked.connect(partial(self._open, reason))
            column.addWidget(shown)
        column.addWidget(self.all)
        column.addStretch(1)
        area = ScrollArea()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the width depends on the height
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_pile(self, cluster: str | None) -> None:
        """Show a cluster, or all photos."""
        self._cluster, space = cluster, self._dial.space
        pile = None if space is None else space.pile(cluster)
        self.setVisible(pile is not None)
        if space is None or pile is None:
            return
        self.title.show_text(pile_name(self._session.gallery, pile))
        self.whole.setText(whole_words(pile.whole))
        for part in self.parts.values():
            part.show_pile(space, pile)
        self.nothing.setText(self._why_nothing(pile))
        self.nothing.setVisible(bool(self.nothing.text()))

    def open_most(self) -> None:
        """Open what would free most, or the whole cluster."""
        space = self._dial.space
        pile = None if space is None else space.pile(self._cluster)
        if pile is not None:
            most = max(REASONS, key=lambda reason: pile.freed[reason].bytes)
            self.opened.emit(most if pile.freed[most].bytes else "", self._cluster)

    def _open(self, reason: Reason) -> None:
        self.opened.emit(reason, self._cluster)

    def _why_nothing(self, pile: Pile) -> str:
        if pile.free.photos:
            return ""
        if not self._dial.complete:
            return self.tr("Near-identical photos and bursts are counted once they were looked for.")
        return self.tr("Nothing of it is rejected, near-identical or a burst.")
