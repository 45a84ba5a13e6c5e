"""Prints a table of docs/names.md: what the clusters of a labelled folder are called, beside what they mostly hold.

Each label as a cluster of its own, then the clusters of the default method as `organise` makes and names them. Labels
are in labels.json below DATA, or the names of its folders. Whether a name is right is told by a person.

    python packaging/make_name_table.py DATA --library DIR [--k N] [--understand kind,text]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from engine.core.job import Job
from engine.core.records import Clustering, EmbeddingSet
from engine.embedding.backbone import open_backbone
from engine.library.library import Library, open_library
from engine.pipeline.embed import embedding_of
from engine.pipeline.names import names_of_new
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from engine.pipeline.understand import understand
from engine.pipeline.understanding.rename import rename_by_kind


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("data", type=Path)
    words.add_argument("--library", type=Path, required=True)
    words.add_argument("--k", type=int)
    words.add_argument("--understand", default="", help="what is found out before the clusters are named again")
    given = words.parse_args()
    library, root = open_library(given.data, given.library, "names")
    with library:
        organise(library, root, OrganiseOptions(k=given.k), Job())
        if given.understand:
            understand(library, given.understand.split(","), Job())
            rename_by_kind(library)
        labels = labels_of(library, root, given.data)
        print("| label | name | | cluster: mostly | name |\n| --- | --- | --- | --- | --- |")
        left, right = names_of_labels(library, labels), names_of_clusters(library, labels)
        for row in range(max(len(left), len(right))):
            print(f"| {left[row] if row < len(left) else ' | '} | | {right[row] if row < len(right) else ' | '} |")


def labels_of(library: Library, root: int, data: Path) -> dict[int, str]:
    """The label of each readable file, by id."""
    listed = data / "labels.json"
    known = json.loads(listed.read_text("utf-8")) if listed.is_file() else None
    files = [f for f in library.catalog.files.readable() if f.root == root]
    return {f.id: f.path.partition("/")[0] if known is None else known[f.path] for f in files}


def names_of_labels(library: Library, labels: dict[int, str]) -> list[str]:
    """What each label would be called as a cluster: "label | name"."""
    backbone = open_backbone(OrganiseOptions().backbone)
    whole = embedding_of(library, backbone)
    rows = [row for row, id_ in enumerate(whole.ids.tolist()) if id_ in labels]
    embedding = EmbeddingSet(whole.ids[rows], whole.vectors[rows], whole.backbone)
    names, of = np.unique([labels[int(id_)] for id_ in embedding.ids], return_inverse=True)
    ids = tuple(f"c{900_000 + i}" for i in range(len(names)))
    made = Clustering(embedding.ids, of, np.eye(len(names), dtype=np.float32)[of], ids, "", {}, 0, whole.backbone)
    called = names_of_new(library, made, ids, embedding, backbone, Job())
    return [f"{name.replace('_', ' ')} | {called[id_]}" for name, id_ in zip(names.tolist(), ids, strict=True)]


def names_of_clusters(library: Library, labels: dict[int, str]) -> list[str]:
    """What each cluster mostly holds and is called: "receipts 75 of 75 | Receipts"."""
    now = library.catalog.clusters.assignments()
    rows = []
    for cluster in library.catalog.clusters.visible():
        held = [labels[f] for f, c in zip(now.ids.tolist(), now.clusters, strict=True) if c == cluster.id]
        most = ", ".join(f"{label.replace('_', ' ')} {count}" for label, count in Counter(held).most_common(2))
        rows.append(f"{most} of {len(held)} | {cluster.name}")
    return rows


if __name__ == "__main__":
    main()
