"""Stage 4: cluster the photos, then apply the user's corrections."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.clustering.assignment.corrections import constraints, enforce, minimum_k, require_room
from engine.clustering.assignment.identity import match_ids, renew_ids
from engine.clustering.assignment.out_of_sample import PcaTransform
from engine.clustering.assignment.uncertainty import close_calls
from engine.clustering.features import Classifier, Preparation
from engine.clustering.methods.method import create
from engine.clustering.number.choose_k import MOST_CLUSTERS, choose_k
from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.partials import Clustered
from engine.core.records import UNSURE, Clustering, Corrections, CurvePoint, Device, EmbeddingSet, Floats, Ints, Learned
from engine.edits.activation import activate, retrain_into
from engine.embedding.backbone import Backbone
from engine.library.catalog.cluster_table import Assignments
from engine.library.library import Library
from engine.pipeline.assign_new import assign_new, find_newer_clustering
from engine.pipeline.clustering import provisional
from engine.pipeline.clustering.believed import believed
from engine.pipeline.clustering.examples import with_examples
from engine.pipeline.clustering.learned import contents_of, learn
from engine.pipeline.clustering.refine import made_by_user, refined, refines, with_claims, without
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.names import evidence_of, joined_where_alike, names_of_new
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.training.live import LiveTraining
from engine.training.recorder import Recorder


def cluster(
    library: Library,
    backbone: Backbone,
    options: OrganiseOptions,
    outcome: Outcome,
    policy: RetrainPolicy,
    context: FitContext,
) -> None:
    """Cluster all readable photos and activate the result as an edit that can be undone, or assign those that are new.

    What is provisional is always trained again; where nobody has touched that, as if there were none yet.
    With `policy.propose` a trained clustering is only stored, for a preview (`outcome.proposed`), unless there is no
    clustering yet; until it is activated it is proposed again rather than trained again.
    """
    job = context.job
    with library.catalog.reading():
        readable, corrections = library.catalog.files.readable(), library.catalog.corrections.all()
        as_first = provisional.makes_way(library.catalog)
        due = policy.force or library.catalog.provisional.active() is not None
        current = None if as_first else library.catalog.clusterings.current()
    if not readable:
        raise UserError("None of the pictures there could be read; the list of skipped files says why.")
    keep = policy.keep and current is not None and not due
    if keep and current is not None and assign_new(library, backbone, current[0], outcome, job):
        return
    fingerprint = _fingerprint(options, backbone, context.device)
    if current is not None and not due and (keep or current[1] == fingerprint):
        if not keep and assign_new(library, backbone, current[0], outcome, job):
            return
        if policy.propose:
            outcome.proposed = find_newer_clustering(library, backbone, fingerprint, current[0], job)
        if outcome.proposed is not None:
            return
        options = _possible(options, [f.id for f in readable], corrections)
    elif due and not policy.force:
        options = _possible(options, [f.id for f in readable], corrections)
    if options.k is not None and options.k > len(readable):
        raise UserError(
            "k = {k} is more than the {count:,} photos that could be read.", k=options.k, count=len(readable)
        )
    if (
        current is not None
        and not policy.unaided
        and library.catalog.provisional.active() is None
        and refines(library, current, fingerprint)
        and assign_new(library, backbone, current[0], outcome, job)
    ):
        _refine(library, backbone, (current[0], fingerprint), outcome, policy, context)
        return
    job.report("cluster", 0, 0, "reading the vectors")
    embedding = embedding_of(library, backbone)
    projection = library.catalog.clusterings.projection(options.map)
    xy = None if projection is None else projection[0]
    recorder = Recorder(LiveTraining(library, embedding.ids, xy, corrections.anchors, job))
    assignments = provisional.NO_ASSIGNMENTS if as_first else library.catalog.clusters.assignments()
    prepared = Preparation.fit(embedding.vectors, classifier_of(backbone))
    data = _Data(embedding, assignments, believed(library, backbone, embedding), *prepared, aided=not policy.unaided)
    made, learned, fresh = _fit(
        library, data, corrections, options, dataclasses.replace(context, job=job.within("cluster")), recorder
    )
    outcome.trained += 1
    names = names_of_new(library, made, fresh, embedding, backbone, job.within("cluster"))
    evidence = evidence_of(library, made.ids, learned, embedding, backbone, job.within("cluster"))
    learned = dataclasses.replace(learned, evidence=evidence)
    with library.catalog.transaction():
        made = _as_moved_since(library, made, assignments)
        kept = _store(library, made, learned, names, fingerprint, as_first)
        if policy.propose and library.catalog.clusterings.current() is not None:
            outcome.proposed = kept
        else:
            activate(library.catalog, kept, retrain_into(len(np.unique(made.labels))))
            outcome.placed = None  # by what stood until now
    if outcome.proposed is None:
        job.publish(Clustered(len(made.cluster_ids)))
    # Last: a disk that is full costs the replay, not the clustering.
    recorder.save(library, kept, made.ids)
    library.catalog.shrink()


def _possible(options: OrganiseOptions, files: list[int], corrections: Corrections) -> OrganiseOptions:
    """The nearest possible k for these files (ids), where this run has not asked for it."""
    if options.k is None:
        return options
    least = minimum_k(corrections, np.array(files, np.int64))
    return dataclasses.replace(options, k=max(least, min(options.k, len(files))))


def _refine(
    library: Library,
    backbone: Backbone,
    current: tuple[int, str],
    outcome: Outcome,
    policy: RetrainPolicy,
    context: FitContext,
) -> None:
    """Refine the clustering `current` (id), and store that under this fingerprint.

    Where the policy proposes or forces and nothing moves, nothing is stored (`outcome.in_doubt`).
    """
    job, before = context.job.within("cluster"), library.catalog.clusters.assignments()
    made, learned, moved = refined(library, current[0], seed=context.seed, job=job)
    if not moved and (policy.propose or policy.force):
        outcome.in_doubt = len(close_calls(made.probabilities))
        return
    outcome.trained += 1
    if learned is not None:
        files = {f.id: f for f in library.catalog.files.readable()}
        embedding = embedding_of(library, backbone, [files[id_] for id_ in made.ids.tolist()])
        evidence = evidence_of(library, made.ids, learned, embedding, backbone, job)
        learned = dataclasses.replace(learned, evidence=evidence)
    with library.catalog.transaction():
        made = _as_moved_since(library, made, before)
        kept = _store(library, made, learned, {}, current[1], as_first=False)
        if policy.propose:
            outcome.proposed = kept
        else:
            activate(library.catalog, kept, retrain_into(len(np.unique(made.labels))))
    if outcome.proposed is None:
        job.publish(Clustered(len(made.cluster_ids)))
    library.catalog.shrink()


def _fingerprint(options: OrganiseOptions, backbone: Backbone, device: Device) -> str:
    """The fingerprint of the clustering to be made; a UserError where its method is no longer there."""
    try:
        return options.fingerprint(backbone.key, device)
    except UserError as error:
        raise UserError(
            "The photos cannot be clustered again as they were: {why} Retrain with another method.", why=error.sentence
        ) from error


@dataclass(frozen=True, slots=True)
class _Data:
    """What is fitted: the photos' embedding, where they are now, and the prepared `vectors` (n, d).

    They are `named_by` other vectors where need be, with a classifier of those.
    With `aided` the method is told of the corrections; without, it makes what it makes of the vectors alone.
    """

    embedding: EmbeddingSet
    assignments: Assignments
    named_by: tuple[EmbeddingSet, Classifier | None]
    preparation: Preparation
    vectors: Floats
    aided: bool


def _fit(
    library: Library,
    data: _Data,
    corrections: Corrections,
    options: OrganiseOptions,
    context: FitContext,
    recorder: Recorder,
) -> tuple[Clustering, Learned, list[str]]:
    """The clustering, what is kept for new photos, and the fresh ids from which its new clusters have theirs."""
    embedding, assignments, vectors, job = data.embedding, data.assignments, data.vectors, context.job
    named = {c.id for c in library.catalog.clusters.all() if c.named_by_user}
    k, curve = _choose_k(vectors, embedding.ids, corrections, len({*assignments.clusters} - {UNSURE}), options, job)
    # What the user has made is no cluster that a method could fill: it takes in what is like it, afterwards.
    own = made_by_user(assignments, corrections)
    k = max(1, k - len(own)) if data.aided else k
    method = create(options.method, options.parameters)
    with_pins = without(with_examples(corrections, assignments, named, k + len(own)), own)
    fit_constraints = constraints(with_pins, embedding.ids) if data.aided else None
    fit = method.fit(
        vectors, k, seed=context.seed, device=context.device, job=job.observed(recorder), constraints=fit_constraints
    )
    if options.k is None and not corrections.anchors:
        fit = joined_where_alike(library, fit, vectors, data.named_by, job)
        k = fit.probabilities.shape[1]
    old = {
        file: name
        for file, name in zip(assignments.ids.tolist(), assignments.clusters, strict=True)
        if name != UNSURE and name not in own
    }
    rows = {int(id_): row for row, id_ in enumerate(embedding.ids)}
    anchors = tuple(name for name in corrections.anchors if name not in own)
    fresh = library.catalog.clusters.fresh_ids(k)
    unused = iter(fresh)
    cluster_ids = match_ids(
        fit.labels,
        k,
        [old.get(int(id_)) for id_ in embedding.ids],
        anchors,
        {rows[f]: c for f, c in with_pins.pins.items() if f in rows and c in anchors},
        lambda: next(unused),
    )
    clustering = Clustering(
        ids=embedding.ids,
        labels=fit.labels,
        probabilities=fit.probabilities,
        cluster_ids=cluster_ids,
        method=options.method,
        parameters=options.parameters,
        seed=context.seed,
        backbone=embedding.backbone,
        device=context.device,
        history=fit.history,
        curve=curve,
        codes=fit.codes,
    )
    clustering = enforce(clustering, corrections)
    if own:
        reduced = PcaTransform.fit(vectors, seed=context.seed, job=job).transform(vectors)
        clustering = with_claims(clustering, reduced, corrections, seed=context.seed, job=job)
    files = {f.id: f for f in library.catalog.files.readable()}
    contents = contents_of(files[id_] for id_ in embedding.ids.tolist())
    learned = learn(fit, clustering.labels, data.preparation, vectors, contents, context)
    return clustering, learned, fresh


def _choose_k(
    vectors: Floats, ids: Ints, corrections: Corrections, current_k: int, options: OrganiseOptions, job: Job
) -> tuple[int, tuple[CurvePoint, ...]]:
    """The number of clusters, and the curve it was chosen from; with anchors it is at least `current_k`."""
    if options.k is not None:
        require_room(options.k, corrections, ids)
        return options.k, ()
    n, least = len(vectors), minimum_k(corrections, ids)
    low, high = max(2, least), max(2, least, min(MOST_CLUSTERS, n - 1))
    if n < 3 or low >= high:
        return max(1, min(n, least or 1)), ()
    k, curve = choose_k(vectors, low, high, seed=options.seed, job=job)
    return max(k, min(current_k, n - 1) if corrections.anchors else k), tuple(curve)


def _as_moved_since(library: Library, made: Clustering, before: Assignments) -> Clustering:
    """`made`, with photos that the user has moved while it was made where they are now: a split pins nothing."""
    now, then = library.catalog.clusters.assignments(), dict(zip(before.ids.tolist(), before.clusters, strict=True))
    moved = {
        file: cluster
        for file, cluster in zip(now.ids.tolist(), now.clusters, strict=True)
        if cluster != UNSURE and then.get(file, cluster) != cluster
    }
    if not moved:
        return made
    corrections = library.catalog.corrections.all()
    return enforce(made, dataclasses.replace(corrections, pins={**moved, **corrections.pins}))


def _store(
    library: Library,
    made: Clustering,
    learned: Learned | None,
    names: Mapping[str, str],
    fingerprint: str,
    as_first: bool,
) -> int:
    """Store the clustering and its new clusters' names; returns its id. `as_first`: what stands was not looked at."""
    catalog = library.catalog
    with catalog.transaction():
        dropped = provisional.make_way(catalog)
        ids = renew_ids(made.cluster_ids, names, catalog.clusters.fresh_ids(len(names)))
        made = dataclasses.replace(made, cluster_ids=tuple(ids.get(c, c) for c in made.cluster_ids))
        if as_first and not dropped:
            made = provisional.matched(catalog, made)
        made = enforce(made, catalog.corrections.all())  # corrections made while this was trained hold as well
        id_ = catalog.clusterings.add(made, fingerprint, learned)
        catalog.clusters.add({ids[c]: name for c, name in names.items() if ids[c] in made.cluster_ids})
        catalog.clusterings.forget_unused()
    return id_
