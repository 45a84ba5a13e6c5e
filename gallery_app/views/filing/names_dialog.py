"""NamesDialog: choose which names of folders or tags are taken over; what would happen is counted before."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.filing.taking_over.groups import By
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.filing.taking_over import TakingOver
from gallery_app.state.session import Session
from gallery_app.views.filing.names_tree import NamesTree
from gallery_app.widgets.labels import button, label


class NamesDialog(QDialog):
    """Nothing changes before its button, which says in numbers what it does; one Undo takes all of it back."""

    def __init__(self, parent: QWidget, session: Session, jobs: JobRunner, by: By) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take over names"))
        self.names = TakingOver(session, self)
        self.tree = NamesTree(session, jobs)
        self.waiting, self.bar = label(role="muted", wrap=True), QProgressBar()
        self.bar.setTextVisible(False)
        self.sentence, self.detail = label(wrap=True), label(role="small", wrap=True)
        self.ok, self.cancel = button(self.tr("Take over"), "primary"), button(self.tr("Cancel"))
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._take_over)
        self.cancel.clicked.connect(self.reject)
        self.choices: dict[By, QRadioButton] = {
            "folders": QRadioButton(self.tr("Names of folders")),
            "tags": QRadioButton(self.tr("Keywords (digiKam, Lightroom and others)")),
        }
        self._lay_out()
        self.names.found.connect(self._found)
        self.names.changed.connect(self._refresh)
        self.tree.ticked.connect(lambda: self.names.choose(self.tree.chosen()))
        self.finished.connect(lambda _result: self.names.stop())
        session.closing.connect(self.reject)
        self.choices[by].setChecked(True)
        self._look(by)

    def _lay_out(self) -> None:
        group, choices = QButtonGroup(self), QHBoxLayout()
        for by, choice in self.choices.items():
            group.addButton(choice)
            choice.clicked.connect(partial(self._look, by))
            choices.addWidget(choice)
        choices.addStretch(1)
        self.all, self.none = button(self.tr("All"), "link"), button(self.tr("None"), "link")
        self.all.clicked.connect(lambda: self.tree.tick_all(True))
        self.none.clicked.connect(lambda: self.tree.tick_all(False))
        choices.addWidget(self.all)
        choices.addWidget(self.none)
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.addStretch(1)
        inner.addWidget(self.waiting)
        inner.addWidget(self.bar)
        inner.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.tree)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        says = self.tr("Which names shall become clusters? Their photos stay in them through every retrain.")
        column.addWidget(label(says, "title", wrap=True))
        column.addLayout(choices)
        column.addWidget(self._stack, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.detail)
        column.addLayout(row)
        large = theme.current().in_type
        self.resize(max(640, large(640)), max(560, large(560)))

    def _look(self, by: By) -> None:
        if self.names.by != by or not (self.names.looking or self.names.groups):
            self._stack.setCurrentIndex(0)
            self.names.start(by)

    def _found(self) -> None:
        names = self.names
        self.tree.show_groups(names.groups, names.chosen)
        self._stack.setCurrentIndex(1 if names.groups else 0)
        self._refresh()

    def _refresh(self) -> None:
        names, edit = self.names, self.names.edit
        self.waiting.setText(self._waits_for())
        self.bar.setVisible(names.looking)
        if names.progress is not None:
            self.bar.setRange(0, names.progress.total)
            self.bar.setValue(names.progress.done)
        else:
            self.bar.setRange(0, 0)
        for part in (self.all, self.none):
            part.setEnabled(bool(names.groups))
        self.ok.setEnabled(edit is not None)
        self.sentence.setText(self._counted())
        one = self.tr("{0} photo has a place that you gave it, and stays there.")
        many = self.tr("{0} photos have a place that you gave them, and stay there.")
        stays = [counted(names.staying, one, many)] if names.staying else []
        self.detail.setText(" ".join([*stays, self.tr("One Undo takes all of it back. No file is changed.")]))

    def _waits_for(self) -> str:
        names = self.names
        if names.looking:
            progress = names.progress
            if names.by == "folders" or progress is None or not progress.total:
                return self.tr("Looking for names…")
            return self.tr("Reading the keywords of {0} of {1} photos…").format(
                number(progress.done), number(progress.total)
            )
        if names.problem and not names.groups:
            return names.problem
        if names.by == "folders":
            return self.tr("No folder has a name that says what is in it.")
        return self.tr("No photo has keywords, neither in itself nor in a file beside it.")

    def _counted(self) -> str:
        """What the button would do."""
        names, edit = self.names, self.names.edit
        if names.groups and names.problem:
            return names.problem
        if names.groups and not names.chosen:
            return self.tr("Tick the names that you want.")
        if edit is None:
            return ""
        photos = sum(len(group["files"]) for group in edit.groups)
        clusters = counted(len(edit.groups), self.tr("{0} cluster"), self.tr("{0} clusters"))
        pinned = counted(photos, self.tr("{0} photo"), self.tr("{0} photos"))
        return self.tr("This names {0} and pins {1}.").format(clusters, pinned)

    def _take_over(self) -> None:
        self.names.apply()
        self.accept()
