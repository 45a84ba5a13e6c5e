"""The Lab's PCA, autoencoder, VAE and self-organising map against their reference points on MNIST's test pictures.

    python tests/benchmarks/lab/bench_reference.py --data MNIST [--only pca,autoencoder,vae,som] [--passes 1]

PCA beside scikit-learn's; the map beside MiniSom, with the same sheet, as many passes over the data, and its radius.
That takes minutes a pass. Seconds are the processor's; MiniSom is not among Photoloom's requirements:
`pip install --no-deps minisom`.
"""

from __future__ import annotations

from typing import Any

import mnist
import numpy as np
from mnist import Point

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.lab.exercise import Exercise
from engine.lab.models.model import create, flat
from engine.lab.pictures import Pictures

_CODE = 32
_SIDE = 30  # of the map
_WORDS: dict[str, dict[str, Any]] = {  # what `lab mnist --model NAME --set …` is given
    "autoencoder": {"code": _CODE, "layers": "dense", "epochs": 14},
    "vae 2": {"code": 2, "epochs": 5},
    "vae 20": {"code": 20, "epochs": 5},
}


def exercised(name: str, words: dict[str, Any], pictures: Pictures, seed: int) -> tuple[dict[str, Any], Exercise]:
    """What `lab` writes into numbers.json, with the processor's seconds of the training, and the model."""
    with mnist.timed() as seconds:
        done = Exercise.run(create(name, words), pictures, FitContext(seed, "cpu", Job()))
    return done.numbers() | {"seconds": seconds[0]}, done


def pca(pictures: Pictures, seed: int) -> list[Point]:
    from sklearn.decomposition import PCA

    numbers, _ = exercised("pca", {"code": _CODE}, pictures, seed)
    estimator = PCA(_CODE, svd_solver="covariance_eigh").fit(flat(pictures.learned).astype(np.float64))
    rows = flat(pictures.unseen).astype(np.float64)
    best = float(np.square(rows - estimator.inverse_transform(estimator.transform(rows))).mean())
    apart = abs(numbers["squared_error"] - best)
    return [Point("PCA, 32: squared error, from scikit-learn's", apart, "<=", 1e-6, numbers["seconds"])]


def autoencoder(pictures: Pictures, seed: int) -> list[Point]:
    best = exercised("pca", {"code": _CODE}, pictures, seed)[0]["squared_error"]
    numbers, _ = exercised("autoencoder", _WORDS["autoencoder"], pictures, seed)
    error, seconds = numbers["squared_error"], numbers["seconds"]
    return [
        Point("autoencoder, 32: squared error", error, "<=", 0.0045, seconds),
        Point("autoencoder, 32: below PCA's", error, "<", best, seconds),
    ]


def vae(pictures: Pictures, seed: int) -> list[Point]:
    points = []
    for code, bound in ((2, -165.0), (20, -105.0)):
        numbers, _ = exercised("vae", _WORDS[f"vae {code}"], pictures.binarised(), seed)
        points.append(
            Point(f"VAE, {code}: evidence lower bound, nats", numbers["elbo"], ">=", bound, numbers["seconds"])
        )
    return points


def som(pictures: Pictures, seed: int, passes: int) -> list[Point]:
    from minisom import MiniSom

    from engine.projection.som_training import SelfOrganisingMap

    words = {"rows": _SIDE, "columns": _SIDE, "passes": passes, "radius": 1}
    numbers, done = exercised("som", words, pictures, seed)
    learned, unseen = flat(pictures.learned), flat(pictures.unseen)
    with mnist.timed() as seconds:
        peer = MiniSom(_SIDE, _SIDE, learned.shape[1], random_seed=seed)
        peer.random_weights_init(learned)
        peer.train(learned, passes * len(learned), random_order=True)

    def error(units: Any) -> float:
        """Mean distance of the unseen pictures to their best unit."""
        sheet = SelfOrganisingMap(_SIDE, _SIDE, np.ascontiguousarray(units, np.float32), ())
        return float(sheet.best_units(unseen, FitContext(seed, "cpu", Job()))[1].mean())

    ours, theirs = error(done.trained.som.units), error(peer.get_weights().reshape(_SIDE**2, -1))
    print(f"quantisation error: ours {ours:.4f}, MiniSom's {theirs:.4f}, in {passes} passes")
    return [
        Point("SOM, 30 x 30: error over MiniSom's", ours / theirs, "<=", 1.02, numbers["seconds"]),
        Point("SOM, 30 x 30: times as fast", seconds[0] / numbers["seconds"], ">=", 20, seconds[0]),
    ]


def main() -> None:
    parser = mnist.parser(__doc__)
    parser.add_argument("--only", default="pca,autoencoder,vae,som", help="which, with commas")
    parser.add_argument("--passes", type=int, default=1, help="of both maps over the data")
    arguments = parser.parse_args()
    pictures, seed, points = mnist.read(arguments.data), arguments.seed, []
    measured = {"pca": pca, "autoencoder": autoencoder, "vae": vae, "som": lambda p, s: som(p, s, arguments.passes)}
    for name in arguments.only.split(","):
        points += measured[name](pictures, seed)
    mnist.table(points)


if __name__ == "__main__":
    main()
