"""Stage 4 without training: photos that came since the fit get a place by what it has learned."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.clustering.assignment.current_assignments import assign
from engine.clustering.assignment.dendrogram_cut import shared_out, space
from engine.clustering.assignment.out_of_sample import OutOfSampleModel, Prediction, new_kinds, within
from engine.clustering.distances import squared_distances
from engine.core.job import Job
from engine.core.partials import Clustered
from engine.core.records import UNSURE, Clustering, File, Ints, Learned
from engine.embedding.backbone import Backbone
from engine.library.library import Library
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.learned import contents_of
from engine.pipeline.options import Outcome

_GROWTH = 3  # a fit may take in a third of the photos it was made of; beyond that it has seen too little
_KINDS_DUE = "new kinds due"  # a setting: photos were placed, and nobody has looked for kinds among the unsure since


def assign_new(library: Library, backbone: Backbone, current: int, outcome: Outcome, job: Job) -> bool:
    """Place the photos that the clustering `current`, which stands, does not know; False where a retrain is due.

    New are files that came, those that were edited in place, and those that nobody has looked at since something was
    undone; the user's corrections hold for them as well. Removed files need nothing.
    """
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        stands = clusterings.get(current)
        base = current if stands.base is None else stands.base
        fit, learned = clusterings.get(base), clusterings.learned(base)
        readable, stand = library.catalog.files.readable(), _placed(library)
    unknown = _unknown(readable, fit, learned)
    new = [f for f in readable if f.id in unknown or f.id not in stand]
    if not new:
        if learned is not None and library.catalog.setting(_KINDS_DUE):  # a run before was stopped on the way to it
            _look_for_kinds(library, fit, learned, OutOfSampleModel.unpack(learned.model).reach, job.within("cluster"))
        return True
    if learned is None or stands.backbone != backbone.key or _has_outgrown(fit, unknown):
        return False
    job = job.within("cluster")
    model, prediction, outliers = _predict(library, backbone, fit, learned, new, job)
    grown, learned = _grown(fit, learned, prediction, new)
    alike = _alike(fit, grown) - {f.id for f, outlier in zip(new, outliers.tolist(), strict=True) if outlier}
    with library.catalog.transaction():
        clusterings.extend(base, grown, learned)
        outcome.placed = _settle(library, current, stands, grown, learned, new, outliers, alike)
        library.catalog.set_setting(_KINDS_DUE, "yes")
    _look_for_kinds(library, grown, learned, model.reach, job)
    job.publish(Clustered(len(stands.cluster_ids), outcome.placed))
    return True


def made_since(library: Library, backbone: Backbone, fingerprint: str, current: int, job: Job) -> int | None:
    """A clustering of these words that was made since what stands and not taken; its id, the newest's.

    None where it has seen too few of the photos that are there now. Those that came since get a place in it, but for
    outliers: they wait until it stands.
    """
    clusterings = library.catalog.clusterings
    with library.catalog.reading():
        id_ = clusterings.newest(fingerprint, after=clusterings.get(current).base or current)
        if id_ is None:
            return None
        fit, learned = clusterings.get(id_), clusterings.learned(id_)
        readable = library.catalog.files.readable()
    unknown = _unknown(readable, fit, learned)
    if unknown and (learned is None or _has_outgrown(fit, unknown)):
        return None
    if unknown and learned is not None:
        new = [f for f in readable if f.id in unknown]
        _, prediction, outliers = _predict(library, backbone, fit, learned, new, job.within("cluster"))
        some = [f for f, outlier in zip(new, outliers.tolist(), strict=True) if not outlier]
        if some:
            clusterings.extend(id_, *_grown(fit, learned, prediction.only(~outliers), some))
    return id_


def _predict(
    library: Library, backbone: Backbone, fit: Clustering, learned: Learned, new: list[File], job: Job
) -> tuple[OutOfSampleModel, Prediction, NDArray[np.bool_]]:
    """What the fit has left, what it sees in the new photos, and which of them it takes for outliers."""
    job.report("placing the new photos", 0, len(new))
    model = OutOfSampleModel.unpack(learned.model)
    prediction = model.predict(embedding_of(library, backbone, new).vectors, classifier_of(backbone), job)
    return model, prediction, model.outliers(prediction, learned.reduced, len(fit.ids) - fit.placed, job)


def _has_outgrown(fit: Clustering, unknown: set[int]) -> bool:
    """Whether the fit has seen too little, with the `unknown` that are there now."""
    return len(unknown) + fit.placed > max(1, (len(fit.ids) - fit.placed) // _GROWTH)


def _placed(library: Library) -> set[int]:
    """The files, by id, that stand in a cluster, or among the unsure because they fit nowhere."""
    now = library.catalog.clusters.assignments()
    places = zip(now.ids.tolist(), now.clusters, now.confidences.tolist(), strict=True)
    return {id_ for id_, cluster, sure in places if cluster != UNSURE or sure > 0}  # 0: see restore_snapshot


def _unknown(readable: list[File], fit: Clustering, learned: Learned | None) -> set[int]:
    """The files, by id, that the fit has not seen as they are now."""
    if learned is None:
        return {f.id for f in readable} - set(fit.ids.tolist())
    known = dict(zip(fit.ids.tolist(), learned.contents.tolist(), strict=True))
    return {f.id for f, c in zip(readable, contents_of(readable).tolist(), strict=True) if known.get(f.id) != c}


def _grown(fit: Clustering, learned: Learned, prediction: Prediction, new: list[File]) -> tuple[Clustering, Learned]:
    """The fit and what it has learned with the new photos among their rows: in place of what they were, or last."""
    row_of = {int(id_): row for row, id_ in enumerate(fit.ids)}
    came = [f.id for f in new if f.id not in row_of]
    row_of |= {id_: len(fit.ids) + assign for assign, id_ in enumerate(came)}
    rows = np.array([row_of[f.id] for f in new], np.int64)

    def with_new(old: Any, values: Any) -> Any:
        grown = np.concatenate([old, np.zeros((len(came), *old.shape[1:]), old.dtype)])
        grown[rows] = values
        return grown

    labels = prediction.probabilities.argmax(axis=1)
    chances = np.zeros((len(new), len(fit.cluster_ids)), np.float32)
    chances[:, : prediction.probabilities.shape[1]] = prediction.probabilities
    codes = None if fit.codes is None else with_new(fit.codes, prediction.codes)
    ids, labels_of_all = with_new(fit.ids, [f.id for f in new]), with_new(fit.labels, labels)
    placed = fit.placed + len(came)
    grown = dataclasses.replace(
        fit,
        ids=ids,
        labels=labels_of_all,
        probabilities=with_new(fit.probabilities, chances),
        codes=codes,
        placed=placed,
    )
    return grown, dataclasses.replace(
        learned,
        contents=with_new(learned.contents, contents_of(new)),
        reduced=with_new(learned.reduced, prediction.reduced),
        leaves=with_new(learned.leaves, _pieces(fit, learned, prediction, labels)),
    )


def _alike(fit: Clustering, grown: Clustering) -> set[int]:
    """The files, by id, that are in the same cluster of the fit as before: the first rows of `grown` are the fit's."""
    return set(fit.ids[fit.labels == grown.labels[: len(fit.ids)]].tolist())


