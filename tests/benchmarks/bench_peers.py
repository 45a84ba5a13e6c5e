"""Photoloom beside what one would otherwise use: ClustPy's DEC, and PCA with umap-learn and a Gaussian mixture.

    python tests/benchmarks/bench_peers.py dec --data MNIST [--images 10000] [--pretraining 10] [--settling 10]
    python tests/benchmarks/bench_peers.py umap --data MNIST|FASHION [--seeds 0] [--threads 2]
    python tests/benchmarks/bench_peers.py umap --gallery DESK [--seeds 0,1,2]

`dec`: the same pixels, network (784-500-500-2000-10), batches and epochs on one thread, in turns, in one process. An
epoch of ours takes p over the whole data once; ClustPy's takes it from each batch. Seconds are the processor's, so
that other work on the machine counts for little; the labels are those of DEC itself (`dec_labels_`).
`umap`: 50 components, umap-learn in 10 dimensions, a full Gaussian mixture, against the default method. Both warm.
Of a gallery umap-learn sees the pooled features, the default what the program makes of them.
Peers are not among Photoloom's requirements: `pip install --no-deps clustpy umap-learn` and what they ask for.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.core.devices import limit_threads, set_passive_wait_policy

_NEEDS = {"dec": "clustpy", "umap": "umap"}


class Stopwatch:
    """Processor and wall seconds since it was made."""

    def __init__(self) -> None:
        self._start = time.process_time(), time.perf_counter()

    def read(self) -> tuple[float, float]:
        return time.process_time() - self._start[0], time.perf_counter() - self._start[1]


def our_dec(images: Any, words: dict[str, Any], seed: int) -> tuple[Any, float, float]:
    """Labels, and processor seconds of a pretraining and of a settling epoch."""
    from engine.clustering.methods.method import create
    from engine.core.job import Job

    training_view: list[float] = []
    settling: list[float] = []

    def told(progress: Any) -> None:
        if progress.stage == "learning":
            training_view.append(time.process_time())

    job = Job(told, lambda kind, _: settling.append(time.process_time()) if kind == "update" else None)
    fit = create("dec", words).fit(images, 10, seed=seed, device="cpu", job=job)
    epochs = len(settling) - 1
    return fit.labels, (training_view[-1] - training_view[0]) / words["epochs"], (settling[-1] - settling[0]) / epochs


def clustpy_dec(images: Any, words: dict[str, Any], seed: int) -> tuple[Any, float, float]:
    """The same of ClustPy's."""
    from clustpy.deep import DEC
    from clustpy.deep import dec as module
    from clustpy.deep.neural_networks import FeedforwardAutoencoder

    spent: dict[str, float] = {}

    def timed(name: str, fit: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            watch = Stopwatch()
            result = fit(*arguments, **named)
            spent[name] = watch.read()[0]
            return result

        return run

    layers = [images.shape[1], 500, 500, 2000, 10]
    network = FeedforwardAutoencoder(layers=layers, random_state=seed)
    network.fit = timed("pretraining", network.fit)
    network.fit(n_epochs=words["epochs"], optimizer_params={"lr": 1e-3}, batch_size=256, data=images)
    plain = module._DEC_Module.fit
    module._DEC_Module.fit = timed("settling", plain)
    try:
        method = DEC(
            10,
            neural_network=network,
            clustering_epochs=words["updates"],
            clustering_optimizer_params={"lr": words["rate"]},
            batch_size=256,
            initial_clustering_params={"n_init": 20},
            device="cpu",
            random_state=seed,
        ).fit(images)
    finally:
        module._DEC_Module.fit = plain
    return method.dec_labels_, spent["pretraining"] / words["epochs"], spent["settling"] / words["updates"]


def side_by_side(arguments: argparse.Namespace) -> dict[str, Any]:
    from engine.measure.datasets import digits
    from engine.measure.scores import acc, nmi

    loaded = digits(arguments.data)
    images, truth = loaded.images[: arguments.images].copy(), loaded.labels[: arguments.images]
    words = {
        "pretraining": "autoencoder",
        "pixels": "plain",
        "components": images.shape[1],
        "corruption": 0.0,
        "epochs": arguments.pretraining,
        "updates": arguments.settling,
        "tolerance": 0.0,
        "rate": 1e-4,
    }
    rows: dict[str, list[dict[str, float]]] = {"photoloom": [], "clustpy": []}
    for seed in arguments.seeds:
        for name, run in (("photoloom", our_dec), ("clustpy", clustpy_dec)):
            labels, pretraining, settling = run(images, words, seed)
            row = {"seed": seed, "acc": acc(truth, labels), "nmi": nmi(truth, labels)}
            rows[name].append(row | {"pretraining_s": pretraining, "settling_s": settling})
            print(name, {key: round(value, 3) for key, value in rows[name][-1].items()}, flush=True)
    return rows


def embedded(gallery: Path) -> tuple[Any, Any, Any]:
    """Pooled features of a gallery with a folder a label, what the program makes of them, and the labels."""
    import numpy as np

    from engine.clustering.features import Preparation
    from engine.core.job import Job
    from engine.embedding.backbone import open_backbone
    from engine.measure.datasets import folders
    from engine.measure.labelled import vectors_of
    from engine.pipeline.options import OrganiseOptions

    paths, labels = folders(gallery, Job())
    with tempfile.TemporaryDirectory() as library:
        vectors = vectors_of(gallery, Path(library), OrganiseOptions())(paths, Job())
    readable = np.isfinite(vectors).all(axis=1)
    pooled = vectors[readable]
    prepared = Preparation.fit(pooled, open_backbone(OrganiseOptions().backbone).classifier())[1]
    return pooled, prepared, np.array(labels)[readable]


def mixture(vectors: Any, k: int, seed: int) -> Any:
    """Labels by PCA, umap-learn and a Gaussian mixture."""
    import umap
    from sklearn.decomposition import PCA
    from sklearn.mixture import GaussianMixture

    reduced = PCA(min(50, *vectors.shape), random_state=seed).fit_transform(vectors)
    codes = umap.UMAP(n_components=10, min_dist=0.0, random_state=seed).fit_transform(reduced)
    return GaussianMixture(k, n_init=3, random_state=seed).fit_predict(codes)


def default(vectors: Any, k: int, seed: int) -> Any:
    from engine.clustering.methods.method import create
    from engine.core.job import Job

    return create("dec").fit(vectors, k, seed=seed, device="cpu", job=Job()).labels


def against_umap(arguments: argparse.Namespace) -> dict[str, Any]:
    import numpy as np

    from engine.measure.datasets import digits
    from engine.measure.scores import acc, nmi

    if arguments.gallery:
        vectors, prepared, truth = embedded(arguments.gallery)
    else:
        loaded = digits(arguments.data)
        vectors = prepared = loaded.images[: loaded.train]
        truth = loaded.labels[: loaded.train]
    k = len(np.unique(truth))
    some = slice(None, None, max(1, len(vectors) // 1000))
    rows: dict[str, list[dict[str, float]]] = {"photoloom": [], "umap": []}
    for name, run, seen in (("photoloom", default, prepared), ("umap", mixture, vectors)):
        run(seen[some], k, 0)  # imports and numba's compiler
        for seed in arguments.seeds:
            watch = Stopwatch()
            labels = run(seen, k, seed)
            processor, wall = watch.read()
            row = {"seed": seed, "acc": acc(truth, labels), "nmi": nmi(truth, labels)}
            rows[name].append(row | {"processor_s": processor, "wall_s": wall})
            print(name, {key: round(value, 3) for key, value in rows[name][-1].items()}, flush=True)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=tuple(_NEEDS))
    parser.add_argument("--data", type=Path, help="a folder with the four IDX files of MNIST or Fashion-MNIST")
    parser.add_argument("--gallery", type=Path, help="a folder with a folder of pictures a label")
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--pretraining", type=int, default=10, help="epochs")
    parser.add_argument("--settling", type=int, default=10, help="epochs")
    parser.add_argument("--seeds", type=lambda words: [int(word) for word in words.split(",")], default=[0])
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    if importlib.util.find_spec(_NEEDS[arguments.peer]) is None:
        print(f"{_NEEDS[arguments.peer]} is not installed: nothing to compare with, so this benchmark is skipped.")
        return 0
    if (arguments.data is None) == (arguments.gallery is None) or (arguments.peer == "dec" and arguments.gallery):
        parser.error("name the images: --data, or for umap --gallery")
    set_passive_wait_policy()
    limit_threads(arguments.threads)
    rows = side_by_side(arguments) if arguments.peer == "dec" else against_umap(arguments)
    means = {name: {key: sum(run[key] for run in runs) / len(runs) for key in runs[0]} for name, runs in rows.items()}
    print(json.dumps({"runs": rows, "mean": means}, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
