"""What it costs a large library that its pictures are understood.

    python tests/benchmarks/understanding/bench_library.py [photos]

A made-up catalog of 100,000 photos (or as many as are given): a third have ten lines of text, all a kind and classes, a
fifth a face of one of forty persons. Prints what is asked before each part of the background stage, and what the window
reads anew after an edit with all of that and without, in milliseconds; and the catalog's size.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.core.records import KINDS, Box, Content, Person, PictureText, TextLine
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import open_backbone
from engine.gallery.snapshot import load_gallery
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.class_table import TOP, Tops
from engine.library.catalog.understanding.face_table import ALLOWED, FoundFace
from engine.library.catalog.understanding.kind_table import Evidence
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.library import Library
from engine.pipeline.understanding.classes import Classes
from engine.pipeline.understanding.faces import Faces
from engine.pipeline.understanding.kind import Kind
from engine.pipeline.understanding.text import Text

ROUNDS, PERSONS = 5, 40
CORNERS = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.2), (0.1, 0.2))


def fill(catalog: Catalog, count: int) -> list[str]:
    """Files and contents; returns the digests."""
    digests = [f"{i:032x}" for i in range(count)]
    root = catalog.files.add_root("/photos", 1, 1)
    catalog.files.add(root, ((f"Trip {i // 500}/IMG_{i:06}.jpg", 10**6, 10**18) for i in range(count)))
    catalog.files.set_read([(file.id, digest) for file, digest in zip(catalog.files.all(), digests, strict=True)])
    catalog.files.add_contents(Content(digest, 4000, 3000) for digest in digests)
    catalog.files.add_vectors(open_backbone(DEFAULT_BACKBONE).key, digests, "made-up", 0)
    return digests


def understand(catalog: Catalog, digests: list[str]) -> None:
    """What the parts would have found."""
    random, backbone = np.random.default_rng(0), open_backbone(DEFAULT_BACKBONE)
    words = ["".join(random.choice(list("abcdeiorstlnmu"), 7)) for _ in range(20_000)]
    lines = [tuple(TextLine(" ".join(random.choice(words, 4)), CORNERS, 0.9) for _ in range(10)) for _ in range(500)]
    texts = (PictureText(lines[i % 500]) if i % 3 == 0 else PictureText() for i in range(len(digests)))
    catalog.texts.save(Text().key, [ReadText(d, 0, text) for d, text in zip(digests, texts, strict=True)])
    tops = random.integers(0, 1000, (len(digests), TOP)).astype(np.uint16)
    catalog.classes.save(backbone.key, Tops(digests, tops, np.full((len(digests), TOP), 0.1, np.float16)))
    kinds = random.dirichlet(np.full(len(KINDS), 0.1), len(digests)).astype(np.float32)
    known = Evidence.VECTOR | Evidence.TEXT | Evidence.FACES
    catalog.kinds.save(Kind(backbone).key, [(d, known, row) for d, row in zip(digests, kinds, strict=True)])
    code = random.normal(size=128).astype(np.float32)
    seen = {d: [FoundFace(Box(0.3, 0.2, 0.2, 0.2), 0.9, code)] if i % 5 == 0 else [] for i, d in enumerate(digests)}
    catalog.faces.put(Faces().key, seen)
    catalog.faces.put_persons(Person(i, f"Person {i}") for i in range(1, PERSONS + 1))
    catalog.faces.assign({face: face % PERSONS + 1 for face in range(1, len(digests) // 5 + 1)})
    catalog.set_setting(ALLOWED, "yes")


def milliseconds(work: Callable[[], object]) -> str:
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return f"{statistics.median(found):.0f} | {max(found):.0f}"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    backbone = open_backbone(DEFAULT_BACKBONE)
    with tempfile.TemporaryDirectory() as own, Library(Path(own), "a benchmark") as library:
        catalog = library.catalog
        digests = fill(catalog, count)
        print(f"| {count:,} photos, ms | median | slowest |\n| --- | ---: | ---: |")
        bare = load_gallery(catalog, "neighbours")
        print(f"| read after an edit, nothing understood | {milliseconds(lambda: load_gallery(catalog, '', bare))} |")
        size = catalog.path.stat().st_size
        understand(catalog, digests)
        print(f"| the whole snapshot, all understood | {milliseconds(lambda: load_gallery(catalog, ''))} |")
        full = load_gallery(catalog, "neighbours")
        print(f"| read after an edit, all understood | {milliseconds(lambda: load_gallery(catalog, '', full))} |")
        for part in (Classes(backbone), Kind(backbone), Faces(), Text()):
            left = len(part.pending(library))
            print(f"| what is pending: {part.name} ({left:,}) | {milliseconds(lambda p=part: p.pending(library))} |")  # type: ignore[misc]
        catalog.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"\nCatalog: {size / 1e6:.0f} MB before, {catalog.path.stat().st_size / 1e6:.0f} MB after.")


if __name__ == "__main__":
    main()
