"""PlanStep: the table of a plan or receipt, with its filters, and why something is left."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import number
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.state.filing.filing_view import FilingView
from gallery_app.state.session import Session
from gallery_app.views.filing.plan_table import PlanTable
from gallery_app.widgets.labels import label
from gallery_app.widgets.segments import Segments

MOST_REASONS = 3  # that are listed under the table; the rows tell the others


class PlanStep(QWidget):
    """In a receipt nothing is ticked; it is read the same way."""

    def __init__(self, session: Session, filing: FilingSession, jobs: JobRunner) -> None:
        super().__init__()
        self._filing = filing
        self.table = PlanTable(session, filing, jobs)
        self.table.rows.ticked.connect(filing.tick)
        group = QActionGroup(self)
        self.filters: dict[str, QAction] = {}
        for only, text in (("", self.tr("All")), ("clashes", self.tr("Clashes")), ("left", self.tr("Left"))):
            action = QAction(text, self)
            action.setCheckable(True)
            action.setChecked(not only)
            action.triggered.connect(lambda _on=False, only=only: self._filter(only))
            group.addAction(action)
            self.filters[only] = action
        self._segments = Segments(list(self.filters.values()), self.tr("Which rows are shown"))
        self.totals = label("", wrap=True)
        self.reasons = label("", "small", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(18, 10, 18, 6)
        head.setSpacing(14)
        head.addWidget(self.totals, 1)
        head.addWidget(self._segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.reasons.setContentsMargins(18, 0, 18, 8)
        column.addWidget(self.reasons)
        column.addWidget(self.table, 1)
        filing.changed.connect(self._refresh)

    def _filter(self, only: str) -> None:
        self.filters[only].setChecked(True)
        self.table.rows.set_only(only)

    def _refresh(self) -> None:
        filing, view = self._filing, self._filing.view
        if filing.step not in ("plan", "receipt"):
            self.table.rows.show_view(None, None, frozenset())
            return
        receipt = filing.step == "receipt"
        self.table.rows.can_tick = not receipt
        whole, unticked = (None, frozenset[str]()) if receipt else (filing.whole, filing.unticked)
        self.table.rows.show_view(view, whole, unticked)
        self.totals.setText(filing.problem if filing.problem or view is None else self._totals(view, receipt))
        self.totals.setProperty("role", "danger" if filing.problem else "")
        self.totals.style().polish(self.totals)
        self.reasons.setText("" if view is None else self._reasons(view))
        self.reasons.setVisible(bool(self.reasons.text()))
        clashes = 0 if view is None else view.totals.clashes
        left = 0 if view is None else view.count_left()
        for only, text, count in (
            ("clashes", self.tr("Clashes"), clashes),
            ("left", self.tr("Left"), left),
        ):
            self.filters[only].setText(f"{text} {number(count)}" if count else text)
            self.filters[only].setEnabled(count > 0 or self.table.rows.only == only)
        if not left + clashes and self.table.rows.only:
            self._filter("")

    def _totals(self, view: FilingView, receipt: bool) -> str:
        if receipt:
            parts = [
                (view.count_of("done"), self.tr("{0} files done")),
                (view.count_of("undone"), self.tr("{0} put back")),
                (view.count_left(), self.tr("{0} left")),
            ]
            words = [words.format(number(count)) for count, words in parts if count]
            return "  ·  ".join(words or [self.tr("Nothing was done")])
        totals = view.totals
        words = [self.tr("{0} files").format(number(totals.files)), size_words(totals.bytes)]
        if totals.clashes:
            words.append(self.tr("{0} get another name, as theirs is taken").format(number(totals.clashes)))
        for drive in view.drives:
            if drive.needed:
                free = self.tr("{0} free on {1}").format(size_words(drive.free), drive.path)
                words.append(free)
            if view.options.action == "trash" and not drive.trash:
                words.append(self.tr("{0} has no trash: a folder on it takes them").format(drive.path))
        return "  ·  ".join(words)

    def _reasons(self, view: FilingView) -> str:
        shown = [
            self.tr("{0} left: {1}").format(number(count), translate(why)) for why, count in view.kept[:MOST_REASONS]
        ]
        return "\n".join(shown)
