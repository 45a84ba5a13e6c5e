"""`cluster`: the same methods on an (n, d) array."""

from __future__ import annotations

import argparse

import numpy as np

from engine.clustering.methods.method import create
from engine.clustering.number.choose_k import MOST_CLUSTERS, choose_k
from engine.commands.arrays import load_vectors, save_labels
from engine.core import devices
from engine.core.errors import UserError
from engine.core.job import Job
from engine.library.outputs.own import check_output


def cluster(arguments: argparse.Namespace, job: Job) -> None:
    method = create(arguments.method, dict(arguments.set))
    out = arguments.out or arguments.vectors.with_name(f"{arguments.vectors.stem}-labels.npy")
    check_output(out, "npy")
    vectors = load_vectors(arguments.vectors)
    n = len(vectors)
    if arguments.k != "auto" and arguments.k > n:
        raise UserError("k = {k} is more than the {n:,} rows of {file}.", k=arguments.k, n=n, file=arguments.vectors)
    if arguments.k != "auto":
        k = int(arguments.k)
    elif n > 3:
        k = choose_k(vectors, 2, min(MOST_CLUSTERS, n - 1), seed=arguments.seed, job=job)[0]
    else:
        k = 1
    fit = method.fit(vectors, k, seed=arguments.seed, device=devices.resolve(arguments.device), job=job)
    occupied, labels = np.unique(fit.labels, return_inverse=True)  # a method may leave clusters empty
    save_labels(out, labels)
    if not arguments.quiet:
        print(f"{n:,} rows in {len(occupied)} clusters: {out}")
