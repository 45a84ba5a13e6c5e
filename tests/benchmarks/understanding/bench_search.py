"""How long a search takes while one types: `python tests/benchmarks/understanding/bench_search.py [photos]`.

A made-up library: a third of the photos have 40 words written in them, all have classes and kinds, a fifth shows one of
twelve persons. Prints the median and the slowest of 15 in milliseconds of the processor, and the median over what a
plain Python program takes to look for the first word in every name and text. The index is made once, in the background.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import numpy as np

from engine.core.folding import fold
from engine.core.records import KINDS, Box, Cluster, Content, Face, File, Person, PictureText, TextLine
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from engine.gallery.understood import Understood
from engine.library.catalog.understanding.class_table import TOP, Tops

TIMES, WORDS, LINES = 15, 20_000, 10
QUESTIONS = (
    "dog", "traffic light", "recei", "receipts 2021", "text:total", "ann", "ann dog march 2021", "chiens -png",
    "reciept", "e", "pictures of dogs in paris",
)  # fmt: skip


def gallery(count: int) -> Gallery:
    random = np.random.default_rng(0)
    start, towns = datetime(2016, 1, 1), random.uniform([-40, -120], [60, 140], (200, 2))
    vocabulary = ["".join(random.choice(list("abcdeiorstlnmu"), 7)) for _ in range(WORDS)] + ["total", "receipt"] * 50
    files, contents, texts, faces = [], {}, {}, {}
    for i in range(count):
        digest, suffix = f"{i:032x}", "png" if i % 5 == 0 else "jpg"
        files.append(File(i + 1, 1, f"Trips/Trip {i // 500}/IMG_{i:06}.{suffix}", 10**6, 10**18, digest))
        latitude, longitude = towns[i // 500 % 200].tolist() if i % 3 == 0 else (None, None)
        contents[digest] = Content(
            digest, 4000, 3000, 1, start + timedelta(minutes=45 * i), latitude, longitude, "Pixel 7"
        )
        if i % 3 == 1:
            chosen = random.integers(0, len(vocabulary), (LINES, 4))
            lines = (" ".join(vocabulary[word] for word in line) for line in chosen.tolist())
            texts[digest] = PictureText(tuple(TextLine(line, (), 0.9) for line in lines))
        if i % 5 == 2:
            faces[digest] = (Face(i, digest, Box(0.1, 0.1, 0.2, 0.2), 0.9, int(random.integers(1, 13))),)
    tops = Tops(
        [file.digest or "" for file in files],
        random.integers(0, 1000, (count, TOP)).astype(np.uint16),
        (0.5 ** np.arange(1, TOP + 1) * random.random((count, 1))).astype(np.float16),
    )
    persons = {i: Person(i, name) for i, name in enumerate(("Ann", "Bob Miller", "Chloé", *"DEFGHIJKL"), 1)}
    understood = Understood(random.integers(0, len(KINDS), count), texts, faces, persons, tops)
    clusters = tuple(Cluster(f"c{i}", f"Kind {i}") for i in range(1, 31))
    labels, sure = random.integers(0, 30, count), random.random(count, np.float32)
    found = Gallery(tuple(files), contents, clusters, labels, sure, roots={1: "/photos"}, understood=understood)
    found.prepare()
    return found


def milliseconds(work: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1000)
    return found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    photos, finder = gallery(count), Finder()
    _ = photos.towns
    start = time.process_time()
    finder.index(photos)
    print(f"index of {count:,} photos: {time.process_time() - start:.1f} s, ", end="")
    photos, start = photos.with_changes(clusters=photos.clusters), time.process_time()
    finder.index(photos)
    print(f"after an edit {time.process_time() - start:.2f} s")
    texts = [fold(" ".join(line.text for line in text.lines)) for text in photos.understood.texts.values()]
    names = [fold(file.path) for file in photos.files]
    print("| query | median ms | slowest | over a plain program |\n| --- | ---: | ---: | ---: |")
    for question in QUESTIONS:
        found = milliseconds(lambda: filter_gallery(photos, FilterOptions(question), finder))  # noqa: B023
        word = question.split()[0]
        plain = milliseconds(lambda: [word in text for text in texts] + [word in name for name in names])  # noqa: B023
        ratio = statistics.median(found) / statistics.median(plain)
        print(f"| `{question}` | {statistics.median(found):.0f} | {max(found):.0f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
