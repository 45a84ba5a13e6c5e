"""NamesTree: the names that could be taken over, to be ticked, with counts and a few pictures of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
)

from engine.filing.taking_over.groups import Group
from gallery_app.base import theme
from gallery_app.base.painting import filled
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session

NAME, COUNT, PICTURES = range(3)
PLACE = Qt.ItemDataRole.UserRole  # of a group in `groups`
SIDE, GAP, SHOWN = 32, 4, 4  # pixels, and pictures of a group
OPEN = 60  # groups up to which all are unfolded
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NamesTree(QTreeWidget):
    """As the folders or tags lie in one another. One that has photos and others below stands among these, too."""

    ticked = Signal()

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session, self.groups = session, tuple[Group, ...]()
        self._loader = ThumbnailLoader(jobs, self, budget=16 << 20)
        self._loader.loaded.connect(lambda _keys: self.viewport().update())
        self._load_soon, self._tell_soon = self._soon(self._load), self._soon(self.ticked.emit)
        self.setAccessibleName(self.tr("Names that can be taken over"))
        self.setHeaderLabels([self.tr("Name"), self.tr("Photos"), ""])
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PICTURES, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(PICTURES, SHOWN * (SIDE + GAP) + 16)
        self.headerItem().setTextAlignment(COUNT, RIGHT)
        self.setItemDelegateForColumn(PICTURES, _Pictures(self))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._load_soon.start())
        for changed in (self.itemExpanded, self.itemCollapsed):
            changed.connect(lambda _item: self._load_soon.start())
        self.itemChanged.connect(lambda _item, _column: self._tell_soon.start())

    def show_groups(self, groups: Sequence[Group], chosen: Iterable[Group]) -> None:
        ticked, self.groups = set(chosen), tuple(groups)
        self.clear()
        headings: dict[tuple[str, ...], QTreeWidgetItem] = {}
        above = {group.path[:depth] for group in groups for depth in range(1, len(group.path))}
        for place, group in enumerate(groups):
            item = QTreeWidgetItem([isolated(group.name), number(len(group.files))])
            item.setData(NAME, PLACE, place)
            item.setTextAlignment(COUNT, RIGHT)
            item.setToolTip(NAME, plain_tip(" / ".join(group.path)))
            item.setCheckState(NAME, Qt.CheckState.Checked if group in ticked else Qt.CheckState.Unchecked)
            path = group.path if group.path in above else group.path[:-1]
            self._heading(path, headings).addChild(item)
        if len(groups) <= OPEN:
            self.expandAll()
        self._tell_soon.stop()  # nobody has ticked anything yet
        self._load_soon.start()

    def chosen(self) -> list[Group]:
        """The groups that are ticked, in their order."""
        ticked = [item for item in self._items() if item.checkState(NAME) is Qt.CheckState.Checked]
        places = sorted(place for item in ticked if (place := item.data(NAME, PLACE)) is not None)
        return [self.groups[place] for place in places]

    def tick_all(self, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for item in self._items():
            if item.data(NAME, PLACE) is not None:
                item.setCheckState(NAME, state)

    def pictures(self, item: QTreeWidgetItem) -> tuple[int, ...]:
        """The photos that are shown of a row."""
        place = item.data(NAME, PLACE)
        return () if place is None else self.groups[place].files[:SHOWN]

    def paint_pictures(self, painter: QPainter, box: QRect, files: Sequence[int]) -> None:
        x = box.x() + 8
        for file in files:
            place = QRectF(x, box.center().y() + 0.5 - SIDE / 2, SIDE, SIDE)
            picture = self._loader.pixmap(file)
            if picture is None:
                filled(painter, place, QColor(theme.current().raised), 4)
            else:
                painter.drawPixmap(place, picture, QRectF(picture.rect()))
            x += SIDE + GAP

    def _heading(self, path: tuple[str, ...], headings: dict[tuple[str, ...], QTreeWidgetItem]) -> QTreeWidgetItem:
        """The item of what lies above groups; ticking it ticks all of them."""
        if not path:
            return self.invisibleRootItem()
        if path not in headings:
            item = headings[path] = QTreeWidgetItem([isolated(path[-1])])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            self._heading(path[:-1], headings).addChild(item)
        return headings[path]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        items = QTreeWidgetItemIterator(self)
        while (item := items.value()) is not None:
            yield item
            items += 1

    def _soon(self, work: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(work)
        return timer

    def _load(self) -> None:
        """Decode the pictures of the rows that are seen."""
        gallery, wanted = self._session.gallery, []
        size = QSize(SIDE, SIDE) * self.devicePixelRatioF()
        item = self.itemAt(0, 0)
        while self.isVisible() and item is not None and self.visualItemRect(item).top() < self.viewport().height():
            for file in self.pictures(item):
                row = gallery.row_of.get(file)
                if row is not None and self._session.library is not None:
                    wanted.append(ThumbnailRequest(file, self._session.thumbnail(row), size, 4))
            item = self.itemBelow(item)
        self._loader.request(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._load_soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load_soon.start()


class _Pictures(QStyledItemDelegate):
    def __init__(self, tree: NamesTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        item = self._tree.itemFromIndex(index)
        self._tree.paint_pictures(painter, option.rect, self._tree.pictures(item))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), SIDE + 8)
