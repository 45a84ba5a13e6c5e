"""Preferences: the settings dialog: pages, with their list on the left; each change applies at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.base.actions import Actions
from gallery_app.base.settings import AppSettings
from gallery_app.state.program.device import Device
from gallery_app.state.program.updates import Updates
from gallery_app.state.session import Session
from gallery_app.views.preferences.device_page import DevicePage
from gallery_app.views.preferences.page import SIDE, Page
from gallery_app.views.preferences.pages import AppearancePage, FoldersPage, SortingPage, UpdatesPage
from gallery_app.widgets.fit_screen import available
from gallery_app.widgets.labels import button

WIDTH, LIST, LEAST = 480, 150, 330  # of a page and of the list; the least height


class Preferences(QDialog):
    def __init__(
        self,
        session: Session,
        settings: AppSettings,
        actions: Actions,
        window: QWidget,
        about_program: tuple[Updates, Device, str],
        more: Sequence[Page] = (),
    ) -> None:
        """`about_program` has the updates, the device, and the sentence that says what is asked for updates.

        `more` pages are those of other parts of the window.
        """
        super().__init__(window)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        updates, device, what_is_asked = about_program
        self.appearance, self.sorting = AppearancePage(settings, actions), SortingPage(session, settings)
        self.folders, self.device = FoldersPage(settings, actions), DevicePage(session, device)
        self.updates = UpdatesPage(updates, what_is_asked)
        self._pages: list[Page] = [self.appearance, self.sorting, *more, self.folders, self.device, self.updates]
        self.list, self._stack = QListWidget(), QStackedWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in self._pages:
            self.list.addItem(page.title)
            self._stack.addWidget(page)
        self.list.currentRowChanged.connect(self._turned)
        for page in self._pages:
            page.grown.connect(self._fit)
        done = button(self.tr("Close"), "primary")
        done.clicked.connect(self.accept)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(SIDE, 0, SIDE, 18)
        self._foot.addStretch(1)
        self._foot.addWidget(done)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._stack, 1)
        right.addLayout(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.list.setCurrentRow(0)
        self._fit()

    def show_page(self, page: Page) -> None:
        self.list.setCurrentRow(self._pages.index(page))

    def _turned(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self._pages[row].begin()

    def _fit(self) -> None:
        """As large as the largest page demands, so that none jumps; but not beyond the screen."""
        room, now = available(self).size(), theme.current()
        listed = max(now.in_type(LIST), self.list.sizeHintForColumn(0) + 40)
        self.list.setFixedWidth(listed)
        width = min(max(now.in_type(WIDTH), *(page.least_width() for page in self._pages)), room.width() - listed)
        height = max(now.in_type(LEAST), *(page.height_for(width) for page in self._pages))
        wanted = QSize(width + listed, height + self._foot.sizeHint().height() + 12)
        self.setMinimumWidth(min(wanted.width(), room.width()))
        self.resize(wanted.expandedTo(self.size()).boundedTo(room))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)  # once its parts have the font as well
