"""ClusterShelf: a card for each cluster; photos dropped on a card move there. Unread files at the end."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDrag, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from engine.core.records import Changes, Cluster
from engine.edits import Lock, Move, Rename
from engine.service.protocol import Organise
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.parts.note import ShelfNote
from gallery_app.views.parts.unread_list import UnreadList, read_again
from gallery_app.views.shelf.card_area import CardArea
from gallery_app.views.shelf.card_painter import MOSAIC
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.views.shelf.cluster_drag import cluster_mime
from gallery_app.views.shelf.cluster_menu import fill_cluster_menu, fill_split_menu
from gallery_app.views.shelf.spoken import speak_as_shelf
from gallery_app.widgets.labels import label
from gallery_app.widgets.scroll_area import ScrollArea

DRAGGED_OUT = 5000  # files of a dragged cluster at most: more chokes file managers


class ClusterShelf(QFrame):
    """Cards are reused by cluster id, so that a refresh does not replace one that is being edited or dragged.

    The `target` is what commands on a cluster act on. It is seen: its card has the focus or is highlighted.
    """

    target_changed = Signal()
    review_wanted = Signal(str)  # cluster id
    left = Signal()  # Escape: back to the photos
    rule_wanted = Signal(str)  # a cluster is to get an action of its own

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.setMinimumWidth(200)
        self._session = self.session = session
        self._selected: frozenset[str] = frozenset()  # clusters of the selected photos
        self._cards: dict[str, ClusterCard] = {}
        self._merged_into: str | None = None  # the cluster that gets the focus once the merge is done
        self._lit: str | None = None  # the cluster of the photo under the mouse
        self._loader = ThumbnailLoader(jobs, self)
        self._loader.loaded.connect(lambda _keys: self._show_mosaics())
        self._heading = label(self.tr("CLUSTERS"), "section")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 8, 8, 4)
        self._head.addWidget(self._heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._scroller(), 1)
        session.changed.connect(self._refresh)
        session.filters.changed.connect(lambda origin: self._refresh(Changes.NOTHING, origin))
        session.cluster_focused.connect(self._follow_focus)
        session.selection_changed.connect(lambda _ids, _origin: self._follow_selection())
        session.hover_changed.connect(lambda file, _origin: self._follow_hover(file))
        self._refresh(Changes.EVERYTHING, None)

    def _scroller(self) -> ScrollArea:
        scroll = self._area = ScrollArea()
        self.card_area = CardArea(scroll, self._name_of)
        self.card_area.dragging.connect(self._show_locks)
        speak_as_shelf(self.card_area, self.tr("Clusters"))
        self.card_area.lit.connect(self._light_hint)
        self.card_area.dropped.connect(lambda files: self._session.new_cluster(files, self))
        self._list = QVBoxLayout(self.card_area)
        self._list.setContentsMargins(6, 0, 6, 6)
        self._list.setSpacing(1)
        self._hint = label(self.tr("Drop photos here for a new cluster"), "small", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMinimumHeight(64)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(0)
        self.notes: list[ShelfNote] = []
        self._list.addLayout(self._notes)
        self._unread = UnreadList()
        self._unread.download.connect(self._download)
        self._unread.again.connect(lambda files: read_again(self._session, files))
        self._list.addWidget(self._unread)
        self._list.addWidget(self._hint)
        self._list.addStretch(1)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.card_area)
        return scroll

    def add_tool(self, action: QAction) -> None:
        """Add a button beside the heading."""
        tool = QToolButton()
        tool.setDefaultAction(action)
        tool.setIconSize(QSize(16, 16))
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        tool.setAccessibleName(action.text())
        self._head.addWidget(tool)

    def _download(self) -> None:
        """Organise again and download the photos that are only in a cloud."""
        self._session.jobs.run(Organise(self._session.options, keep=True, propose=True, download=True))

    # What is shown

    def card(self, cluster: str) -> ClusterCard:
        return self._cards[cluster]

    def order(self) -> list[str]:
        """The cluster ids from top to bottom."""
        return [c.id for c in self._session.gallery.clusters]

    def _refresh(self, changes: Changes, origin: object) -> None:
        """Update the cards without scrolling; only a cluster that the user has just made is scrolled into view."""
        gallery, before_ids = self._session.gallery, frozenset(self._cards)
        shown = {c.id for c in gallery.clusters}
        for gone in [id_ for id_ in self._cards if id_ not in shown]:
            card = self._cards.pop(gone)
            card.close_editor()  # else hiding it would commit the name of a removed cluster
            card.clearFocus()  # else Qt moves it to the next card, and F2 renames that
            self.card_area.forget(card)
            card.hide()
            card.deleteLater()
        counts = np.bincount(gallery.labels + 1, minlength=len(gallery.clusters) + 1)[1:]
        sums = np.bincount(gallery.labels + 1, gallery.confidences, len(gallery.clusters) + 1)[1:]
        found = np.bincount(gallery.labels[self._session.filters.rows] + 1, minlength=len(counts) + 1)[1:]
        before: QWidget = self._unread.head  # Tab follows the order shown, not that of creation
        for index, cluster in enumerate(gallery.clusters):
            card = self._cards.get(cluster.id) or self._new_card(cluster)
            self._list.insertWidget(index, card)
            card.show()  # now: its geometry is needed at once
            self.setTabOrder(before, card)
            before = card
            confidence = float(sums[index] / counts[index]) if counts[index] else 0.0
            card.show_cluster(cluster, self._session.mark(cluster.id), confidence, int(found[index]))
        self.setTabOrder(before, self._unread.head)
        heading = self.tr("CLUSTERS  {0}").format(number(gallery.cluster_count))
        self._heading.setText(heading if shown else self.tr("CLUSTERS"))
        self._show_notes()
        self._hint.setVisible(bool(shown))
        self._unread.show_files(gallery.skipped)
        QCoreApplication.sendEvent(self.card_area, QEvent(QEvent.Type.LayoutRequest))  # apply the layout now
        self._follow_selection(reveal=False)
        self._follow_hover(self._session.hovered)
        self._want_mosaics()
        if (made := self._made_by_hand(before_ids, origin)) is not None:
            self.rename(made)

    def _made_by_hand(self, before: frozenset[str], origin: object) -> str | None:
        """The cluster that the user has just made of photos, whose name can be typed at once, as of a new folder.

        None for clusters made by Undo, a training or another k, or while the shelf is hidden (Ask me, the viewer).
        """
        gallery = self._session.gallery
        new = [c for c in gallery.clusters if c.id not in before]
        if len(new) != 1 or origin is None or origin is self._session or not self.isVisible():
            return None
        (made,) = new
        by_hand = bool(gallery.pinned[gallery.members(made.id)].all())
        return made.id if by_hand and not made.unsure and not made.named_by_user else None

    def _show_notes(self) -> None:
        """Show notes for photos between two clusters, and for unsure photos that may form a new cluster."""
        gallery = self._session.gallery
        for note in self.notes:
            note.hide()
            note.deleteLater()
        self.notes.clear()
        if len(gallery.close_calls):
            tip = self.tr("Photos between two clusters, the most doubtful first. Ask me asks about such photos.")
            calls = gallery.ids[gallery.close_calls].tolist()
            self._add_note(ShelfNote("unsure", self.tr("Close calls"), len(calls), tip), calls)
        for kind in map(list, gallery.new_kinds):
            tip = self.tr("Unsure photos that are like each other.")
            note = ShelfNote("add", self.tr("A new kind?"), len(kind), tip, self.tr("Make a cluster"))
            note.done.connect(lambda kind=kind: self._session.new_cluster(kind, self))
            self._add_note(note, kind)

    def _add_note(self, note: ShelfNote, files: list[int]) -> None:
        note.chosen.connect(lambda: self._session.select(files, self, files[0]))
        self.notes.append(note)
        self._notes.addWidget(note)

    def _new_card(self, cluster: Cluster) -> ClusterCard:
        card = self._cards[cluster.id] = ClusterCard(cluster)
        id_ = cluster.id
        card.chosen.connect(lambda: self.choose(id_))
        card.focus_changed.connect(self._mark_target)
        card.renamed.connect(lambda name: self._session.edit(Rename(id_, name), self))
        # Menus and drags run an event loop, in which a card may go: so not from within its own mouse event.
        card.menu_wanted.connect(lambda at: self._menu(id_, at), Qt.ConnectionType.QueuedConnection)
        card.dragged.connect(lambda: self._drag(id_), Qt.ConnectionType.QueuedConnection)
        card.files_dropped.connect(lambda files: self._session.edit(Move(files, id_), self))
        card.cluster_dropped.connect(lambda other: self.merge(other, id_))
        return card

    def _typical_rows(self) -> dict[str, list[int]]:
        gallery = self._session.gallery
        return {c.id: [int(r) for r in gallery.members(c.id)[:4]] for c in gallery.clusters}

    def _want_mosaics(self) -> None:
        self._shown_rows = self._typical_rows()
        side = round(MOSAIC * self.devicePixelRatioF())
        gallery = self._session.gallery
        self._loader.retry_missing()
        self._loader.request(
            ThumbnailRequest(gallery.files[row].digest, self._session.thumbnail(row), QSize(side, side))
            for rows in self._shown_rows.values()
            for row in rows
        )
        self._show_mosaics()

    def _show_mosaics(self) -> None:
        files = self._session.gallery.files
        for cluster, rows in self._shown_rows.items():
            if cluster in self._cards:
                found = [self._loader.pixmap(files[row].digest) for row in rows if row < len(files)]
                self._cards[cluster].show_photos([p for p in found if p is not None])

    # What commands act on

    def target(self) -> Cluster | None:
        """The card with the keyboard focus, else the cluster of all selected photos, else the one that is shown."""
        if (card := self.card_with_focus()) is not None:
            return card.cluster
        if self._session.selection:
            id_ = next(iter(self._selected)) if len(self._selected) == 1 else None
        else:
            id_ = self._session.focused_cluster
        card = self._cards.get(id_ or "")
        return None if card is None else card.cluster

    @property
    def selected_clusters(self) -> frozenset[str]:
        """The ids of the clusters of which photos are selected."""
        return self._selected

    def card_with_focus(self) -> ClusterCard | None:
        """The card with the keyboard focus."""
        return next((card for card in self._cards.values() if card.has_keys), None)

    def focused_card(self) -> ClusterCard | None:
        """The card of the target; None for Unsure, which is no cluster of its own."""
        target = self.target()
        return None if target is None or target.unsure else self._cards[target.id]

    def _mark_target(self) -> None:
        target = self.target()
        for id_, card in self._cards.items():
            card.set_current(target is not None and id_ == target.id)
        self.target_changed.emit()

    def _follow_focus(self, cluster: str | None, origin: object) -> None:
        if cluster in self._cards and origin is not self:
            self._area.ensureWidgetVisible(self._cards[cluster])
        merged, self._merged_into = self._merged_into, None
        if cluster in self._cards and cluster == merged:
            self._cards[cluster].setFocus()  # the card that had it is gone
        self._mark_target()

    def _follow_selection(self, reveal: bool = True) -> None:
        """Find the clusters of the selected photos; one that is shown is left once photos of others are selected."""
        session, gallery = self._session, self._session.gallery
        rows = [gallery.row_of[file] for file in session.selection if file in gallery.row_of]
        labels = np.unique(gallery.labels[rows]).tolist() if rows else []
        self._selected = frozenset(gallery.clusters[label].id for label in labels if label >= 0)
        if session.selection and session.focused_cluster is not None and self._selected != {session.focused_cluster}:
            session.focus_cluster(None, self)
        self._mark_target()
        if reveal and len(self._selected) == 1:
            (id_,) = self._selected
            self._area.ensureWidgetVisible(self._cards[id_])

    def _follow_hover(self, file: int | None) -> None:
        """Highlight the card of the hovered photo; repaints only two cards."""
        gallery = self._session.gallery
        row = gallery.row_of.get(file) if file is not None else None
        cluster = None if row is None else gallery.cluster_of(row)
        for id_, lit in ((self._lit, False), (cluster.id if cluster else None, True)):
            if id_ in self._cards:
                self._cards[id_].set_lit(lit)
        self._lit = cluster.id if cluster else None

    # What is done

    def choose(self, cluster: str) -> None:
        """Show a cluster; once it is shown, select its photos."""
        if cluster == self._session.focused_cluster:
            self.select_photos(cluster)
        else:
            self._session.select((), self)
            self._session.focus_cluster(cluster, self)

    def select_photos(self, cluster: str) -> None:
        """Select the photos of a cluster that are shown."""
        gallery, filters = self._session.gallery, self._session.filters
        if cluster in self._cards:
            self._session.focus_cluster(cluster, self)
            shown = filters.visible_ids
            seen = [file for file in gallery.ids[gallery.members(cluster)].tolist() if file in shown]
            self._session.select(seen, self, seen[0] if seen else None)

    def show_only(self, cluster: str | None) -> None:
        """Show only a cluster, or, None, all again."""
        self._session.filters.show_only(cluster, self)
        if cluster is not None:
            self._session.focus_cluster(cluster, self)

    def rename_focused(self) -> None:
        card = self.focused_card()
        if card is not None:
            self.rename(card.cluster.id)

    def rename(self, cluster: str) -> None:
        """Edit the name of a cluster in place."""
        card = self._cards.get(cluster)  # it may have been removed while the menu was open
        if card is not None:
            self._area.ensureWidgetVisible(card)
            card.rename()

    def toggle_lock(self) -> None:
        card = self.focused_card()
        if card is not None:
            self.set_locked(card.cluster.id, not card.cluster.locked)

    def set_locked(self, cluster: str, locked: bool) -> None:
        self._session.edit(Lock(cluster, locked), self)

    def merge(self, source: str, target: str) -> None:
        """Merge a cluster into another, which gets the focus."""
        self._merged_into = target
        self._session.merge(source, target, self)

    def split_focused(self) -> None:
        """Open the menu of numbers of parts beside the card."""
        card = self.focused_card()
        if card is not None:
            self._area.ensureWidgetVisible(card)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_split_menu(menu, self, card.cluster)
            menu.popup(card.mapToGlobal(card.rect().bottomLeft()))

    def _menu(self, cluster: str, at: QPoint) -> None:
        if cluster in self._cards:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.fill_menu(menu, cluster)
            menu.popup(at)

    def fill_menu(self, menu: QMenu, cluster: str) -> None:
        """Fill the context menu of a cluster."""
        fill_cluster_menu(menu, self, self._cards[cluster].cluster)

    def _name_of(self, cluster: str) -> str:
        return self._cards[cluster].cluster.name if cluster in self._cards else ""

    def _show_locks(self, dragging: bool) -> None:
        for card in self._cards.values():
            card.set_drag_above(dragging)

    def _drag(self, cluster: str) -> None:
        if cluster not in self._cards:
            return
        rows = self._session.gallery.members(cluster)[:DRAGGED_OUT]
        drag = QDrag(self)
        drag.setMimeData(cluster_mime(cluster, [self._session.photo_path(int(r)) for r in rows]))
        drag.setPixmap(self._cards[cluster].mosaic())
        drag.setHotSpot(QPoint(-14, -26))  # beside the pointer: the card below it says what a drop would do
        drag.exec(Qt.DropAction.CopyAction)

    def _light_hint(self, on: bool) -> None:
        """Highlight the hint below the cards while photos are dragged over it."""
        role = "lit" if on else "small"
        if role != self._hint.property("role"):
            self._hint.setProperty("role", role)
            self._hint.style().polish(self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is shown and selected, and the card: no command is meant for it any more."""
        card = self.card_with_focus()
        if event.key() == Qt.Key.Key_Escape and (self._session.escape(self) or card is not None):
            if card is not None:
                card.clearFocus()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh(Changes.CLUSTERS, None)  # cluster colours depend on the theme
        super().changeEvent(event)
