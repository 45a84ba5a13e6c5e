"""Small galleries made by hand, without a catalog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from engine.core.records import Cluster, Content, File
from engine.gallery.snapshot import Gallery

Photo = dict[str, object]  # path, and what else is known: taken, camera, at, mtime, cluster


def gallery_of(photos: Sequence[Photo], clusters: Sequence[str] = ()) -> Gallery:
    """A gallery of photos in this order; a photo's `cluster` is an index into `clusters`."""
    files, contents = [], {}
    for id_, photo in enumerate(photos, 1):
        digest = f"{id_:032x}"
        mtime = photo.get("mtime", datetime(2020, 6, 1, 12))
        assert isinstance(mtime, datetime)
        files.append(File(id_, 1, str(photo["path"]), 100, int(mtime.timestamp() * 1e9), digest))
        latitude, longitude = photo.get("at", (None, None))  # type: ignore[misc]
        contents[digest] = Content(
            digest,
            40,
            30,
            1,
            photo.get("taken"),
            latitude,
            longitude,
            photo.get("camera"),  # type: ignore[arg-type]
        )
    labels = np.array([photo.get("cluster", -1) for photo in photos], np.int64)
    return Gallery(
        files=tuple(files),
        contents=contents,
        clusters=tuple(Cluster(f"c{i}", name) for i, name in enumerate(clusters, 1)),
        labels=labels,
        confidences=np.linspace(1, 0.5, len(files), dtype=np.float32),
        pinned=np.zeros(len(files), np.bool_),
        xy=np.zeros((len(files), 2), np.float32),
        roots={1: "/photos/Phone"},
    )
