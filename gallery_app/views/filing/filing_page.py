"""FilingPage: what is to be done, the plan with pictures, how far it is, and the receipt."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import button_words, done_words, size_words
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.state.session import Session
from gallery_app.views.filing.plan_step import PlanStep
from gallery_app.views.filing.running_step import RunningStep
from gallery_app.views.filing.what_step import WhatStep
from gallery_app.views.parts.action_bar import ActionBar
from gallery_app.views.parts.photo_menu import menu_text
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import IconButton, TitleLabel, button, label


class FilingPage(QWidget):
    """Escape goes a step back, and closes the page; Return goes on. A run goes on when the page is closed."""

    closed = Signal()
    save_wanted = Signal()  # the receipt, as HTML
    reveal_wanted = Signal()  # what was filed, in the file manager

    def __init__(self, session: Session, filing: FilingSession, jobs: JobRunner) -> None:
        super().__init__()
        self.setObjectName("work")
        self.filing, self._session = filing, session
        set_role(self, Role.Pane)
        self.what, self.plan = WhatStep(filing), PlanStep(session, filing, jobs)
        self.running = RunningStep(filing)
        self._pages = QStackedWidget()
        for page in (self.what, self.plan, self.running):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())
        self._shown = ""
        filing.changed.connect(self._refresh)
        filing.progressed.connect(lambda _progress: self.hint.setText(self._hint()))

    # Parts

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(10)
        self.heading = TitleLabel()
        self.steps = label(role="muted")
        self.close_ = IconButton("close", self.tr("Back to the photos"))
        self.close_.clicked.connect(self.leave)
        row.addWidget(self.heading, 1)
        row.addWidget(self.steps)
        row.addWidget(self.close_)
        return bar

    def _foot(self) -> QWidget:
        self.undo_all = button(self.tr("Undo all"))
        self.undo_all.clicked.connect(self._undo_all)
        self.undo_pile = button(self.tr("Undo a pile"))
        self._piles = QMenu(self)
        self._piles.aboutToShow.connect(self._list_piles)
        self.undo_pile.setMenu(self._piles)
        self.save = button(self.tr("Save as HTML…"))
        self.save.clicked.connect(self.save_wanted)
        self.reveal = button(self.tr("Show in file manager"))
        self.reveal.clicked.connect(self.reveal_wanted)
        self.back = button("")
        self.back.clicked.connect(self.go_back)
        self.onward = button("", "primary")
        self.onward.clicked.connect(self.go_on)
        bar = ActionBar(self.undo_all, self.undo_pile, self.save, self.reveal, self.back, self.onward)
        self.hint = bar.hint
        return bar

    # What is done

    def go_on(self) -> None:
        """To the plan, then do it; after the receipt back to the photos."""
        step = self.filing.step
        if step == "what" and self.filing.ready:
            self.filing.show_step("plan")
        elif step == "plan":
            self.filing.run()
        elif step == "receipt":
            self.leave()

    def go_back(self) -> None:
        """To the options, or back to the photos; a run is stopped."""
        if self.filing.step == "plan":
            self.filing.show_step("what")
        elif self.filing.running:
            self.filing.stop()
        else:
            self.leave()

    def leave(self) -> None:
        """Close the page; what was not begun is forgotten."""
        self.filing.leave()
        self.closed.emit()

    def _undo_all(self) -> None:
        if self.filing.view is not None:
            self.filing.undo(self.filing.view.id)

    def _list_piles(self) -> None:
        self._piles.clear()
        view = self.filing.view
        if view is None:
            return
        for pile in view.piles:
            if pile.done:
                photos = counted(pile.done, self.tr("{0} photo"), self.tr("{0} photos"))
                name = menu_text(self.plan.table.name_of(pile.group))
                undo = partial(self.filing.undo, view.id, (pile.group,))
                self._piles.addAction(f"{name}  ·  {photos}").triggered.connect(lambda _on=False, undo=undo: undo())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.leave() if self.filing.running else self.go_back()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.onward.isVisible() and self.onward.isEnabled()
        ):
            self.go_on()
        else:
            super().keyPressEvent(event)

    # What is shown

    def _refresh(self) -> None:
        step = self.filing.step
        self._pages.setCurrentWidget({"what": self.what, "running": self.running}.get(step, self.plan))
        self.heading.setText(self._heading())
        at = {"what": 1, "plan": 2}.get(step)
        self.steps.setText(self.tr("Step {0} of {1}").format(at, 2) if at else "")
        self.setAccessibleName(self.heading.text())
        self._show_foot()
        if step != self._shown:
            self._shown = step
            self._focus()

    def _heading(self) -> str:
        filing = self.filing
        if filing.step == "receipt":
            view = filing.view
            return self.tr("Receipt") if view is None else self._done_words()
        if filing.step == "running":
            return self.tr("Putting photos back") if filing.undoing else self.tr("Filing photos")
        return self.tr("File away") if filing.step == "what" else self.tr("This is what will happen")

    def _done_words(self) -> str:
        view = self.filing.view
        assert view is not None
        done, undone = view.photos_of("done"), view.photos_of("undone")
        back = undone > 0 and not done
        return done_words(view.options, undone if back else done, view.count_left(), undone=back)

    def _show_foot(self) -> None:
        filing, step, view = self.filing, self.filing.step, self.filing.view
        done = view is not None and step == "receipt" and view.photos_of("done") > 0
        for part in (self.undo_all, self.reveal):
            part.setVisible(done)
        self.undo_pile.setVisible(done and view is not None and sum(p.done > 0 for p in view.piles) > 1)
        self.save.setVisible(step == "receipt" and view is not None)
        self.back.setVisible(step in ("what", "plan", "running"))
        words = {"what": self.tr("Cancel"), "plan": self.tr("Back"), "running": self.tr("Stop")}
        self.back.setText(words.get(step, ""))
        self.back.setEnabled(not filing.stopping)
        self.onward.setVisible(step != "running")
        self.onward.setEnabled(step == "receipt" or filing.ready)
        if step == "receipt":
            self.onward.setText(self.tr("Done"))
        elif step == "what":
            self.onward.setText(self.tr("Show the plan"))
        elif step == "plan":
            photos = 0 if view is None else view.photos
            self.onward.setText(button_words(filing.options, photos))
        self.hint.setText(self._hint())

    def _hint(self) -> str:
        filing, view = self.filing, self.filing.view
        if filing.step == "receipt" or filing.running:
            return self.tr("What is done stays when you stop.") if filing.running else ""
        if filing.problem:
            return filing.problem
        if filing.planning:
            progress = filing.progress
            if progress is None or not progress.total:
                return self.tr("Planning…")
            return self.tr("Planning… {0} of {1} photos").format(number(progress.done), number(progress.total))
        if view is None or not filing.complete:
            return ""
        if not view.photos:
            return self.tr("There is nothing to do.")
        words = counted(view.photos, self.tr("{0} photo"), self.tr("{0} photos"), "")
        return f"{words}  ·  {size_words(view.totals.bytes)}"

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self._shown == "what":
            self.what.focus_first()
        elif self._shown == "running":
            self.back.setFocus()
        else:
            self.plan.table.setFocus()
            if self.plan.table.model().rowCount():
                self.plan.table.setCurrentIndex(self.plan.table.model().index(0, 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()
