"""FolderTree: the folders as they will be, with how many files and bytes each holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from engine.filing.planning.preview import Branch
from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.numbers import number

MOST = 500  # folders that are listed at each level
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
OPEN = 40  # folders up to which all are unfolded


class FolderTree(QTreeWidget):
    """A preview: nothing in it can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Folders as they will be"))
        self.setHeaderLabels([self.tr("Folder"), self.tr("Files"), self.tr("Size")])
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, RIGHT)
        self._shown: Branch | None = None

    def show_tree(self, root: Branch | None) -> None:
        if root is self._shown:
            return
        self._shown = root
        self.clear()
        # Not `icon`: a view draws what is unfolded as if it were checked.
        self._icon = QIcon(pixmap("folder", 16, theme.current().muted, self.devicePixelRatioF()))
        if root is None:
            return
        top = self._item(root)
        self.addTopLevelItem(top)
        top.setExpanded(True)
        if _count(root) <= OPEN:
            self.expandAll()

    def _item(self, folder: Branch) -> QTreeWidgetItem:
        item = QTreeWidgetItem([isolated(folder.name), number(folder.files), size_words(folder.bytes)])
        item.setIcon(0, self._icon)
        item.setToolTip(0, plain_tip(folder.name))
        for column in (1, 2):
            item.setTextAlignment(column, RIGHT)
        item.addChildren([self._item(below) for below in folder.folders[:MOST]])
        if len(folder.folders) > MOST:
            item.addChild(QTreeWidgetItem([self.tr("and {0} more").format(number(len(folder.folders) - MOST))]))
        return item


def _count(folder: Branch) -> int:
    return 1 + sum(_count(below) for below in folder.folders)
