"""RulesDue: the clusters with an action of their own, and those whose day has come. Nothing here acts on a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.filing.operations import FilingOptions
from engine.filing.rules import Rule, drop_rule, due, rules, set_rule, shown
from engine.library.library import Library
from gallery_app.state.session import Session

Now = Callable[[], datetime]
Found = tuple[list[Rule], list[FilingOptions]]


class RulesDue(QObject):
    """`waiting` is what is to be proposed now, the first of it in the bar."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None, now: Now = datetime.now) -> None:
        super().__init__(parent)
        self._session, self.now = session, now
        self.rules: dict[str, Rule] = {}  # by cluster
        self.waiting: list[FilingOptions] = []
        self._later: set[str] = set()  # clusters that are left until the library is opened again
        session.opened.connect(self._opened)
        session.changed.connect(lambda _changes, _origin: self._look())

    def set_rule(self, rule: Rule) -> None:
        self._later.discard(rule.cluster)
        self._write(lambda library: set_rule(library, rule, self.now()))

    def turn_off(self, cluster: str) -> None:
        """The cluster has no action of its own any more."""
        self._write(lambda library: drop_rule(library, cluster))

    def put_off(self, cluster: str) -> None:
        """Show it when the library is opened again."""
        self._later.add(cluster)
        self._show((list(self.rules.values()), self.waiting))

    def seen(self, cluster: str) -> None:
        """The user looks at what is proposed: it is not proposed again."""
        self._write(lambda library: shown(library, cluster, self.now()))

    def _write(self, change: Callable[[Library], None]) -> None:
        def work(library: Library) -> Changes:
            change(library)
            return Changes.NOTHING

        self._session.write(work, self)

    def _opened(self) -> None:
        self._later.clear()
        self._show(([], []))

    def _look(self) -> None:
        if self._session.can_work:
            self._session.query(lambda library: (rules(library), due(library, self.now())), self._show)

    def _show(self, found: Found) -> None:
        listed, waiting = found
        there = {cluster.id for cluster in self._session.gallery.clusters}
        self.rules = {rule.cluster: rule for rule in listed}
        self.waiting = [one for one in waiting if one.clusters[0] in there - self._later]
        self.changed.emit()
