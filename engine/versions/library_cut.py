"""Other numbers of clusters at once: the active clustering cut coarser or finer; nothing is trained."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import numpy as np

from engine.clustering.assignment.dendrogram_cut import DendrogramCut
from engine.core.errors import Sentence, UserError
from engine.core.records import UNSURE, Changes, Cluster, Clustering, Ints
from engine.edits.activation import activate
from engine.gallery.snapshot import Gallery
from engine.library.catalog.catalog import Catalog
from engine.versions.cut_names import names_of_new, with_ids_of_what_stays, words_of
from engine.versions.origins import load_origins


@dataclass(frozen=True)
class LibraryCut:
    """The dendrogram of a catalog's active clustering, and the `names` of all clusters that there have been."""

    dendrogram: DendrogramCut
    names: dict[str, str]

    @property
    def least(self) -> int:
        """The smallest k: clusters that the user has named, locked or moved photos to are kept."""
        return self.dendrogram.least

    @property
    def most(self) -> int:
        """The largest k."""
        return self.dendrogram.most

    def cut(self, k: int) -> tuple[Clustering, dict[str, str]]:
        """The photos in k clusters, and the names of new clusters by id; a UserError where k is out of range."""
        made = self.dendrogram.cut(k)
        words = words_of(self.dendrogram, made)
        made = with_ids_of_what_stays(self.dendrogram, made, self.names, words)
        return made, names_of_new(made, words, self.names, (UNSURE, *self.dendrogram.corrections.anchors))

    def preview(self, gallery: Gallery, k: int) -> Gallery:
        """`gallery` as it would look with k clusters; the unsure stay unsure."""
        made, new = self.cut(k)
        rows = {id_: row for row, id_ in enumerate(made.ids.tolist())}
        row = np.array([rows.get(f.id, -1) for f in gallery.files], np.int64)
        sure = made.probabilities[np.arange(len(made.labels)), made.labels]
        unsure = np.isin(gallery.labels, [i for i, c in enumerate(gallery.clusters) if c.unsure])
        label = np.where(row < 0, -1, np.where(unsure, len(made.cluster_ids), made.labels[row]))
        clusters, order = self._ordered_clusters(gallery, made.cluster_ids, self.names | new, label)
        confidences = np.where((row < 0) | unsure, gallery.confidences, sure[row]).astype(np.float32)
        cut = gallery.with_changes(clusters=clusters, labels=order[label], confidences=confidences, clustering=made)
        cut.prepare()
        return cut

    def _ordered_clusters(
        self, gallery: Gallery, ids: tuple[str, ...], names: dict[str, str], label: Ints
    ) -> tuple[tuple[Cluster, ...], Ints]:
        """The clusters in display order, and the index among them of each label (-1 for none)."""
        old = {c.id: c for c in gallery.clusters}
        sizes = np.bincount(label[label >= 0], minlength=len(ids) + 1).tolist()
        all_clusters = [
            replace(old[id_], members=size) if id_ in old else Cluster(id_, names[id_], size)
            for id_, size in zip((*ids, UNSURE), sizes, strict=True)
        ]
        indices = [index for index, c in enumerate(all_clusters) if c.members or c.anchor]
        indices.sort(key=lambda index: all_clusters[index].rank)
        order = np.full(len(all_clusters) + 1, -1, np.int64)
        order[indices] = np.arange(len(indices))
        return tuple(all_clusters[index] for index in indices), order


def load_library_cut(catalog: Catalog) -> LibraryCut:
    """Read the active clustering, to be cut; a UserError where there is none, or where it is of an earlier version.

    Of 10,000 photos a tenth of a second: on a thread of its own, again after each change of the catalog.
    """
    with catalog.reading():
        return _read(catalog)


def _read(catalog: Catalog) -> LibraryCut:
    current = catalog.clusterings.current()
    if current is None:
        raise UserError("These photos are not organised yet: run organise first.")
    active = catalog.clusterings.get(current[0])
    base = current[0] if active.base is None else active.base
    learned = catalog.clusterings.learned(base)
    if learned is None:
        raise UserError("How these clusters were learned is no longer kept: retrain them once, then k can be turned.")
    fit = active if active.base is None else catalog.clusterings.get(base)
    now = catalog.clusters.assignments()
    current_assignments = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    assigned_to = {i: active.cluster_ids[c] for i, c in zip(active.ids.tolist(), active.labels.tolist(), strict=True)}
    current_clusters = tuple(current_assignments.get(id_) for id_ in fit.ids.tolist())
    corrections, everything = catalog.corrections.all(), catalog.clusters.all()
    visible = {c.name: c.id for c in catalog.clusters.visible()}
    origins = load_origins(catalog, base, {*corrections.anchors} - {*fit.cluster_ids})
    pieces = zip(learned.leaves.tolist(), map(origins.parts.get, fit.ids.tolist()), current_clusters, strict=True)
    dendrogram = DendrogramCut(
        fit=fit,
        base=base,
        learned=learned,
        made=tuple(assigned_to.get(id_) for id_ in fit.ids.tolist()),
        current_clusters=current_clusters,
        corrections=corrections,
        fresh=tuple(catalog.clusters.fresh_ids(len(set(pieces)) + len(corrections.anchors) + 1)),
        origins=origins,
        namesakes={c.id: visible[c.name] for c in everything if visible.get(c.name, c.id) != c.id},
    )
    return LibraryCut(dendrogram, {c.id: c.name for c in everything})


def activate_cut(catalog: Catalog, k: int) -> Changes:
    """Cut the active clustering into k clusters, as an edit that can be undone; the unsure stay unsure."""
    with catalog.transaction():
        made, names = load_library_cut(catalog).cut(k)
        assert made.base is not None
        catalog.clusters.add(names)
        current = catalog.clusterings.current()
        assert current is not None  # load_library_cut has read it
        id_ = catalog.clusterings.add(made, _cut_fingerprint(current[1], k))
        catalog.clusterings.forget_unused()
        what = Sentence("cut into {number} clusters", number=k) if k > 1 else Sentence("cut into 1 cluster")
        return activate(catalog, id_, what, leave=(UNSURE,))


def _cut_fingerprint(fingerprint: str, k: int) -> str:
    """The fingerprint of a cut: no options match it, for a retrain with this k gives other clusters."""
    return json.dumps({**json.loads(fingerprint), "k": k, "cut": True}, sort_keys=True)
