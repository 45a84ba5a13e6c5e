"""Filing: opens the filing page or the trash's sheet, and says what became of the files."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from engine.filing.journal import read
from engine.filing.operations import Action, FilingOptions
from engine.library.library import Library
from gallery_app.base import desktop
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import done_words, rule_words
from gallery_app.shell.pages import Pages
from gallery_app.state.edits.outcomes import Outcomes
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.state.filing.filing_view import FilingView
from gallery_app.state.filing.rules_due import RulesDue
from gallery_app.state.session import Session
from gallery_app.views.filing.filing_page import FilingPage
from gallery_app.views.filing.rule_dialog import RuleDialog
from gallery_app.views.filing.trash_sheet import TrashSheet
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.widgets.dialogs import ask_for_folder


class Filing(QObject):
    """`start` begins an action: nothing is done before the user has seen it counted."""

    def __init__(self, window: QWidget, session: Session, jobs: JobRunner, pages: Pages, outcomes: Outcomes) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._jobs, self._pages, self._outcomes = session, jobs, pages, outcomes
        self.filing = FilingSession(session, self)
        self.sheet = TrashSheet(window, session, self.filing, jobs)
        self.rules: RulesDue = pages.work.rules
        self._target: str | None = None  # the folder that was filed to last
        session.filing_wanted.connect(self.start_with)
        pages.work.rule_bar.review_wanted.connect(self.start)
        pages.work.shelf.rule_wanted.connect(self.ask_for_rule)
        self.rules.changed.connect(self._mark_rules)
        self.sheet.confirmed.connect(self.filing.run)
        self.sheet.details_wanted.connect(self._show_details)
        self.filing.finished.connect(self._finished)

    @cached_property
    def page(self) -> FilingPage:
        """Made when it is first needed: the window is there sooner without it."""
        page = FilingPage(self._session, self.filing, self._jobs)
        page.save_wanted.connect(self._save)
        page.reveal_wanted.connect(self._reveal)
        self._pages.add_overlay(page)
        self.filing.changed.emit()  # it shows what there is
        return page

    def start(self, options: FilingOptions) -> None:
        """Plan an action and show it: the trash in a sheet, all others on their page.

        While another one runs, that is shown instead.
        """
        if self.filing.running:
            self._pages.cover_with(self.page)
            return
        self.filing.start(options)
        if options.action == "trash":
            self.sheet.ask()
        else:
            self._pages.cover_with(self.page)

    def start_with(self, action: Action, files: list[int]) -> None:
        """Begin with these photos, and the folder that was filed to last."""
        if files:
            target = self._target if action in ("copy", "move") else None
            self.start(FilingOptions(action, files=tuple(files), target=target))

    def ask_for_rule(self, cluster: str) -> None:
        """Ask what is to be proposed for what lands in a cluster."""
        found = next((one for one in self._session.gallery.clusters if one.id == cluster), None)
        if found is None:
            return
        dialog = RuleDialog(self._window, found, self.rules.rules.get(cluster))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_.connect(self.rules.set_rule)
        dialog.turned_off.connect(lambda: self.rules.turn_off(cluster))
        dialog.open()

    def _mark_rules(self) -> None:
        """Show on the shelf which clusters have an action of their own."""
        for card in self._pages.work.shelf.findChildren(ClusterCard):
            rule = self.rules.rules.get(card.cluster.id)
            card.show_rule("" if rule is None else rule_words(rule))

    def show_receipt(self, id_: int) -> None:
        """Show what became of an action of before."""
        self.filing.show_receipt(id_)
        self._pages.cover_with(self.page)

    def _show_details(self) -> None:
        self.filing.show_step("plan")
        self._pages.cover_with(self.page)

    def _finished(self, view: FilingView, undoing: bool) -> None:
        if view.options.action in ("copy", "move") and not undoing:
            self._target = view.options.target
        done = view.photos_of("undone" if undoing else "done")
        words = done_words(view.options, done, view.count_left(), undone=undoing)
        id_, can_undo = view.id, not undoing and done > 0
        undo = (lambda: self.filing.undo(id_)) if can_undo else None
        self._outcomes.say_filed(words, undo, lambda: self.show_receipt(id_))

    def _save(self) -> None:
        """Save the receipt as HTML in a folder of the user's."""
        view = self.filing.view
        folder = ask_for_folder(self.page, self.tr("Where shall the receipt be saved?"))
        if view is None or not folder:
            return
        id_ = view.id

        def write(library: Library) -> Path:
            from engine.filing.receipt import write_receipt

            return write_receipt(read(library.folder, id_), Path(folder))

        self._session.query(write, desktop.reveal, self._session.failed.emit)

    def _reveal(self) -> None:
        """Show the first file where it is now."""
        view = self.filing.view
        for operation in () if view is None else view.operations:
            place = operation.target or operation.source
            if operation.status == "done" and os.path.lexists(place):
                desktop.reveal(Path(place))
                return
