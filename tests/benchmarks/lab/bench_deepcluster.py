"""What DeepCluster learns of digits and clothes: `python tests/benchmarks/lab/bench_deepcluster.py MNIST [FASHION …]`.

Each a folder with the four IDX files. The network learns from the 60,000 training images without their labels. Then it
is frozen, and a linear probe (logistic regression, on features at unit variance) is fitted to the labels of these
images and scored on the test images: on the features, on those of the same network untrained, and on bare pixels.
`--set name=value` sets a parameter of the method. Seconds are the processor's, of all threads, and on the wall.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from engine.core.devices import set_passive_wait_policy
from engine.core.records import Floats, Update
from engine.measure.datasets import Digits


def learned(data: Digits, words: dict[str, str], seed: int) -> None:
    """Fit, and print the table of one data set."""
    import torch

    from engine.clustering.methods.deep_cluster import DeepClusterPredictor
    from engine.clustering.methods.method import create
    from engine.clustering.methods.parts.convnet import folded, network
    from engine.core.job import Job
    from engine.measure.scores import acc, nmi

    images, truth = data.images[: data.train], data.labels[: data.train]
    started = time.process_time(), time.perf_counter()
    job = Job(on_partial=told)
    fit = create("deepcluster", words).fit(images, 10, seed=seed, device="cpu", job=job)
    processor, wall = time.process_time() - started[0], time.perf_counter() - started[1]
    print(f"learned in {processor:.0f} s of the processor, {wall:.0f} s on the wall", flush=True)
    print(f"clusters and labels: NMI {nmi(truth, fit.labels):.3f}, ACC {acc(truth, fit.labels):.3f}", flush=True)
    predictor = fit.predict
    assert isinstance(predictor, DeepClusterPredictor)
    start = network(images.shape[1], predictor.inputs.side, torch.Generator().manual_seed(seed))
    untrained = dataclasses.replace(predictor, layers=folded(start.eval()))
    for name, features in (
        ("pixels", data.images),
        ("untrained", untrained.features(data.images)),
        ("deepcluster", predictor.features(data.images)),
    ):
        score = probe(features, data)
        print(f"{name:<12} {features.shape[1]:>4} features, linear probe {score:.4f}", flush=True)


def told(update: Any) -> None:
    """An epoch: how well its pseudo-classes agree with those before."""
    if isinstance(update, Update):
        print(f"epoch {update.iteration + 1:>2}  loss {update.loss:.3f}  NMI with before {update.nmi:.3f}", flush=True)


def probe(features: Floats, data: Digits) -> float:
    """Test accuracy of a linear classifier; its penalty is chosen on the last 10,000 of the training images."""
    spread = features[: data.train].std(axis=0)
    rows = (features - features[: data.train].mean(axis=0)) / np.where(spread > 1e-6, spread, 1)
    some, chosen, train = slice(20_000), slice(data.train - 10_000, data.train), slice(data.train)
    strengths = (0.003, 0.03, 0.3)
    strength = max(strengths, key=lambda c: _accuracy(rows, data, some, chosen, c))
    return _accuracy(rows, data, train, slice(data.train, None), strength)


def _accuracy(rows: Floats, data: Digits, fitted: slice, scored: slice, strength: float) -> float:
    from sklearn.linear_model import LogisticRegression

    found = LogisticRegression(C=strength, max_iter=200, tol=1e-3).fit(rows[fitted], data.labels[fitted])
    return float(found.score(rows[scored], data.labels[scored]))


def main() -> int:
    from engine.measure.datasets import digits

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+", help="folders with the four IDX files of a data set")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--set", action="append", default=[], metavar="name=value", help="a parameter of the method")
    arguments = parser.parse_args()
    set_passive_wait_policy()
    for folder in arguments.data:
        print(folder)
        learned(digits(folder), dict(word.split("=", 1) for word in arguments.set), arguments.seed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
