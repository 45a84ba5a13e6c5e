"""RuleBar: says which new photos wait for the action of their cluster; nothing is done before its plan was seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from engine.filing.operations import FilingOptions
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted
from gallery_app.state.filing.rules_due import RulesDue
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, button, label


class RuleBar(QFrame):
    """Hidden where nothing is due; `review_wanted` carries the options of the plan to show."""

    review_wanted = Signal(object)

    def __init__(self, session: Session, due: RulesDue) -> None:
        super().__init__()
        self.setObjectName("foot")
        set_role(self, Role.Notification)
        self._session, self._due = session, due
        self.sentence = label(wrap=True)
        self.review = button(self.tr("Review…"))
        self.review.clicked.connect(self._review)
        self.later = button(self.tr("Later"))
        self.later.clicked.connect(lambda: self._due.put_off(self._first.clusters[0]))
        self.off = button(self.tr("Turn off"))
        self.off.setToolTip(self.tr("The cluster has no action of its own any more"))
        self.off.clicked.connect(lambda: self._due.turn_off(self._first.clusters[0]))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("history", 18, "text"))
        row.addWidget(self.sentence, 1)
        for part in (self.review, self.later, self.off):
            row.addWidget(part)
        self.hide()
        due.changed.connect(self._refresh)

    def text(self) -> str:
        return "" if self.isHidden() else self.sentence.text()

    @property
    def _first(self) -> FilingOptions:
        return self._due.waiting[0]

    def _refresh(self) -> None:
        if self._due.waiting:
            self.sentence.setText(self._words(self._first))
        self.setVisible(bool(self._due.waiting))

    def _words(self, options: FilingOptions) -> str:
        names = {cluster.id: cluster.name for cluster in self._session.gallery.clusters}
        cluster, count = isolated(names[options.clusters[0]]), len(options.files or ())
        if options.action == "trash":
            one = self.tr("{0} new photo in {1} is waiting for the trash.")
            return counted(count, one, self.tr("{0} new photos in {1} are waiting for the trash."), cluster)
        if options.action == "move" and options.target:
            one = self.tr("{0} new photo in {1} is waiting to be moved to {2}.")
            many = self.tr("{0} new photos in {1} are waiting to be moved to {2}.")
            return counted(count, one, many, cluster, isolated(Path(options.target).name))
        one = self.tr("{0} new photo in {1} is waiting for the action of its cluster.")
        return counted(
            count, one, self.tr("{0} new photos in {1} are waiting for the action of their cluster."), cluster
        )

    def _review(self) -> None:
        options = self._first
        self._due.seen(options.clusters[0])
        self.review_wanted.emit(options)
