"""Stage 4 without training: new photos are assigned to the current clusters by the fit's out-of-sample model."""

from __future__ import annotations

import dataclasses
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.clustering.assignment.current_assignments import assign
from engine.clustering.assignment.dendrogram_cut import clustering_space, redistributed
from engine.clustering.assignment.out_of_sample import OutOfSampleModel, Prediction, new_kinds, within
from engine.clustering.assignment.split_clusters import with_parts
from engine.clustering.distances import squared_distances
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.partials import Clustered
from engine.core.records import UNSURE, Clustering, File, Ints, Learned
from engine.embedding.backbone import Backbone
from engine.library.library import Library
from engine.pipeline.clustering.learned import contents_of
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.options import Outcome

_GROWTH = 3  # new photos may be a third of the fitted ones; with more a retrain is due
_NEW_KINDS_DUE = "new kinds due"  # a setting: photos were assigned, and new kinds among the unsure are not searched yet


def assign_new(library: Library, backbone: Backbone, current: int, outcome: Outcome, job: Job) -> bool:
    """Assign the photos that the active clustering `current` does not know; False where a retrain is due as well.

    New are files that were added or edited in place, and those without a cluster after an undo; the user's corrections
    hold for them as well. Removed files need nothing. A retrain is due where new photos are many, though they have
    their place, and where they cannot be assigned: by a fit that has no model for them, or is of another network.
    """
    assigned, outgrown = assign_among(library, backbone, current, None, outcome, job)
    return assigned and not outgrown


def assign_among(
    library: Library, backbone: Backbone, current: int, among: Set[int] | None, outcome: Outcome, job: Job
) -> tuple[bool, bool]:
    """Assign the new photos `among` the files (ids), or all; whether that is possible, and whether the fit is outgrown.

    Each of them has a vector.
    """
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        active = clusterings.get(current)
        base = current if active.base is None else active.base
        fit, learned = clusterings.get(base), clusterings.learned(base)
        readable, assigned = library.catalog.files.readable(), assigned_files(library)
    if among is not None:
        readable = [f for f in readable if f.id in among]
    unknown = _unknown(readable, fit, learned)
    outgrown = _has_outgrown(fit, unknown)
    new = [f for f in readable if f.id in unknown or f.id not in assigned]
    model = None if learned is None else _model(learned)
    if not new:
        if learned is not None and model is not None and library.catalog.setting(_NEW_KINDS_DUE):  # an interrupted run
            _find_new_kinds(library, fit, learned, model.reach, job.within("cluster"))
        return True, outgrown
    if learned is None or model is None or active.backbone != backbone.key:
        return False, outgrown
    job = job.within("cluster")
    model, prediction, outliers = _predict(library, backbone, fit, learned, new, job)
    extended, learned = _extended(fit, learned, prediction, new)
    unmoved = _same_cluster_files(fit, extended) - {
        f.id for f, outlier in zip(new, outliers.tolist(), strict=True) if outlier
    }
    with library.catalog.transaction():
        clusterings.extend(base, extended, learned)
        outcome.placed = _assign(library, current, active, extended, learned, _NewPhotos(new, outliers, unmoved))
        library.catalog.set_setting(_NEW_KINDS_DUE, "yes")
    _find_new_kinds(library, extended, learned, model.reach, job)
    job.publish(Clustered(len(active.cluster_ids), outcome.placed))
    return True, outgrown


def find_newer_clustering(library: Library, backbone: Backbone, fingerprint: str, current: int, job: Job) -> int | None:
    """The id of the newest clustering of this `fingerprint` that is newer than the active one and was not activated.

    None where it was fitted to too few of the present photos. Photos that came since are added to it, but for
    outliers: they wait until it is active.
    """
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        id_ = clusterings.newest(fingerprint, after=clusterings.get(current).base or current)
        if id_ is None:
            return None
        fit, learned = clusterings.get(id_), clusterings.learned(id_)
        readable = library.catalog.files.readable()
    unknown = _unknown(readable, fit, learned)
    if unknown and (learned is None or _has_outgrown(fit, unknown) or _model(learned) is None):
        return None
    if unknown and learned is not None:
        new = [f for f in readable if f.id in unknown]
        _, prediction, outliers = _predict(library, backbone, fit, learned, new, job.within("cluster"))
        some = [f for f, outlier in zip(new, outliers.tolist(), strict=True) if not outlier]
        if some:
            clusterings.extend(id_, *_extended(fit, learned, prediction.select(~outliers), some))
    return id_


