"""Proposals: what a retrain would change, kept until it is taken or left; and the clusterings one can go back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from engine.core.errors import Sentence
from engine.core.records import Changes, Clustering
from engine.edits.activation import Preview, activate, back_to, preview, retrain_into
from engine.library.catalog.clustering_table import ClusteringSummary
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import LayOutMap, Organise, Organised
from gallery_app.engine_client.run import Done, Outcome, Run
from gallery_app.i18n.cluster_names import cluster_name
from gallery_app.i18n.numbers import counted
from gallery_app.state.session import Session


@dataclass(frozen=True)
class Proposal:
    """A kept clustering that may be taken; `what` is what Undo will call it, `is_earlier`: it is an earlier one."""

    preview: Preview
    what: Sentence
    is_earlier: bool = False


class Proposals(QObject):
    """One at a time: the next replaces it, an edit brings it up to date, closing the library drops it."""

    changed = Signal()  # there is one, another one, or none
    declined_changed = Signal()  # which of its clusters are to stay as they are
    arrived = Signal()  # a new one was made
    settled = Signal(str)  # a retrain was taken at once, unseen: a sentence

    def __init__(self, session: Session, wanted: Callable[[], bool], parent: QObject | None = None) -> None:
        """`wanted` says whether the user would like to look before anything moves."""
        super().__init__(parent)
        self._session, self._wanted = session, wanted
        self._stood: Clustering | None = None  # what stood last
        self._stale = False  # the map is of what stood before
        self._basis = 0  # the last edit when it was made: with that undone it is gone
        self._awaited: Run | None = None  # somebody waits for what it trains: that is shown as a page
        self.current: Proposal | None = None
        self.declined: frozenset[str] = frozenset()  # its clusters that are to stay as they are
        session.jobs.begun.connect(self._follow_run)
        session.opened.connect(self._opened)
        session.changed.connect(self._follow)

    def retrain(self, options: OrganiseOptions, quietly: bool = False) -> Run:
        """Train anew; what stands stays until the proposal is taken, if one is wanted. `quietly`: nobody waits."""
        self.show(None)
        run = self._session.organise(options, force=True, propose=self._wanted())
        self._awaited = None if quietly else run
        return run

    def kept(self, done: Callable[[list[ClusteringSummary], int | None], None]) -> None:
        """Look up the clusterings that were made, the newest first, and the id of the one that stands."""
        self._session.query(_kept, lambda found: done(*found))

    def propose_earlier(self, kept: ClusteringSummary) -> None:
        """Propose to go back to an earlier clustering."""
        self._propose(kept.id, back_to(kept.made_at), is_earlier=True)

    def decline(self, declined: frozenset[str]) -> None:
        """Which of its clusters are to stay as they are."""
        self.declined = declined
        self.declined_changed.emit()

    def accept(self) -> None:
        """Make it what stands, but for the clusters that are left: those stay as they are."""
        proposal, declined = self.current, self.declined
        if proposal is not None:
            self.show(None)
            id_, what = proposal.preview.clustering, proposal.what
            self._session.write(lambda library: activate(library.catalog, id_, what, declined), self)

    def dismiss(self) -> None:
        """Everything stays as it is; the clustering is kept among the earlier ones."""
        self.show(None)

    def show(self, proposal: Proposal | None) -> None:
        """Hold this one from now on, or none."""
        before, self.current = self.current, proposal
        if before is None or proposal is None or before.preview.clustering != proposal.preview.clustering:
            self.declined = frozenset()
        if proposal is not before:
            self.changed.emit()

    def _propose(
        self, clustering: int, what: Sentence | None = None, is_earlier: bool = False, awaited: bool = False
    ) -> None:

        def told(answer: tuple[Preview, int]) -> None:
            found, self._basis = answer
            label = what or retrain_into(len({flow.target for flow in found.flows}))
            self.show(Proposal(self._named(found), label, is_earlier))
            if is_earlier or (found.moved and self._wanted()):
                if is_earlier or awaited:
                    self.arrived.emit()
                return
            self.accept()
            self.settled.emit(self._told(found))

        self._session.query(lambda library: _seen(library, clustering), told)

    def _told(self, found: Preview) -> str:
        """What has come of a retrain that nobody wanted to look at; without a move photos are surer or less sure."""
        if not found.moved:
            return self.tr("Retrained: every photo stays where it is.")
        moved = self.tr("Retrained: {0} photo has moved."), self.tr("Retrained: {0} photos have moved.")
        return counted(found.moved, *moved)

    def _follow_run(self, run: Run) -> None:
        """Whoever asked to organise, what comes of it may wait to be taken."""
        if isinstance(run.request, Organise):
            run.ended.connect(partial(self._organised, run))

    def _organised(self, run: Run, outcome: Outcome) -> None:
        awaited = run is self._awaited
        if isinstance(outcome, Done) and isinstance(outcome.result, Organised) and outcome.result.proposed is not None:
            self._propose(outcome.result.proposed, awaited=awaited)

    def _opened(self) -> None:
        self._stood, self._stale = self._session.gallery.clustering, False
        self.show(None)

    def _follow(self, changes: Changes, origin: object) -> None:
        session = self._session
        if self.current is not None and changes & (Changes.PHOTOS | Changes.CORRECTIONS):
            self._bring_up_to_date(self.current)
        before, self._stood = self._stood, session.gallery.clustering
        activated = origin is None or origin is self  # by taking, undo or redo: the engine lays out its own
        if activated and not self._stale and not _same(before, self._stood):
            self._stale = True
            session.jobs.when_free(self._lay_out)

    def _lay_out(self) -> None:
        """The map of what stands now, once, however often that has changed meanwhile."""
        if self._stale:
            self._stale = False
            self._session.jobs.run(LayOutMap(self._session.options))

    def _bring_up_to_date(self, proposal: Proposal) -> None:
        def told(answer: tuple[Preview, int]) -> None:
            found, last = self._named(answer[0]), answer[1]
            if proposal is not self.current:
                return
            if not found.moved or (last < self._basis and not proposal.is_earlier):
                self.show(None)  # the user has moved them all by hand, or undone what it has learned from
            elif found != proposal.preview:
                self.show(Proposal(found, proposal.what, proposal.is_earlier))

        self._session.query(lambda library: _seen(library, proposal.preview.clustering), told)

    def _named(self, found: Preview) -> Preview:
        """With its clusters called as the window calls them."""
        shown = {c.id: c.name for c in self._session.gallery.clusters}
        return replace(found, names={id_: shown.get(id_) or cluster_name(name) for id_, name in found.names.items()})


def _seen(library: Library, clustering: int) -> tuple[Preview, int]:
    """What taking a clustering would move, and the last edit that has been done."""
    with library.catalog.reading():
        last = library.catalog.edits.last_done()
        return preview(library.catalog, clustering), 0 if last is None else last.id


def _kept(library: Library) -> tuple[list[ClusteringSummary], int | None]:
    with library.catalog.reading():
        current = library.catalog.clusterings.current()
        return library.catalog.clusterings.kept(), None if current is None else current[0]


def creation_time(kept: ClusteringSummary) -> str:
    """When it was made, as the user's country writes it."""
    at = QDateTime.fromSecsSinceEpoch(int(kept.made_at.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def _same(one: Clustering | None, other: Clustering | None) -> bool:
    """Whether photos lie the same by both: as their codes say, or else where they belong."""
    if one is None or other is None:
        return one is other
    ones, others = (c.probabilities if c.codes is None else c.codes for c in (one, other))
    return np.array_equal(one.ids, other.ids) and np.array_equal(ones, others)
