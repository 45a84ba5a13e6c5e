"""FolderTree: the folders as they will be, with how many files and bytes each holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from gallery_app.base.icons import icon
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.numbers import number
from gallery_app.state.filing.filing_view import Folder

MOST = 500  # folders that are listed at each level
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
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self._shown: Folder | None = None

    def show_tree(self, root: Folder | None) -> None:
        if root is self._shown:
            return
        self._shown = root
        self.clear()
        if root is None:
            return
        top = self._item(root)
        self.addTopLevelItem(top)
        top.setExpanded(True)
        if _count(root) <= OPEN:
            self.expandAll()

    def _item(self, folder: Folder) -> QTreeWidgetItem:
        item = QTreeWidgetItem([isolated(folder.name), number(folder.files), size_words(folder.bytes)])
        item.setIcon(0, icon("folder"))
        item.setToolTip(0, folder.name)
        for column in (1, 2):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        names = sorted(folder.below)
        item.addChildren([self._item(folder.below[name]) for name in names[:MOST]])
        if len(names) > MOST:
            item.addChild(QTreeWidgetItem([self.tr("and {0} more").format(number(len(names) - MOST))]))
        return item


def _count(folder: Folder) -> int:
    return 1 + sum(_count(below) for below in folder.below.values())