def _predict(
    library: Library, backbone: Backbone, fit: Clustering, learned: Learned, new: list[File], job: Job
) -> tuple[OutOfSampleModel, Prediction, NDArray[np.bool_]]:
    """The fit's out-of-sample model, its prediction for the `new` photos, and which of them are outliers, (m,)."""
    job.report("placing the new photos", 0, len(new))
    model = OutOfSampleModel.unpack(learned.model)
    prediction = model.predict(embedding_of(library, backbone, new).vectors, classifier_of(backbone), job)
    return model, prediction, model.outliers(prediction, learned.reduced, len(fit.ids) - fit.placed, job)


def _model(learned: Learned) -> OutOfSampleModel | None:
    """The fit's out-of-sample model; None where this program does not have its predictor."""
    try:
        return OutOfSampleModel.unpack(learned.model)
    except UserError:
        return None


def _has_outgrown(fit: Clustering, unknown: set[int]) -> bool:
    """Whether the fit has too few of the photos, given the `unknown` ones."""
    return len(unknown) + fit.placed > max(1, (len(fit.ids) - fit.placed) // _GROWTH)


def assigned_files(library: Library) -> set[int]:
    """The ids of files in a cluster, or among the unsure as outliers."""
    now = library.catalog.clusters.assignments()
    places = zip(now.ids.tolist(), now.clusters, now.confidences.tolist(), strict=True)
    return {id_ for id_, cluster, sure in places if cluster != UNSURE or sure > 0}  # 0: see restore_snapshot


def _unknown(readable: list[File], fit: Clustering, learned: Learned | None) -> set[int]:
    """The ids of files whose present content is not in the fit."""
    if learned is None:
        return {f.id for f in readable} - set(fit.ids.tolist())
    known = dict(zip(fit.ids.tolist(), learned.contents.tolist(), strict=True))
    return {f.id for f, c in zip(readable, contents_of(readable).tolist(), strict=True) if known.get(f.id) != c}


def _extended(fit: Clustering, learned: Learned, prediction: Prediction, new: list[File]) -> tuple[Clustering, Learned]:
    """The fit and what it has learned, with rows for the new photos: replaced for edited files, appended for others."""
    row_of = {int(id_): row for row, id_ in enumerate(fit.ids)}
    added = [f.id for f in new if f.id not in row_of]
    row_of |= {id_: len(fit.ids) + assign for assign, id_ in enumerate(added)}
    rows = np.array([row_of[f.id] for f in new], np.int64)

    def with_new(old: Any, values: Any) -> Any:
        extended = np.concatenate([old, np.zeros((len(added), *old.shape[1:]), old.dtype)])
        extended[rows] = values
        return extended

    labels = prediction.probabilities.argmax(axis=1)
    probabilities = np.zeros((len(new), len(fit.cluster_ids)), np.float32)
    probabilities[:, : prediction.probabilities.shape[1]] = prediction.probabilities
    codes = None if fit.codes is None else with_new(fit.codes, prediction.codes)
    ids, labels_of_all = with_new(fit.ids, [f.id for f in new]), with_new(fit.labels, labels)
    placed = fit.placed + len(added)
    extended = dataclasses.replace(
        fit,
        ids=ids,
        labels=labels_of_all,
        probabilities=with_new(fit.probabilities, probabilities),
        codes=codes,
        placed=placed,
    )
    return extended, dataclasses.replace(
        learned,
        contents=with_new(learned.contents, contents_of(new)),
        reduced=with_new(learned.reduced, prediction.reduced),
        leaves=with_new(learned.leaves, _nearest_leaves(fit, learned, prediction, labels)),
    )


def _same_cluster_files(fit: Clustering, extended: Clustering) -> set[int]:
    """The ids of files in the same cluster of the fit as before; the first rows of `extended` are the fit's."""
    return set(fit.ids[fit.labels == extended.labels[: len(fit.ids)]].tolist())


def _nearest_leaves(fit: Clustering, learned: Learned, prediction: Prediction, labels: Ints) -> Ints:
    """The nearest leaf of each new photo's cluster, (m,)."""
    places, new = clustering_space(fit, learned), prediction.reduced if prediction.codes is None else prediction.codes
    count = len(learned.parents)
    sizes = np.maximum(np.bincount(learned.leaves, minlength=count), 1)
    means = np.stack([np.bincount(learned.leaves, column, count) for column in places.T], axis=1) / sizes[:, None]
    far = squared_distances(new, np.asarray(means, np.float32))
    far[labels[:, None] != learned.parents] += 1e6  # a leaf of another cluster only where its own has none
    return np.asarray(far.argmin(axis=1), np.int64)


@dataclass(frozen=True, slots=True)
class _NewPhotos:
    """The files to assign, which are `outliers` (m,), and the ids of those `unmoved` in the fit though edited."""

    files: list[File]
    outliers: NDArray[np.bool_]
    unmoved: set[int]


def _assign(
    library: Library, current: int, active: Clustering, extended: Clustering, learned: Learned, photos: _NewPhotos
) -> int:
    """Put the new photos into current clusters, or among the unsure; returns how many.

    An edited file keeps its cluster where it is still in the same cluster of the fit (`unmoved`).
    """
    catalog, new = library.catalog, photos.files
    made = extended
    if active.base is not None:
        made = _extended_cut(active, extended, learned, {f.id for f in new})
        catalog.clusterings.extend(current, made)
    corrections, now = catalog.corrections.all(), catalog.clusters.assignments()
    current_assignments = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    made = with_parts(made, current_assignments, corrections, clustering_space(extended, learned))
    row_of = {int(id_): row for row, id_ in enumerate(made.ids)}
    clusters, sure = assign(made, np.array([row_of[f.id] for f in new], np.int64), current_assignments, corrections)
    corrected = {*corrections.pins, *(file for pair in corrections.together for file in pair)}
    unknown_to_active = {f.id for f in new} - set(active.ids.tolist())  # assigned before this clustering
    stay = (photos.unmoved - corrected) | unknown_to_active
    # Unsure photos that a refinement has left out are not new.
    waiting = {f for f, c, s in zip(now.ids.tolist(), now.clusters, now.confidences, strict=True) if c == UNSURE and s}
    waiting &= unknown_to_active - corrected
    places = []
    for file, cluster, confidence, outlier in zip(new, clusters, sure.tolist(), photos.outliers.tolist(), strict=True):
        if file.id in waiting or (current_assignments.get(file.id, UNSURE) != UNSURE and file.id in stay):
            continue
        places.append((file.id, UNSURE if outlier and file.id not in corrected else cluster, confidence))
    catalog.clusters.assign(places)
    return len(places)


def _find_new_kinds(library: Library, extended: Clustering, learned: Learned, reach: float, job: Job) -> None:
    """Find groups of similar photos among the unsure and store them; those near a locked cluster's photos are left out.

    Outside any transaction, for it takes long where there are many; photos sorted meanwhile are not shown in them.
    """
    with library.catalog.reading():
        corrections, members = library.catalog.corrections.all(), library.catalog.clusters.members(UNSURE)
    locked = [file for file, cluster in corrections.pins.items() if cluster in corrections.locked]
    rows = np.flatnonzero(np.isin(extended.ids, members))
    rows = rows[~within(learned.reduced[rows], learned.reduced[np.isin(extended.ids, locked)], reach, job)]
    kinds = new_kinds(learned.reduced[rows], reach, job)
    with library.catalog.transaction():
        library.catalog.clusters.set_new_kinds([extended.ids[rows[kind]].tolist() for kind in kinds])
        library.catalog.set_setting(_NEW_KINDS_DUE, "")


def _extended_cut(made: Clustering, fit: Clustering, learned: Learned, new: set[int]) -> Clustering:
    """`made`, another cut of `fit`, with the `new` photos and those that came while it was not active."""
    label_of = {id_: c for id_, c in zip(made.ids.tolist(), made.labels.tolist(), strict=True) if id_ not in new}
    labels = np.array([label_of.get(id_, -1) for id_ in fit.ids.tolist()], np.int64)
    probabilities = redistributed(fit, learned, labels, made.cluster_ids)
    labels = np.where(labels < 0, probabilities.argmax(axis=1), labels)
    return dataclasses.replace(
        made, ids=fit.ids, labels=labels, probabilities=probabilities, codes=fit.codes, placed=fit.placed
    )
