"""The benchmark protocols: cluster labelled data with several seeds, score, and give the mean and the spread."""

from __future__ import annotations

import dataclasses
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from engine.clustering.assignment.out_of_sample import PcaTransform
from engine.clustering.features import Classifier, Preparation
from engine.clustering.kernel_logistic import joint_features
from engine.clustering.methods.method import Fit, Method, create
from engine.clustering.number.choose_k import MOST_CLUSTERS, choose_k
from engine.clustering.refinement.refine import refine
from engine.clustering.refinement.standing import Standing
from engine.core.devices import resolve
from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.measure.datasets import digits, folders
from engine.measure.scores import Labels, calibration_error, scores
from engine.questions.questions import CODES_WEIGHT
from engine.questions.suggest import suggest

Embed = Callable[[list[Path], Job], Floats]

_SEED_TRAIN, _SEED_ALL = 34_300, 49_000  # of protocol `seed`
_PROTOCOLS = {
    "mnist": ("seed", "paper", "train-test"),
    "folders": ("folders", "corrections", "kinds", "text", "faces", "search"),
}
_PROTOCOLS["fashion-mnist"] = _PROTOCOLS["mnist"]


@dataclass(frozen=True, slots=True)
class Sample:
    """Vectors (n, d) and their labels (n,)."""

    vectors: Floats
    truth: Labels

    def rows(self, which: Any) -> Sample:
        return Sample(self.vectors[which], self.truth[which])


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What is scored, by one of the protocols in docs/formats.md, and with what.

    `k` is a number, "auto" or "labels" (as many as there are labels). `holdout` is the share of the photos that is
    kept out of the fit and assigned afterwards. `questions` suggestions are answered from the labels, then the fit is
    refined by these answers, as in the program, and scored on the other photos.
    """

    dataset: str
    data: Path
    method: str
    protocol: str
    parameters: dict[str, Any] = field(default_factory=dict)
    k: int | str = "labels"
    seeds: Sequence[int] = (0,)
    device: str = "auto"
    threads: int | None = None
    questions: int | None = None
    holdout: float | None = None
    backbone: str | None = None

    def check(self) -> None:
        """Refuse what does not go together before any work is done (UserError)."""
        known = _PROTOCOLS.get(self.dataset)
        if known is None:
            raise UserError(
                "There is no data set {dataset!r}; there are: {names}.",
                dataset=self.dataset,
                names=", ".join(_PROTOCOLS),
                usage=True,
            )
        if self.protocol not in known:
            raise UserError(
                "{dataset} goes with --protocol {names}, not {protocol!r}.",
                dataset=self.dataset,
                names=" or ".join(known),
                protocol=self.protocol,
                usage=True,
            )
        if self.questions is not None and (self.protocol != "folders" or self.questions < 0):
            raise UserError("--questions goes with --protocol folders and is a whole number.", usage=True)
        if self.holdout is not None and (self.protocol != "folders" or not 0 <= self.holdout < 1):
            raise UserError("--holdout goes with --protocol folders and is a share from 0 to below 1.", usage=True)


def run_benchmark(
    benchmark: Benchmark,
    job: Job,
    *,
    embed: Embed | None = None,
    classifier: Callable[[], Classifier | None] | None = None,
) -> dict[str, Any]:
    """Score a method; returns the JSON of docs/formats.md, version 1.

    `embed` turns the paths of `folders` into vectors (n, d), a row of NaN for a picture that cannot be read; such rows
    are left out. With `classifier` these are pooled features, which are centred by the means of those that are
    fitted, as in a library.
    """
    benchmark.check()
    dataset, seeds, holdout = benchmark.dataset, benchmark.seeds, benchmark.holdout
    method = create(benchmark.method, benchmark.parameters)
    device = resolve(benchmark.device)
    started = time.perf_counter()
    pixels = dataset != "folders"
    sample, rest = _pixels(benchmark) if pixels else _embedded(benchmark.data, embed, job)
    embedded = 0.0 if pixels else time.perf_counter() - started
    runs = []
    for done, seed in enumerate(seeds):
        job.report("benchmark", done, len(seeds), f"seed {seed}")
        fitted, held_out = _hold_out(sample, holdout, seed) if holdout else (sample, rest)
        if classifier is not None and not pixels:
            fitted, held_out = _prepared(fitted, held_out, classifier())
        run = _run(benchmark, method, fitted, held_out, FitContext(seed, device, job))
        if holdout and run["test"] is None:
            raise UserError(
                "--holdout needs a method that can assign new photos; {method_name} cannot.",
                method_name=benchmark.method,
                usage=True,
            )
        runs.append(run | {"seconds": {"embed": embedded} | run["seconds"], "peak_mb": peak_mb()})
    job.report("benchmark", len(seeds), len(seeds))
    return report(benchmark, runs)


def report(benchmark: Benchmark, runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The runs with their mean and spread, and what was measured: the JSON of docs/formats.md, version 1."""
    columns = {name: [run[name] for run in runs] for name in ("acc", "nmi", "ari")}
    return {
        "version": 1,
        "dataset": benchmark.dataset,
        "protocol": benchmark.protocol,
        "method": benchmark.method,
        "parameters": dataclasses.asdict(create(benchmark.method, benchmark.parameters)),  # type: ignore[call-overload]
        "backbone": None if benchmark.dataset != "folders" else benchmark.backbone,
        "device": resolve(benchmark.device),
        "threads": benchmark.threads,
        "runs": runs,
        "mean": {name: float(np.mean(values)) for name, values in columns.items()},
        "spread": {name: max(values) - min(values) for name, values in columns.items()},
    }


