"""RetrainPreview: what a retrain would change, as numbers and flows; accepted whole, by cluster, or not at all."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engine.edits.flows import Preview
from gallery_app.i18n.bidi import elided, isolated
from gallery_app.i18n.numbers import counted, number, one_or_many
from gallery_app.state.proposals import Proposal, Proposals
from gallery_app.state.session import Session
from gallery_app.views.parts.photo_menu import chip
from gallery_app.views.review.flow_picture import FlowPicture
from gallery_app.widgets.labels import IconButton, button, label

SIDE = 300  # pixels: the column of clusters
BESIDE = 110  # pixels of it for margins, check box, colour and spaces


class RetrainPreview(QWidget):
    """A page of the window; check boxes choose clusters, Enter accepts, Escape decides later."""

    closed = Signal()

    def __init__(self, session: Session, proposals: Proposals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._proposals = session, proposals
        self._shown: Proposal | None = None
        self.boxes: dict[str, QCheckBox] = {}
        self._captions: dict[str, tuple[str, str]] = {}  # the name and the change beside each box
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.flows = FlowPicture(session)
        self.flows.chosen.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._picture(), 1)
        row.addWidget(self._side())
        column.addLayout(row, 1)
        column.addWidget(self._foot())
        proposals.changed.connect(self._refresh)

    # Parts

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        self._title = label(role="title")
        close = IconButton("close", self.tr("Decide later"))
        close.clicked.connect(self.closed)
        row.addWidget(self._title, 1)
        row.addWidget(close)
        return bar

    def _picture(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(20, 18, 20, 10)
        column.setSpacing(12)
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
        column.addLayout(row)
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
        self.dismiss = button(self.tr("Leave everything as it is"), "big")
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
            if self.isVisible():
                self.closed.emit()
            return
        if self._shown and self._shown.preview.clustering != proposal.preview.clustering and self.isVisible():
            self.closed.emit()  # replaced by another proposal: do not accept it unseen
        self._shown = proposal
        title = (
            self.tr("Going back: what would change")
            if proposal.is_earlier
            else self.tr("What the retrain would change")
        )
        self._title.setText(title)
        self.setAccessibleName(title)
        self._fill_list(proposal.preview)
        self._show_numbers()

    def _clear_list(self) -> None:
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes.clear()
        self._captions.clear()

    def _fill_list(self, preview: Preview) -> None:
        self._clear_list()
        moves = [f for f in preview.flows if f.moves]
        sizes = {
            c: sum(f.count for f in moves if c in (f.source, f.target))
            for f in moves
            for c in _ends(f.source, f.target)
        }
        for index, cluster in enumerate(sorted(sizes, key=lambda c: (-sizes[c], c))):
            come = sum(f.count for f in moves if f.target == cluster)
            go = sum(f.count for f in moves if f.source == cluster)
            change = "  ".join(f"{sign}{number(count)}" for sign, count in (("+", come), ("−", go)) if count)
            self._captions[cluster] = preview.names[cluster], change
            box = QCheckBox()
            box.setAccessibleName(f"{isolated(preview.names[cluster])}, {change}")
            box.setIcon(chip(self._session.colour(cluster)))
            box.setChecked(cluster not in self._proposals.declined)
            box.setToolTip(f"{isolated(preview.names[cluster])}: {self._describe_change(preview, cluster)}")
            box.toggled.connect(partial(self._choose, cluster))
            self.boxes[cluster] = box
            self._list.insertWidget(index, box)
        for one, following in pairwise((self._area, *self.boxes.values(), self.dismiss)):  # Tab goes down the page
            self.setTabOrder(one, following)
        self._write_list()

    def _write_list(self) -> None:
        """Elide the names to the width of the column."""
        metrics, room = self.fontMetrics(), self._column.width() - BESIDE
        for cluster, box in self.boxes.items():
            name, change = self._captions[cluster]
            declined = room - metrics.horizontalAdvance(change)
            shown = elided(metrics, name, declined)
            box.setText(f"{shown}   {change}".replace("&", "&&"))

    def _describe_change(self, preview: Preview, cluster: str) -> str:
        if cluster in preview.gone:
            return self.tr("This cluster would go.")
        if cluster in preview.new:
            return self.tr("This cluster would be made.")
        return self.tr("This cluster would change.")

    def _show_numbers(self) -> None:
        assert self._shown is not None
        preview = self._shown.preview.leaving(self._proposals.declined)
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
        move = counted(preview.moved, self.tr("Move {0} photo"), self.tr("Move {0} photos"))
        self.accept.setText(move if preview.moved else self.tr("Take it"))
        self.flows.show_preview(self._shown.preview, self._proposals.declined)

    # What is done

    def _choose(self, cluster: str, change: bool) -> None:
        declined = self._proposals.declined
        self._proposals.decline(declined - {cluster} if change else declined | {cluster})
        self._show_numbers()

    def _toggle(self, cluster: str) -> None:
        if cluster in self.boxes:
            self.boxes[cluster].toggle()

    def _take(self) -> None:
        self._proposals.accept()

    def _leave(self) -> None:
        self._proposals.dismiss()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._column.setFixedWidth(min(SIDE, self.width() * 3 // 10))
        self._write_list()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and not focused.isCheckable():  # as in a dialog
                focused.click()
            else:
                self._take()
        else:
            super().keyPressEvent(event)


def _ends(source: str | None, target: str) -> tuple[str, ...]:
    return (target,) if source is None else (source, target)
