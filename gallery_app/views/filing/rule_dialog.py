"""RuleDialog: what is proposed for the photos that land in a cluster, and on which day of the week."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.core.records import Cluster
from engine.filing.rules import Rule
from gallery_app.i18n.bidi import isolated
from gallery_app.widgets.dialogs import ask_for_folder
from gallery_app.widgets.labels import ElidedLabel, button, label

SUNDAY = 6
ACTIONS = ("trash", "move")


class RuleDialog(QDialog):
    """`set_` carries the rule, `turned_off` takes the one there is away."""

    set_ = Signal(object)
    turned_off = Signal()

    def __init__(self, parent: QWidget, cluster: Cluster, rule: Rule | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Action of its own"))
        self._cluster = cluster.id
        self._target = rule.target if rule is not None else None
        self.what = QComboBox()
        self.what.addItems([self.tr("Move to the trash"), self.tr("Move to a folder")])
        self.what.currentIndexChanged.connect(self._refresh)
        self.day = QComboBox()
        self.day.addItems([QLocale().standaloneDayName(day) for day in range(1, 8)])
        self.day.setCurrentIndex(SUNDAY if rule is None else rule.weekday)
        self.folder = ElidedLabel("")
        self.choose = button(self.tr("Choose a folder…"))
        self.choose.clicked.connect(self._choose)
        self.ok = button(self.tr("Set"), "primary")
        self.ok.clicked.connect(self._set)
        self.ok.setDefault(True)
        self.off = button(self.tr("Turn off"))
        self.off.clicked.connect(self._turn_off)
        self.off.setVisible(rule is not None)
        self._lay_out(cluster.name)
        if rule is not None and rule.action in ACTIONS:
            self.what.setCurrentIndex(ACTIONS.index(rule.action))
        self._refresh()

    def _lay_out(self, name: str) -> None:
        says = self.tr("What shall be proposed for the photos that land in {0} from now on?")
        never = label(self.tr("You see every photo first: nothing is done by itself."), "small", wrap=True)
        self._place = QWidget()
        place = QHBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        form = QFormLayout()
        form.addRow(self.tr("Action"), self.what)
        form.addRow("", self._place)
        form.addRow(self.tr("Shown on"), self.day)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.off)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(says.format(isolated(name)), "title", wrap=True))
        column.addLayout(form)
        column.addWidget(never)
        column.addLayout(row)
        self.setMinimumWidth(440)

    def set_target(self, folder: str) -> None:
        self._target = folder or self._target
        self._refresh()

    def _choose(self) -> None:
        self.set_target(ask_for_folder(self, self.tr("Where shall the photos go?")))

    def _refresh(self) -> None:
        moves = ACTIONS[self.what.currentIndex()] == "move"
        self._place.setVisible(moves)
        self.folder.setText(self._target or self.tr("No folder is chosen yet."))
        self.ok.setEnabled(not moves or bool(self._target))

    def _set(self) -> None:
        if ACTIONS[self.what.currentIndex()] == "move":
            self.set_.emit(Rule(self._cluster, "move", self.day.currentIndex(), target=self._target))
        else:
            self.set_.emit(Rule(self._cluster, "trash", self.day.currentIndex()))
        self.accept()

    def _turn_off(self) -> None:
        self.turned_off.emit()
        self.accept()
