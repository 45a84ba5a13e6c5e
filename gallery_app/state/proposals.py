"""Proposals: a retrained clustering, pending until accepted or dismissed; and the earlier clusterings to go back to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from engine.core.errors import Sentence
from engine.core.records import UNSURE, Changes, Clustering
from engine.edits.activation import activate, back_to, preview, refuse, retrain_into
from engine.edits.flows import Preview, Refusal
from engine.library.catalog.clustering_table import ClusteringSummary
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import LayOutMap, Organise, Organised
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Done, Outcome, Run
from gallery_app.i18n.cluster_names import cluster_name
from gallery_app.i18n.numbers import counted
from gallery_app.state.session import Session


@dataclass(frozen=True)
class Proposal:
    """A clustering that may be activated; `is_earlier`: it was active once.

    `undo_label` names that edit; None for a retrain, which is named by what is taken of it.
    """

    preview: Preview
    undo_label: Sentence | None = None
    is_earlier: bool = False


class Proposals(QObject):
    """One at a time: the next replaces it, an edit updates it, closing the library drops it."""

    changed = Signal()  # the current proposal, or that a retrain has none to make
    choice_changed = Signal()  # which of its clusters are declined, and which photos refused
    arrived = Signal()  # a new proposal waits for the user
    dismissed = Signal()  # it was not taken: what stands is not on its way to anything else
    applied = Signal(str)  # a sentence: what has moved, once that is seen

    def __init__(self, session: Session, wanted: Callable[[], bool], parent: QObject | None = None) -> None:
        """`wanted` returns whether the user wants to preview a retrain before it is applied."""
        super().__init__(parent)
        self._session, self._preview_wanted = session, wanted
        self._last_active: Clustering | None = None  # the active clustering when last looked at
        self._map_stale = False  # the map belongs to the clustering before
        self._based_on_edit = 0  # id of the last edit when it was made: once that is undone it is dropped
        self._awaited: Run | None = None  # the user waits for its result, which is shown as a page
        self._loading = LatestTask(session.query)  # the preview of what is proposed next
        self.current: Proposal | None = None
        self.declined: frozenset[str] = frozenset()  # ids of clusters whose changes are declined
        self.refused: frozenset[Refusal] = frozenset()  # photos of it that are not to go where it puts them
        self.chosen: Preview | None = None  # the current proposal without what is declined and refused
        self.in_doubt: int | None = None  # the last retrain would make nothing better: so many photos are in doubt
        session.jobs.begun.connect(self._follow_run)
        session.opened.connect(self._opened)
        session.closing.connect(self._store_refusals)
        session.changed.connect(self._follow)

    def retrain(self, options: OrganiseOptions, quietly: bool = False, unaided: bool = False) -> Run:
        """Train again; with previews on, the active clustering stays until acceptance. `quietly`: no page.

        `unaided` trains as if nothing had been corrected, and lays that over the result.
        """
        self.dismiss()  # what was refused teaches this one
        run = self._session.organise(options, force=True, propose=self._preview_wanted(), unaided=unaided)
        self._awaited = None if quietly else run
        return run

    def kept(self, done: Callable[[list[ClusteringSummary], int | None], None]) -> None:
        """Load all clusterings, the newest first, and the id of the active one; `done` receives both."""
        self._session.query(_load_kept, lambda found: done(*found))

    def propose_earlier(self, kept: ClusteringSummary) -> None:
        """Propose to activate an earlier clustering."""
        self._propose(kept.id, back_to(kept.made_at), is_earlier=True)

    @property
    def teaching(self) -> int:
        """How many of what was refused are kept where nothing is taken: Unsure is no cluster to be kept out of."""
        return sum(target != UNSURE for _, target in self.refused)

    def decline(self, declined: frozenset[str]) -> None:
        """Set the clusters (ids) whose changes are not to be applied."""
        self.declined = declined
        self._choose()

    def refuse(self, photos: Iterable[Refusal], refused: bool = True) -> None:
        """Refuse that these photos go there, or take that back."""
        self.refused = self.refused | set(photos) if refused else self.refused - set(photos)
        self._choose()

    def _choose(self) -> None:
        self.chosen = None if self.current is None else self.current.preview.leaving(self.declined, self.refused)
        self.choice_changed.emit()

    def accept(self) -> None:
        """Activate the proposal, except for what is declined or refused, which stays as it is; then say what moved."""
        if self.chosen is not None:
            sentence = self._accepted_sentence(self.chosen.moved)
            self._activate(lambda: self.applied.emit(sentence))

    def _activate(self, then: Callable[[], None]) -> None:
        proposal, chosen, declined, refused = self.current, self.chosen, self.declined, self.refused
        if proposal is not None and chosen is not None:
            self.show(None)
            id_ = chosen.clustering
            undo_label = proposal.undo_label or retrain_into(len({f.target for f in chosen.flows} - {UNSURE}))
            self._session.write(lambda lib: activate(lib.catalog, id_, undo_label, declined, refused), self, then)

    def _accepted_sentence(self, moved: int) -> str:
        """ "25 photos have moved, 3 refusals kept." """
        if not moved:
            return self._nothing_moved(self.teaching)
        said = counted(moved, self.tr("{0} photo has moved"), self.tr("{0} photos have moved"))
        kept = counted(self.teaching, self.tr("{0} refusal kept"), self.tr("{0} refusals kept"))
        return f"{said}, {kept}." if self.teaching else f"{said}."

    def _nothing_moved(self, kept: int) -> str:
        one, many = self.tr("{0} refusal is kept: it teaches."), self.tr("{0} refusals are kept: they teach.")
        return self.tr("Nothing has moved.") + (" " + counted(kept, one, many) if kept else "")

    def dismiss(self) -> None:
        """Drop the proposal, which stays in the list of earlier ones; what was refused of it is kept, as an edit."""
        self._keep_refusals()
        self._drop()

    def _drop(self) -> None:
        was_there = self.current is not None
        self.show(None)
        if was_there:
            self.dismissed.emit()

    def _keep_refusals(self) -> None:
        sentence = self._nothing_moved(self.teaching)
        self._store_refusals(lambda: self.applied.emit(sentence))

    def _store_refusals(self, then: Callable[[], None] = lambda: None) -> None:
        """Write what was refused, as an edit."""
        refused, kept = self.refused, self.teaching
        self.refused = frozenset()
        if kept:
            self._session.write(lambda library: refuse(library.catalog, refused), self, then)

    def show(self, proposal: Proposal | None) -> None:
        """Set the current proposal, or none."""
        before, self.current = self.current, proposal
        said, self.in_doubt = self.in_doubt, None
        if before is None or proposal is None or before.preview.clustering != proposal.preview.clustering:
            self.declined, self.refused = frozenset(), frozenset()
        else:  # what does not move any more cannot be refused
            self.refused &= {(file, f.target) for f in proposal.preview.flows for file in f.photos}
        self.chosen = None if proposal is None else proposal.preview.leaving(self.declined, self.refused)
        if proposal is not before or said is not None:
            self.changed.emit()

    def forget_doubt(self) -> None:
        """What the last retrain has found is out of date, or was read."""
        if self.in_doubt is not None:
            self.in_doubt = None
            self.changed.emit()

    def _show_in_doubt(self, count: int) -> None:
        """A retrain would make nothing better."""
        self.dismiss()
        self.in_doubt = count
        self.changed.emit()

    def _propose(
        self, clustering: int, undo_label: Sentence | None = None, is_earlier: bool = False, awaited: bool = False
    ) -> None:

        def show_found(answer: tuple[Preview, int]) -> None:
            found, self._based_on_edit = answer
            if self.current is not None and self.current.preview.clustering != clustering:
                self._keep_refusals()
            self.show(Proposal(self._named(found), undo_label, is_earlier))
            if is_earlier or (found.moved and self._preview_wanted()):
                if is_earlier or awaited:
                    self.arrived.emit()
                return
            sentence = self._applied_sentence(found)
            self._activate(lambda: self.applied.emit(sentence))

        self._loading.submit(lambda library: _load_preview(library, clustering), show_found)

    def _applied_sentence(self, found: Preview) -> str:
        """The outcome of a retrain that was applied without preview; without moves only confidences have changed."""
        if not found.moved:
            return self.tr("Retrained: every photo stays where it is.")
        moved = self.tr("Retrained: {0} photo has moved."), self.tr("Retrained: {0} photos have moved.")
        return counted(found.moved, *moved)

    def _follow_run(self, run: Run) -> None:
        """Any organise run may end with a proposal, whoever started it."""
        if isinstance(run.request, Organise):
            if run.request.force:  # another retrain: what the one before proposes is out of date, and is kept
                self._loading.drop()
                self.forget_doubt()
            run.ended.connect(partial(self._organised, run))

    def _organised(self, run: Run, outcome: Outcome) -> None:
        if not isinstance(outcome, Done) or not isinstance(outcome.result, Organised):
            return
        if outcome.result.proposed is not None:
            self._propose(outcome.result.proposed, awaited=run is self._awaited)
        elif outcome.result.in_doubt is not None and isinstance(run.request, Organise) and run.request.force:
            self._show_in_doubt(outcome.result.in_doubt)

    def _opened(self) -> None:
        self._last_active, self._map_stale = self._session.gallery.clustering, False
        self._loading.drop()
        self.show(None)

    def _follow(self, changes: Changes, origin: object) -> None:
        session = self._session
        if changes & (Changes.PHOTOS | Changes.CORRECTIONS):
            if self.current is not None:
                self._update(self.current)
            elif origin is not session:
                self.forget_doubt()
        before, self._last_active = self._last_active, session.gallery.clustering
        activated = origin is None or origin is self  # accepted, undone or redone: the engine lays out its own
        if activated and not self._map_stale and not _same_assignment(before, self._last_active):
            self._map_stale = True
            session.jobs.when_free(self._lay_out)

    def _lay_out(self) -> None:
        """Lay out the map of the active clustering, once however often that has changed meanwhile."""
        if self._map_stale:
            self._map_stale = False
            self._session.jobs.run(LayOutMap(self._session.options))

    def _update(self, proposal: Proposal) -> None:
        def show_found(answer: tuple[Preview, int]) -> None:
            found, last = self._named(answer[0]), answer[1]
            if proposal is not self.current:
                return
            undone = last < self._based_on_edit and not proposal.is_earlier  # the edits it learned from
            # What was refused is the user's work: to write it here would take the Redo away, so the proposal stays.
            if not found.moved or (undone and not self.refused):
                self._drop()  # all moved by hand already, or it has learned from what does not hold
            elif found != proposal.preview:
                self.show(Proposal(found, proposal.undo_label, proposal.is_earlier))

        self._session.query(lambda library: _load_preview(library, proposal.preview.clustering), show_found)

    def _named(self, found: Preview) -> Preview:
        """With cluster names as the window shows them."""
        shown = {c.id: c.name for c in self._session.gallery.clusters}
        return replace(found, names={id_: shown.get(id_) or cluster_name(name) for id_, name in found.names.items()})


def _load_preview(library: Library, clustering: int) -> tuple[Preview, int]:
    """What activating a clustering would move, and the id of the last edit (0: none)."""
    with library.catalog.reading():
        last = library.catalog.edits.last_done()
        return preview(library.catalog, clustering), 0 if last is None else last.id


def _load_kept(library: Library) -> tuple[list[ClusteringSummary], int | None]:
    """All clusterings, the newest first, and the id of the active one."""
    with library.catalog.reading():
        current = library.catalog.clusterings.current()
        return library.catalog.clusterings.kept(), None if current is None else current[0]


def creation_time(kept: ClusteringSummary) -> str:
    """When a clustering was made, in the user's locale."""
    at = QDateTime.fromSecsSinceEpoch(int(kept.made_at.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def _same_assignment(one: Clustering | None, other: Clustering | None) -> bool:
    """Whether both give the same map: equal codes, or equal probabilities where there are none."""
    if one is None or other is None:
        return one is other
    ones, others = (c.probabilities if c.codes is None else c.codes for c in (one, other))
    return np.array_equal(one.ids, other.ids) and np.array_equal(ones, others)