def peak_mb() -> float:
    """The most memory this process has held so far, in MiB."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset / 2**20)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def _pixels(benchmark: Benchmark) -> tuple[Sample, Sample | None]:
    """What is clustered, and what is only assigned."""
    data, protocol = benchmark.data, benchmark.protocol
    loaded = digits(data)
    sample = Sample(loaded.images, loaded.labels)
    if protocol == "paper":
        return sample, None
    if protocol == "train-test":
        return sample.rows(slice(loaded.train)), sample.rows(slice(loaded.train, None))
    if loaded.train < _SEED_ALL:
        raise UserError(
            "Protocol seed takes {all:,} training images, but {data} holds {count:,}.",
            all=_SEED_ALL,
            data=data,
            count=loaded.train,
        )
    return sample.rows(slice(_SEED_TRAIN)), sample.rows(slice(_SEED_TRAIN, _SEED_ALL))


def _embedded(data: Path, embed: Embed | None, job: Job) -> tuple[Sample, None]:
    if embed is None:
        raise ValueError("pictures in folders have to be embedded")
    paths, names = folders(data, job)
    vectors = embed(paths, job)
    readable = np.isfinite(vectors).all(axis=1)
    if not readable.any():
        raise UserError("None of the {count:,} pictures in {data} can be read.", count=len(paths), data=data)
    return Sample(vectors, np.array(names)).rows(readable), None


def _hold_out(sample: Sample, share: float, seed: int) -> tuple[Sample, Sample]:
    order = np.random.default_rng(seed).permutation(len(sample.truth))
    count = round(share * len(order))
    return sample.rows(np.sort(order[count:])), sample.rows(np.sort(order[:count]))


def _prepared(fitted: Sample, held_out: Sample | None, classifier: Classifier | None) -> tuple[Sample, Sample | None]:
    preparation, vectors = Preparation.fit(fitted.vectors, classifier)
    if held_out is not None:
        held_out = Sample(preparation.transform(held_out.vectors, classifier), held_out.truth)
    return Sample(vectors, fitted.truth), held_out


def _run(
    benchmark: Benchmark, method: Method, fitted: Sample, held_out: Sample | None, context: FitContext
) -> dict[str, Any]:
    seed, device, job = context.seed, context.device, context.job
    started = time.perf_counter()
    clusters = _k(benchmark.k, fitted, seed, job)
    fit = method.fit(fitted.vectors, clusters, seed=seed, device=device, job=job)
    rest: Any = slice(None)
    if benchmark.questions:
        reduced = PcaTransform.fit(fitted.vectors, seed=seed, job=job).transform(fitted.vectors)
        questioned = _questions(fit, reduced, benchmark.questions, seed, job)
        fit = _refined(fit, reduced, _answered(fit, questioned, fitted.truth), context)
        clusters = len(np.unique(fit.labels))
        rest = np.setdiff1d(np.arange(len(fitted.truth)), questioned)
    fit_seconds = time.perf_counter() - started
    test, test_seconds = None, 0.0
    if held_out is not None and fit.predict is not None:
        started = time.perf_counter()
        test = scores(held_out.truth, fit.predict(held_out.vectors).argmax(axis=1))
        test_seconds = time.perf_counter() - started
    return {
        "seed": seed,
        "k": clusters,
        **scores(fitted.truth[rest], fit.labels[rest]),
        "calibration": calibration_error(fitted.truth[rest], fit.labels[rest], fit.probabilities[rest]),
        "test": test,
        "seconds": {"fit": fit_seconds, "predict": test_seconds},
    }


def _questions(fit: Fit, reduced: Floats, count: int, seed: int, job: Job) -> Ints:
    """The rows that the program would ask about after this fit; at least one photo is left to score."""
    space = joint_features(reduced, fit.codes, CODES_WEIGHT)
    count = min(count, len(space) - 1)
    return suggest(space, fit.probabilities, count, np.empty(0, np.int64), seed=seed, job=job)


def _answered(fit: Fit, questioned: Ints, truth: Labels) -> Standing:
    """What stands once a user has put these rows into the cluster that has most of their label, or into a new one."""
    labels = fit.labels.copy()
    pins, asked = np.full((2, len(truth)), -1, np.int64)
    meaning = {c: _most_frequent(truth[labels == c]) for c in np.unique(labels).tolist()}
    k = fit.probabilities.shape[1]
    for row in questioned.tolist():
        homes = [c for c, label in meaning.items() if label == truth[row]]
        home = max(homes, key=lambda c: int((truth[labels == c] == truth[row]).sum()), default=k)
        k = max(k, home + 1)
        meaning[home] = truth[row]
        asked[row] = fit.labels[row]
        pins[row] = labels[row] = home
    return Standing(k, labels, pins, asked, asked >= 0)


def _most_frequent(labels: Labels) -> Any:
    values, counts = np.unique(labels, return_counts=True)
    return values[counts.argmax()]


def _refined(fit: Fit, reduced: Floats, standing: Standing, context: FitContext) -> Fit:
    """The fit as a retrain of the program would refine it."""
    probabilities = np.zeros((len(standing.labels), standing.k), np.float32)
    probabilities[:, : fit.probabilities.shape[1]] = fit.probabilities
    found = refine(reduced, fit.codes, standing, probabilities, seed=context.seed, job=context.job)
    return Fit(found.labels, found.probabilities, codes=fit.codes)


def _k(k: int | str, sample: Sample, seed: int, job: Job) -> int:
    n = len(sample.truth)
    if k == "labels":
        return len(np.unique(sample.truth))
    if k == "auto":
        return choose_k(sample.vectors, 2, min(MOST_CLUSTERS, n - 1), seed=seed, job=job)[0] if n > 3 else 1
    if not 1 <= int(k) <= n:
        raise UserError("k = {k} does not lie between 1 and the {n:,} pictures there are.", k=k, n=n, usage=True)
    return int(k)
