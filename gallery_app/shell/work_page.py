"""WorkPage: tool bar, shelf, photos and map, inspector and training panel, with their splitters."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.base.actions import Actions
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.face_pictures import FacePictures
from gallery_app.shell.arrival import Arrival
from gallery_app.state.edits.outcomes import Outcomes
from gallery_app.state.filing.names_hint import NamesHint
from gallery_app.state.filing.rules_due import RulesDue
from gallery_app.state.people.consent import Consent
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session
from gallery_app.views.bars.banner import Banner
from gallery_app.views.bars.names_bar import NamesBar
from gallery_app.views.bars.progress_strip import ProgressStrip
from gallery_app.views.bars.read_only_bar import ReadOnlyBar
from gallery_app.views.bars.rule_bar import RuleBar
from gallery_app.views.bars.tool_bar import ToolBar
from gallery_app.views.bars.understanding.found_chips import FoundChips
from gallery_app.views.bars.understanding.kind_chips import KindChips
from gallery_app.views.bars.view_bar import ViewBar
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.inspector.inspector import Inspector
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.people.asked_bar import AskedBar
from gallery_app.views.people.people_shelf import PeopleShelf
from gallery_app.views.review.proposal_bar import ProposalBar
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from gallery_app.views.shelf.group_list import GroupList
from gallery_app.views.training.training_panel import TrainingPanel
from gallery_app.widgets.bottom_bars import Foot

SIDE_WIDTHS = 280, 252  # default width of shelf and inspector in pixels
NARROW = 1000  # window width in pixels below which there is room for one of them
NARROW_SIDE_WIDTHS = 250, 250  # leaves two thirds of 800 pixels to the photos


class WorkPage(QWidget):
    """The parts know the session, not each other; workspace.py connects their signals."""

    def __init__(
        self,
        session: Session,
        jobs: JobRunner,
        actions: Actions,
        recent: QMenu,
        proposals: Proposals,
        outcomes: Outcomes,
    ) -> None:
        """`strip` is shown at the foot of the window, below every page with photos."""
        super().__init__()
        self.setObjectName("work")
        self._session = session
        self.tool_bar = ToolBar(session, actions, recent)
        self.shelf, self.groups = ClusterShelf(session, jobs), GroupList(session)
        self.shelf.add_tool(actions["only"])
        self.shelf.add_tool(actions["ask"])
        self.side = QStackedWidget()
        self.side.addWidget(self.shelf)
        self.side.addWidget(self.groups)
        self.consent, self.faces = Consent(session, self), FacePictures(session, jobs, self)
        self.people = PeopleShelf(session, self.consent, self.faces)
        self.people.add_tool(actions["who"])
        self.side.addWidget(self.people)
        self.asked_bar = AskedBar(self.consent)
        self.grid, self.map = PhotoGrid(session, jobs), PhotoMap(session, jobs)
        self.inspector = Inspector(session, jobs)
        self.inspector.setObjectName("inspector")
        self.view_bar, self.banner, self.proposal_bar = ViewBar(session, actions), Banner(), ProposalBar(proposals)
        self.found, self.kinds, self.rules = FoundChips(session), KindChips(session), RulesDue(session, self)
        self.rule_bar, self.read_only_bar = RuleBar(session, self.rules), ReadOnlyBar(session)
        self.names_hint = NamesHint(session, self)
        self.names_bar = NamesBar(self.names_hint)
        self.training = TrainingPanel(session, jobs)
        self.training.training_view.release_on_press(self.map)
        self.arrival = Arrival(session, self.grid, self.map, self.training.training_view)
        self.strip = ProgressStrip(session, outcomes, actions["stop"], actions["training"])
        self._middle = _splitter(Qt.Orientation.Horizontal, [self.grid, self.map], [3, 2])
        centre = QWidget()
        _fill(centre, [self.view_bar, self.found, self.kinds, self._middle], 3)
        self.columns = Columns(self.side, centre, self.inspector)
        self._panes = _splitter(Qt.Orientation.Vertical, [self.columns, self.training], [1, 0])
        self._middle.setSizes([420, 380])
        self._panes.setSizes([600, 180])
        _fill(self, [self.tool_bar, self._panes], 1)
        bars: list[QWidget] = [self.read_only_bar, self.proposal_bar, self.banner, self.rule_bar, self.names_bar]
        bars += [self.asked_bar, self.arrival.bar]
        self._foot = Foot(self, bars, self.columns, self.side, [self.grid, self.inspector])
        self._foot.raised.connect(self.map.controls.stand_above)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody below has used: back to all photos, with nothing selected."""
        if event.key() != Qt.Key.Key_Escape or not self._session.escape(self):
            super().keyPressEvent(event)

    def splitters(self) -> dict[str, QSplitter]:
        """The splitters whose state is saved, by their settings key."""
        return {"middle": self._middle, "upper": self.columns, "panes": self._panes}


class Columns(QSplitter):
    """Shelf, photos and inspector; a narrow window has room for one of the sides (see ViewOptions).

    The widths in a wide window are the user's: they are kept through a narrow one, and saved.
    """

    narrowed = Signal(bool)  # the window has become narrow, or wide again

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        _add_panes(self, [left, middle, right], [0, 1, 0])
        self._side_widths, self._narrow = SIDE_WIDTHS, False
        self._set_side_widths(*SIDE_WIDTHS)
        self.splitterMoved.connect(self._handle_moved)

    def saveState(self) -> QByteArray:
        return QByteArray("{} {}".format(*self._side_widths).encode())

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        widths = bytes(QByteArray(state).data()).split()
        if len(widths) != 2 or not all(width.isdigit() for width in widths):
            return False
        self._side_widths = int(widths[0]), int(widths[1])
        if not self._narrow:
            self._set_side_widths(*self._side_widths)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)
            self.refresh()  # without the side that has gone, now: else all moves by a pixel once more
            self._set_side_widths(*(NARROW_SIDE_WIDTHS if narrow else self._side_widths))

    @property
    def narrow(self) -> bool:
        """Whether there is room for one side only."""
        return self._narrow

    def _handle_moved(self) -> None:
        """Take the new widths; a hidden side has width 0, and keeps the one it had."""
        if not self._narrow:
            left, _, right = self.sizes()
            self._side_widths = left or self._side_widths[0], right or self._side_widths[1]

    def _set_side_widths(self, left: int, right: int) -> None:
        self.setSizes([left, self.width() - left - right, right])


def _fill(page: QWidget, parts: list[QWidget], tall: int) -> None:
    """Stack parts vertically; the one at index `tall` takes the remaining height."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for index, part in enumerate(parts):
        column.addWidget(part, int(index == tall))


def _splitter(orientation: Qt.Orientation, parts: list[QWidget], stretch: list[int]) -> QSplitter:
    splitter = QSplitter(orientation)
    _add_panes(splitter, parts, stretch)
    return splitter


def _add_panes(splitter: QSplitter, parts: list[QWidget], stretch: list[int]) -> None:
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for index, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(index, stretch[index])
