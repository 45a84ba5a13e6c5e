"""NamesBar: says that folders or tags could name the clusters; it leads to where one chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from engine.filing.taking_over.groups import Hint
from gallery_app.i18n.numbers import counted
from gallery_app.state.filing.names_hint import NamesHint
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, button, label


class NamesBar(QFrame):
    """Hidden where there is nothing to hint at; `wanted` carries "folders" or "tags"."""

    wanted = Signal(str)

    def __init__(self, hint: NamesHint) -> None:
        super().__init__()
        self.setObjectName("foot")
        set_role(self, Role.Notification)
        self._hint = hint
        self.sentence = label(wrap=True)
        self.look = button(self.tr("Take over names…"))
        self.look.clicked.connect(self._look)
        self.later = button(self.tr("Not now"))
        self.later.setToolTip(self.tr("It stays in the Cluster menu"))
        self.later.clicked.connect(hint.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("rename", 18, "text"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.look)
        row.addWidget(self.later)
        self.hide()
        hint.changed.connect(self._refresh)

    def _refresh(self) -> None:
        hint = self._hint.hint
        if hint is not None:
            self.sentence.setText(self._words(hint))
        self.setVisible(hint is not None)

    def _words(self, hint: Hint) -> str:
        if hint.by == "tags":
            return self.tr("Your photos have keywords from another program: they can name the clusters.")
        one = self.tr("{0} of your folders has a name: it can name a cluster.")
        return counted(hint.folders, one, self.tr("{0} of your folders have names: they can name the clusters."))

    def _look(self) -> None:
        hint = self._hint.hint
        assert hint is not None
        self._hint.close()
        self.wanted.emit(hint.by)
