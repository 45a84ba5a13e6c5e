"""Turning k, and placing new photos, in a library of 10,000: `python tests/benchmarks/bench_recut.py [photos]`.

Vectors of 40 made-up kinds, a quick fit of the default method, and a user who has named, locked and moved some.
"""

from __future__ import annotations

import dataclasses
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.clustering.assignment.out_of_sample import OutOfSampleModel
from engine.clustering.features import Preparation
from engine.clustering.methods.method import create
from engine.clustering.naming.appearance import LENGTH
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.evidence import leaf_evidence
from engine.clustering.naming.kinds import CLASSES
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Clustering, Content
from engine.edits import Lock, Merge, Move, Rename
from engine.edits.activation import activate
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.catalog.catalog import Catalog
from engine.pipeline.clustering.learned import learn
from engine.versions.library_cut import activate_cut, load_library_cut

K, KINDS, NUMBERS, NEW = 12, 40, 512, 100


def organised(catalog: Catalog, n: int) -> np.ndarray:
    """A library of n photos, clustered; returns the features of some that are new."""
    random = np.random.default_rng(0)
    kind = np.arange(n + NEW) % KINDS
    features = (random.normal(size=(KINDS, NUMBERS)) * 0.5)[kind] + random.normal(size=(n + NEW, NUMBERS))
    features = features.astype(np.float32)
    preparation, vectors = Preparation.fit(features[:n])
    fit = create("dec", {"rounds": 1, "updates": 1}).fit(vectors, K, seed=0, device="cpu", job=Job())
    names = tuple(f"c{i}" for i in range(1, K + 1))
    ids = np.arange(1, n + 1)
    made = Clustering(ids, fit.labels, fit.probabilities, names, "dec", {}, 0, "made up", codes=fit.codes)
    root = catalog.files.add_root("/photos", 1, 2)
    with catalog.transaction():
        catalog.files.add(root, ((f"{i:06}.jpg", 1, 1) for i in range(n)))
        catalog.files.set_read([(i, f"{i:032x}") for i in range(1, n + 1)])
        catalog.files.add_contents(Content(f"{i:032x}", 4, 3) for i in range(1, n + 1))
    catalog.clusters.add({name: f"Kind {name[1:]}" for name in names})
    learned = learn(fit, fit.labels, preparation, vectors, ids, FitContext(0, "cpu", Job()))
    assert learned is not None
    classes = random.dirichlet(np.full(CLASSES, 0.002), len(learned.parents))
    evidence = leaf_evidence(classes, Looks.of(random.uniform(size=(len(classes), LENGTH)).astype(np.float32)))
    learned = dataclasses.replace(learned, evidence=evidence)
    activate(catalog, catalog.clusterings.add(made, "{}", learned), "first")
    history = History(catalog)
    for edit in (Rename("c1", "Mine"), Lock("c2", True), Merge("c4", "c5"), Move(list(range(1, 60)), "c1")):
        history.do(edit)
    return features[n:]


def seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        catalog = Catalog(Path(folder) / "catalog.db")
        new = organised(catalog, n)
        gallery = load_gallery(catalog, "")
        load_library_cut(catalog).cut(K)  # the first one imports scipy
        loading = statistics.median(seconds(lambda: load_library_cut(catalog)) for _ in range(5))
        library_cut = load_library_cut(catalog)
        ks = [*range(library_cut.least, 41)]
        cuts = [seconds(lambda k=k: library_cut.cut(k)) for k in ks]
        shows = [seconds(lambda k=k: library_cut.preview(gallery, k)) for k in ks]
        adopting = seconds(lambda: activate_cut(catalog, 8))
        print(f"{n:,} photos, k {ks[0]} to {ks[-1]}")
        print(f"getting ready, after each change of the library   {1e3 * loading:7.1f} ms")
        for what, times in (("a cut with names, ids, corrections", cuts), ("the same as a gallery to show", shows)):
            print(f"{what:50s}{1e3 * statistics.median(times):7.1f} ms, at most {1e3 * max(times):.1f} ms")
        print(f"{'adopting a cut':50s}{1e3 * adopting:7.1f} ms")

        learned = catalog.clusterings.learned(1)
        assert learned is not None
        print(f"{'kept of the fit':50s}{len(learned.model) / 2**20:7.1f} MiB")
        waking = seconds(lambda: OutOfSampleModel.unpack(learned.model))
        model = OutOfSampleModel.unpack(learned.model)

        def place() -> None:
            prediction = model.predict(new, None, Job())
            model.outliers(prediction, learned.reduced, n, Job())

        print(f"{'waking what was learned':50s}{1e3 * waking:7.1f} ms")
        print(f"{'looking at a new photo, of ' + str(NEW):50s}{1e3 * seconds(place) / NEW:7.2f} ms each")
        single = seconds(lambda: model.predict(new[:1], None, Job()))
        print(f"{'looking at a single new photo':50s}{1e3 * single:7.2f} ms")
        catalog.close()


if __name__ == "__main__":
    main()
