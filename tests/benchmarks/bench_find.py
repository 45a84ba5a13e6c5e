"""How long finding, grouping and "similar to this" take: `python tests/benchmarks/bench_find.py [photos]`.

A made-up library: trips of 500 photos over eight years, every third with a place, two cameras, 30 clusters. Prints
the median and the slowest of 15 in milliseconds. The index is made once a gallery, in the background.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from engine.core.records import Cluster, Clustering, Content, File
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import backbones
from engine.embedding.store import VectorStore
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.search import Finder
from engine.gallery.similar import nearest_photos
from engine.gallery.snapshot import Gallery
from engine.library.library import Library

KEY, KINDS, VECTORS, TIMES = f"{DEFAULT_BACKBONE}-made-up", 30, 2_000, 15
QUESTIONS = ("2019", "march 2021", "img_0001", 'trip "new york" -png', "canon cluster:7 2018..2020", "place:paris jpg")


def gallery(count: int) -> Gallery:
    random = np.random.default_rng(0)
    start, towns = datetime(2016, 1, 1), random.uniform([-40, -120], [60, 140], (200, 2))
    files, contents = [], {}
    for i in range(count):
        digest, suffix = f"{i:032x}", "png" if i % 5 == 0 else "jpg"
        files.append(File(i + 1, 1, f"Trips/Trip {i // 500}/IMG_{i:06}.{suffix}", 10**6, 10**18, digest))
        latitude, longitude = towns[i // 500 % 200].tolist() if i % 3 == 0 else (None, None)
        taken, camera = start + timedelta(minutes=45 * i), ("Canon EOS R5", "Pixel 7")[i % 2]
        contents[digest] = Content(digest, 4000, 3000, 1, taken, latitude, longitude, camera)
    labels, ids = random.integers(0, KINDS, count), np.arange(1, count + 1)
    codes = random.normal(size=(count, 10)).astype(np.float32)
    names = tuple(f"c{i}" for i in range(1, KINDS + 1))
    made = Clustering(ids, labels, np.ones((count, 1), np.float32), names, "dec", {}, 0, KEY, codes=codes)
    clusters = tuple(Cluster(name, f"Kind {name[1:]}") for name in names)
    sure = random.random(count, np.float32)
    found = Gallery(tuple(files), contents, clusters, labels, sure, clustering=made, roots={1: "/photos"})
    found.prepare()
    return found


def store(library: Library, photos: Gallery) -> None:
    """Vectors for all photos; many share one, for what counts is how many are read."""
    random = np.random.default_rng(1)
    vectors = random.normal(size=(VECTORS, backbones.get(DEFAULT_BACKBONE).dimension)).astype(np.float32)
    with closing(VectorStore(library.vectors_folder)) as shards:
        shard, first = shards.append(KEY, vectors)
    digests = [file.digest or "" for file in photos.files]
    for start in range(0, len(digests), VECTORS):
        library.catalog.files.add_vectors(KEY, digests[start : start + VECTORS], shard, first)


def milliseconds(work: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def line(what: str, found: list[float]) -> None:
    print(f"| {what} | {statistics.median(found):.0f} | {max(found):.0f} |")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    photos, finder = gallery(count), Finder()
    print(f"| {count:,} photos, ms | median | slowest |\n| --- | ---: | ---: |")
    start = time.perf_counter()
    finder.index(photos)
    print(f"| index, with the towns | {(time.perf_counter() - start) * 1000:.0f} | |")
    for question in QUESTIONS:
        line(f"find `{question}`", milliseconds(lambda words=question: finder.find(photos, words)))  # type: ignore[misc]
    line("group by month", milliseconds(lambda: filter_gallery(photos, FilterOptions(group="time"), finder)))
    line("group by place", milliseconds(lambda: filter_gallery(photos, FilterOptions(group="place"), finder)))
    with tempfile.TemporaryDirectory() as own, Library(Path(own), "a benchmark") as library:
        store(library, photos)
        line("similar to this, the 200 nearest", milliseconds(lambda: nearest_photos(library, photos, count // 2, 200)))


if __name__ == "__main__":
    main()