def _pieces(fit: Clustering, learned: Learned, prediction: Prediction, labels: Ints) -> Ints:
    """The nearest piece of each new photo's cluster."""
    places, new = space(fit, learned), prediction.reduced if prediction.codes is None else prediction.codes
    count = len(learned.parents)
    sizes = np.maximum(np.bincount(learned.leaves, minlength=count), 1)
    means = np.stack([np.bincount(learned.leaves, column, count) for column in places.T], axis=1) / sizes[:, None]
    far = squared_distances(new, np.asarray(means, np.float32))
    far[labels[:, None] != learned.parents] += 1e6  # a piece of another cluster only where its own has none
    return np.asarray(far.argmin(axis=1), np.int64)


def _settle(
    library: Library,
    current: int,
    stands: Clustering,
    grown: Clustering,
    learned: Learned,
    new: list[File],
    outliers: NDArray[np.bool_],
    alike: set[int],
) -> int:
    """Put the new photos into clusters that stand, or among the unsure; how many.

    One that stands and was edited stays, unless it is another picture by now, which the fit does not see `alike`.
    """
    catalog = library.catalog
    made = grown
    if stands.base is not None:
        made = _other_cut(stands, grown, learned, {f.id for f in new})
        catalog.clusterings.extend(current, made)
    corrections, now = catalog.corrections.all(), catalog.clusters.assignments()
    current_assignments = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    row_of = {int(id_): row for row, id_ in enumerate(made.ids)}
    clusters, sure = assign(made, np.array([row_of[f.id] for f in new], np.int64), current_assignments, corrections)
    said = {*corrections.pins, *(file for pair in corrections.together for file in pair)}
    stay = (alike - said) | ({f.id for f in new} - set(stands.ids.tolist()))  # or stands since before this clustering
    places = []
    for file, cluster, confidence, outlier in zip(new, clusters, sure.tolist(), outliers.tolist(), strict=True):
        if current_assignments.get(file.id, UNSURE) != UNSURE and file.id in stay:
            continue
        places.append((file.id, UNSURE if outlier and file.id not in said else cluster, confidence))
    catalog.clusters.assign(places)
    return len(places)


def _look_for_kinds(library: Library, grown: Clustering, learned: Learned, reach: float, job: Job) -> None:
    """Keep which of all unsure photos are like each other; those like a locked cluster's are of that kind.

    Outside any transaction, for it takes long where many wait: what is sorted meanwhile is left out when it is shown.
    """
    with library.catalog.reading():
        corrections, members = library.catalog.corrections.all(), library.catalog.clusters.members(UNSURE)
    locked = [file for file, cluster in corrections.pins.items() if cluster in corrections.locked]
    rows = np.flatnonzero(np.isin(grown.ids, members))
    rows = rows[~within(learned.reduced[rows], learned.reduced[np.isin(grown.ids, locked)], reach, job)]
    kinds = new_kinds(learned.reduced[rows], reach, job)
    with library.catalog.transaction():
        library.catalog.clusters.set_new_kinds([grown.ids[rows[kind]].tolist() for kind in kinds])
        library.catalog.set_setting(_KINDS_DUE, "")


def _other_cut(made: Clustering, fit: Clustering, learned: Learned, new: set[int]) -> Clustering:
    """`made`, another cut of `fit`, with the `new` photos and others that came while it did not stand."""
    label_of = {id_: c for id_, c in zip(made.ids.tolist(), made.labels.tolist(), strict=True) if id_ not in new}
    labels = np.array([label_of.get(id_, -1) for id_ in fit.ids.tolist()], np.int64)
    chances = shared_out(fit, learned, labels, made.cluster_ids)
    labels = np.where(labels < 0, chances.argmax(axis=1), labels)
    return dataclasses.replace(
        made, ids=fit.ids, labels=labels, probabilities=chances, codes=fit.codes, placed=fit.placed
    )
