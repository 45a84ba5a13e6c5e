"""WorkPage: the page one works on - tool bar, shelf, photos and map, inspector, training - and how it is divided."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.base.actions import Actions
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session
from gallery_app.views.bars.banner import Banner
from gallery_app.views.bars.progress_strip import ProgressStrip
from gallery_app.views.bars.tool_bar import ToolBar
from gallery_app.views.bars.view_bar import ViewBar
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.inspector.inspector import Inspector
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.review.proposal_bar import ProposalBar
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from gallery_app.views.shelf.group_list import GroupList
from gallery_app.views.training.training_panel import TrainingPanel
from gallery_app.widgets.foot import Foot

SIDES = 280, 252  # pixels of shelf and inspector, until the user moves them
NARROW = 1000  # pixels of a window, below which both leave what room they can to the photos
LEAST = 220, 220


class WorkPage(QWidget):
    """The parts know the session, not each other; workspace.py joins their signals."""

    def __init__(
        self, session: Session, jobs: JobRunner, actions: Actions, recent: QMenu, proposals: Proposals
    ) -> None:
        super().__init__()
        self.setObjectName("work")
        self.tool_bar = ToolBar(session, actions, recent)
        self.shelf, self.groups = ClusterShelf(session, jobs), GroupList(session)
        self.shelf.add_tool(actions["ask"])
        self.side = QStackedWidget()
        self.side.addWidget(self.shelf)
        self.side.addWidget(self.groups)
        self.grid, self.map = PhotoGrid(session, jobs), PhotoMap(session, jobs)
        self.inspector = Inspector(session, jobs)
        self.inspector.setObjectName("inspector")
        self.view_bar, self.banner, self.proposal_bar = ViewBar(session, actions), Banner(), ProposalBar(proposals)
        self.training = TrainingPanel(session, jobs)
        self.training.training_view.yield_to(self.map)
        self.strip = ProgressStrip(session, actions["stop"], actions["training"])
        self._middle = _splitter(Qt.Orientation.Horizontal, [self.grid, self.map], [3, 2])
        centre = QWidget()
        _fill(centre, [self.view_bar, self._middle], 1)
        self._upper = Columns(self.side, centre, self.inspector)
        self._panes = _splitter(Qt.Orientation.Vertical, [self._upper, self.training], [1, 0])
        self._middle.setSizes([420, 380])
        self._panes.setSizes([600, 180])
        _fill(self, [self.tool_bar, self._panes, self.strip], 1)
        bars = [self.proposal_bar, self.banner]
        self._foot = Foot(self, bars, self._upper, self.side, [self.grid, self.inspector])

    def splitters(self) -> dict[str, QSplitter]:
        """Those that the user moves, by the names under which they are remembered."""
        return {"middle": self._middle, "upper": self._upper, "panes": self._panes}


class Columns(QSplitter):
    """Shelf, photos and inspector; in a narrow window both sides leave what room they can to the photos.

    How wide they are in a wide window is the user's choice alone: it is kept through a narrow one, and remembered.
    """

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        _furnish(self, [left, middle, right], [0, 1, 0])
        self._chosen, self._narrow = SIDES, False
        self._divide(*SIDES)
        self.splitterMoved.connect(self._choose)

    def saveState(self) -> QByteArray:
        return QByteArray("{} {}".format(*self._chosen).encode())

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        words = bytes(QByteArray(state).data()).split()
        if len(words) != 2 or not all(word.isdigit() for word in words):
            return False
        self._chosen = int(words[0]), int(words[1])
        if not self._narrow:
            self._divide(*self._chosen)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self._divide(*(LEAST if narrow else self._chosen))

    def _choose(self) -> None:
        """A handle was moved; one that is hidden has no width, and keeps what it had."""
        if not self._narrow:
            left, _, right = self.sizes()
            self._chosen = left or self._chosen[0], right or self._chosen[1]

    def _divide(self, left: int, right: int) -> None:
        self.setSizes([left, self.width() - left - right, right])


def _fill(page: QWidget, parts: list[QWidget], tall: int) -> None:
    """Parts one below the other; the one at place `tall` takes what height there is."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, part in enumerate(parts):
        column.addWidget(part, int(place == tall))


def _splitter(way: Qt.Orientation, parts: list[QWidget], stretch: list[int]) -> QSplitter:
    made = QSplitter(way)
    _furnish(made, parts, stretch)
    return made


def _furnish(splitter: QSplitter, parts: list[QWidget], stretch: list[int]) -> None:
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for place, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(place, stretch[place])
