"""Fills a library as a run of the engine leaves it, without an engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from engine.core.records import Clustering, Content, Projection
from engine.library.library import Library
from engine.library.thumbnails import write_thumbnail

KINDS = {"beach": (240, 200, 120), "forest": (40, 120, 60), "night": (25, 25, 60)}


def fill_photos(library: Library, root: int, folder: Path) -> None:
    """Enter the photos of a folder, with their thumbnails."""
    catalog = library.catalog
    paths = sorted(folder.glob("*.jpg"))
    catalog.files.add(root, [(p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in paths])
    read, contents = [], []
    for file in catalog.files.all():
        if file.path == "broken.jpg":
            catalog.files.set_problems([(file.id, "It is not a JPEG picture.")])
            continue
        digest = f"{file.id:064x}"
        with Image.open(folder / file.path) as image:
            write_thumbnail(image, library.thumbnails.path(digest))
            contents.append(Content(digest, *image.size))
        read.append((file.id, digest))
    catalog.files.add_contents(contents)
    catalog.files.set_read(read)


def fill_clusters(library: Library) -> None:
    """Put each photo into the cluster of its name, and all on a map."""
    catalog = library.catalog
    files = catalog.files.readable()
    kinds = ["beach" if f.path.startswith("ש") else f.path.split("_")[0] for f in files]
    labels = np.array([list(KINDS).index(k) for k in kinds], np.int64)
    chances = np.full((len(files), 3), 0.1, np.float32)
    chances[np.arange(len(files)), labels] = 0.8
    ids = np.array([f.id for f in files], np.int64)
    clusters = tuple(catalog.clusters.fresh_ids(3))
    catalog.clusters.add(dict(zip(clusters, ("Beach", "Forest", "Night"), strict=True)))
    catalog.clusters.assign((int(i), clusters[c], 0.8) for i, c in zip(ids, labels, strict=True))
    made = catalog.clusterings.add(
        Clustering(ids, labels, chances, clusters, "kmeans", {}, 0, "test"), fingerprint="by hand"
    )
    catalog.set_setting("clustering", str(made))
    angle = labels * 2.1 + np.arange(len(files)) * 0.1
    xy = np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
    catalog.clusterings.set_projection(Projection(ids, xy, "neighbours", {}), "by hand")
