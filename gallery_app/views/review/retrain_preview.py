"""RetrainPreview: what a retrain would change, in pictures; accepted but for clusters and photos, or not at all."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.edits.flows import Flow, Preview
from gallery_app.base import theme
from gallery_app.base.icons import icon
from gallery_app.base.marks import chip
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import elided, isolated
from gallery_app.i18n.numbers import counted, number, one_or_many
from gallery_app.state.proposals import Proposal, Proposals
from gallery_app.state.session import Session
from gallery_app.views.review.flow_list import FlowList
from gallery_app.views.review.flow_photo import FlowPhoto
from gallery_app.views.review.flow_picture import FlowPicture
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import IconButton, button, label
from gallery_app.widgets.segments import Segments

SIDE = 300  # pixels: the column of clusters
BESIDE = 110  # pixels of it for margins, check box, colour and spaces


class RetrainPreview(QWidget):
    """A page of the window: pictures are refused, check boxes choose clusters, Enter accepts, Escape decides later."""

    closed = Signal()

    def __init__(self, session: Session, jobs: JobRunner, proposals: Proposals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._proposals = session, proposals
        self._shown: Proposal | None = None
        self.boxes: dict[str, QCheckBox] = {}
        self._captions: dict[str, tuple[str, str]] = {}  # the name and the change beside each box
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.Pane)
        self.pictures, self.photo = FlowList(session, jobs), FlowPhoto(session, jobs)
        self.pictures.setAccessibleName(self.tr("Photos that would move"))
        self.pictures.opened.connect(self._enlarge)
        self.pictures.grown.connect(self._order_tabs)
        self.photo.closed.connect(self._return)
        for part in (self.pictures, self.photo):
            part.toggled.connect(proposals.refuse)
        self.flows = FlowPicture(session)
        self.flows.chosen.connect(self._toggle)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._whole())
        self._pages.addWidget(self.photo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        proposals.changed.connect(self._refresh)
        proposals.choice_changed.connect(self._show_choice)

    # Parts

    def _whole(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._middle(), 1)
        row.addWidget(self._side())
        column.addLayout(row, 1)
        column.addWidget(self._foot())
        return whole

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(12)
        self._title = label(role="title")
        group = QActionGroup(self)
        self.as_pictures = QAction(icon("photos"), self.tr("Pictures"), group)
        self.as_diagram = QAction(icon("merge"), self.tr("Diagram"), group)
        for action in group.actions():
            action.setCheckable(True)
        self.as_pictures.setChecked(True)
        self.as_diagram.toggled.connect(lambda on: self._views.setCurrentIndex(int(on)))
        self.later = IconButton("close", self.tr("Decide later"))
        self.later.clicked.connect(self.closed)
        row.addWidget(self._title, 1)
        row.addWidget(Segments(group.actions(), self.tr("Show as")))
        row.addWidget(self.later)
        return bar

    def _middle(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(20, 14, 12, 0)
        column.setSpacing(12)
        column.addLayout(self._figures())
        self._views = QStackedWidget()
        self._views.addWidget(self._pictures())
        self._views.addWidget(self._diagram())
        column.addWidget(self._views, 1)
        return whole

    def _figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        figures = ("moved", "gone", "new", "stay")
        self.numbers = {name: (label(role="huge"), label(role="muted", wrap=True)) for name in figures}
        for figure, word in self.numbers.values():
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(figure)
            pair.addWidget(word)
            pair.addStretch(1)
            row.addLayout(pair, 1)
        return row

    def _pictures(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = self.tr("Click a photo to refuse it: it stays where it is, and no retrain moves it there.")
        column.addWidget(label(hint, "muted", wrap=True))
        column.addWidget(self.pictures, 1)
        return whole

    def _diagram(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 10)
        heads = QHBoxLayout()
        heads.addWidget(label(self.tr("NOW"), "section"))
        heads.addStretch(1)
        heads.addWidget(label(self.tr("AFTERWARDS"), "section"))
        column.addLayout(heads)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.flows)
        area.setAccessibleName(self.flows.accessibleName())
        for part in (self.flows, area.viewport()):
            part.setAutoFillBackground(False)  # it lies on the window, as photos do
        column.addWidget(area, 1)
        return whole

    def _side(self) -> QWidget:
        self._column = side = QFrame()
        side.setObjectName("inspector")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 8, 12)
        column.addWidget(label(self.tr("CHANGE THESE CLUSTERS"), "section", wrap=True))
        column.addWidget(
            label(self.tr("One that is not ticked stays as it is: nothing in, nothing out."), "small", True)
        )
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 6, 8, 0)
        self._list.setSpacing(4)
        self._list.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName(self.tr("CHANGE THESE CLUSTERS"))
        column.addWidget(area, 1)
        return side

    def _foot(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("strip")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(10)
        holds = self.tr("What you placed, locked or named yourself holds either way.")
        row.addWidget(label(holds, "muted", wrap=True), 1)
        self.dismiss = button("", "big")
        self.dismiss.clicked.connect(self._leave)
        self.accept = button("", "primary")
        self.accept.clicked.connect(self._take)
        row.addWidget(self.dismiss)
        row.addWidget(self.accept)
        return bar

    # What is shown

    def _refresh(self) -> None:
        proposal = self._proposals.current
        if proposal is None:
            self._shown = None
            self._clear_list()  # a late click must not choose anything
            self.pictures.show_preview(None)
            if self.isVisible():
                self.closed.emit()
            return
        if self._shown and self._shown.preview.clustering != proposal.preview.clustering and self.isVisible():
            self.closed.emit()  # replaced by another proposal: do not accept it unseen
        if self._shown is None or not self._update_photo(self._shown.preview, proposal.preview):
            self._pages.setCurrentIndex(0)
        self._shown = proposal
        title = (
            self.tr("Going back: what would change")
            if proposal.is_earlier
            else self.tr("What the retrain would change")
        )
        self._title.setText(title)
        self.setAccessibleName(title)
        self._fill_list(proposal.preview)
        self.pictures.show_preview(proposal.preview)
        self._show_choice()

    def _update_photo(self, before: Preview, preview: Preview) -> bool:
        """Go on with the large photo where its flow is still there; whether it is."""
        ends = self.photo.flow.source, self.photo.flow.target
        flow = next((f for f in preview.flows if (f.source, f.target) == ends and f.photos), None)
        if self._pages.currentWidget() is not self.photo or before.clustering != preview.clustering or flow is None:
            return False
        self.photo.update_flow(preview, flow)
        return True

    def _clear_list(self) -> None:
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes.clear()
        self._captions.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "boxes"):
            self._fit_column()
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "boxes"):  # cluster colours depend on the theme
            for cluster, box in self.boxes.items():
                box.setIcon(chip(self._session.mark(cluster)))

    def _fill_list(self, preview: Preview) -> None:
        focused = next((cluster for cluster, box in self.boxes.items() if box.hasFocus()), None)
        self._clear_list()
        changes, gone, new = _changes(preview), preview.gone, preview.new
        for index, cluster in enumerate(sorted(changes, key=lambda c: (-sum(changes[c]), c))):
            box = QCheckBox()
            box.setIcon(chip(self._session.mark(cluster)))
            box.setChecked(cluster not in self._proposals.declined)
            change = self._describe_change(cluster in gone, cluster in new)
            box.setToolTip(plain_tip(f"{isolated(preview.names[cluster])}: {change}"))
            box.toggled.connect(partial(self._choose, cluster))
            self.boxes[cluster] = box
            self._list.insertWidget(index, box)
        if focused in self.boxes:
            self.boxes[focused].show()  # at once: what is not seen takes no keys
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_changes(self, preview: Preview) -> None:
        """Say beside each cluster how many photos come and go, or that it goes itself."""
        changes, gone = _changes(preview), preview.gone
        for cluster, box in self.boxes.items():
            signed = zip(("+", "−"), changes.get(cluster, (0, 0)), strict=True)
            signs = "  ".join(f"{sign}{number(count)}" for sign, count in signed if count)
            change = self.tr("goes") if cluster in gone else signs
            self._captions[cluster] = preview.names[cluster], change
            box.setAccessibleName(f"{isolated(preview.names[cluster])}, {change}")
        self._write_list()

    def _order_tabs(self) -> None:
        """Tab goes down the pictures, then down the column of clusters."""
        cards = [part for card in self.pictures.cards for part in card.parts]
        parts = (self.later, *cards, self._area, *self.boxes.values(), self.dismiss, self.accept)
        for one, following in pairwise(parts):
            self.setTabOrder(one, following)

    def _write_list(self) -> None:
        """Elide the names to the width of the column."""
        metrics, room = self.fontMetrics(), self._column.width() - BESIDE
        for cluster, box in self.boxes.items():
            name, change = self._captions[cluster]
            declined = room - metrics.horizontalAdvance(change)
            shown = elided(metrics, name, declined)
            box.setText(f"{shown}   {change}".replace("&", "&&"))

    def _describe_change(self, gone: bool, new: bool) -> str:
        if gone:
            return self.tr("This cluster would go.")
        if new:
            return self.tr("This cluster would be made.")
        return self.tr("This cluster would change.")

    def _show_choice(self) -> None:
        """What would move of it, without what is declined and refused."""
        preview, refused = self._proposals.chosen, self._proposals.refused
        if self._shown is None or preview is None:
            return
        self.pictures.show_choice(refused, self._proposals.declined)
        self.photo.show_refusals(refused)
        self._count_changes(self._shown.preview.leaving((), refused) if self._proposals.declined else preview)
        total = sum(f.count for f in preview.flows)
        for name, count, one, many in (
            ("moved", preview.moved, self.tr("photo would move"), self.tr("photos would move")),
            ("gone", len(preview.gone), self.tr("cluster would go"), self.tr("clusters would go")),
            ("new", len(preview.new), self.tr("new cluster"), self.tr("new clusters")),
            ("stay", total - preview.moved, self.tr("photo stays"), self.tr("photos stay")),
        ):
            figure, word = self.numbers[name]
            figure.setText(number(count))
            word.setText(one_or_many(count, one, many))
        said = (f"{figure.text()} {word.text()}" for figure, word in self.numbers.values())
        self.setAccessibleDescription(", ".join(said))
        move = counted(preview.moved, self.tr("Move {0} photo"), self.tr("Move {0} photos"))
        self.accept.setText(move if preview.moved else self.tr("Take it"))
        kept = self.tr("Move nothing, keep {0} refusal"), self.tr("Move nothing, keep {0} refusals")
        teaching = self._proposals.teaching
        self.dismiss.setText(counted(teaching, *kept) if teaching else self.tr("Leave everything as it is"))
        self.flows.show_preview(preview)

    # What is done

    def _choose(self, cluster: str, change: bool) -> None:
        declined = self._proposals.declined
        self._proposals.decline(declined - {cluster} if change else declined | {cluster})

    def _toggle(self, cluster: str) -> None:
        if cluster in self.boxes:
            self.boxes[cluster].toggle()

    def _take(self) -> None:
        self._proposals.accept()

    def _leave(self) -> None:
        self._proposals.dismiss()

    def _enlarge(self, flow: Flow, file: int) -> None:
        if self._shown is not None:
            self.photo.show_photo(self._shown.preview, flow, file)
            self._pages.setCurrentWidget(self.photo)
            self.photo.setFocus()

    def _return(self, file: int) -> None:
        """From the large photo to the pictures, on which it is the current one if it is seen."""
        self._pages.setCurrentIndex(0)
        card = next((card for card in self.pictures.cards if file in card.flow.photos), None)
        if card is not None:
            card.go_to(file)

    def _fit_column(self) -> None:
        self._column.setFixedWidth(min(theme.current().in_type(SIDE), self.width() * 3 // 10))
        self._write_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_column()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self.hasFocus() and self.as_pictures.isChecked():
            self.pictures.enter()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and not focused.isCheckable():  # as in a dialog
                focused.click()
            else:
                self._take()
        else:
            super().keyPressEvent(event)


def _changes(preview: Preview) -> dict[str, tuple[int, int]]:
    """How many photos would come into each cluster of the flows that move, and how many would leave it."""
    come, go = Counter[str](), Counter[str]()
    for flow in preview.flows:
        if flow.source is not None and flow.moves:
            come[flow.target] += flow.count
            go[flow.source] += flow.count
    return {cluster: (come[cluster], go[cluster]) for cluster in {*come, *go}}
