"""Several methods on the same vectors, with the same k and seeds."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import psutil

from engine.clustering.methods.method import Constraints, Fit, Method, create
from engine.clustering.quality import Silhouette, nmi
from engine.core.job import Job
from engine.core.records import Corrections, Device, Floats, Ints, Progress
from engine.lab.shootout.agreement import with_corrections
from engine.measure.scores import acc


@dataclass(frozen=True, slots=True)
class Question:
    """What every method is given: `vectors` (n, d) of the files `ids` (n,), k, the seeds, and who judges.

    With `folders` (n,), numbers of folders that count as labels, these judge; else the user's corrections, where there
    are enough.
    """

    ids: Ints
    vectors: Floats
    k: int
    seeds: tuple[int, ...]
    device: Device
    corrections: Corrections
    folders: Ints | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A method's fits, one a seed, and their scores (see `as_json` in contracts of `compare`)."""

    method: str
    parameters: dict[str, Any]
    labels: tuple[Ints, ...]
    agreement: float | None
    silhouette: float
    stability: float
    seconds: float
    peak_mb: float


def compare(question: Question, methods: Sequence[tuple[str, dict[str, Any]]], job: Job) -> Iterator[Answer]:
    """The answers of `methods` (name and parameters), in order, each as soon as it is there; progress is by method."""
    silhouette = Silhouette(question.vectors)
    for number, (name, values) in enumerate(methods):

        def of_all(progress: Progress, number: int = number, name: str = name) -> Progress:
            share = progress.done / progress.total if progress.total else 0.0
            return Progress("compare", round(1000 * (number + share)), 1000 * len(methods), name)

        job.report("compare", 1000 * number, 1000 * len(methods), name)
        yield _answer(question, name, values, silhouette, job.mapped(of_all))
    job.report("compare", 1000 * len(methods), 1000 * len(methods))


def likeness(one: Answer, other: Answer) -> float:
    """The NMI of two methods' clusters, the mean over the seeds."""
    return float(np.mean([nmi(x, y) for x, y in zip(one.labels, other.labels, strict=True)]))


def between(answers: Sequence[Answer]) -> list[list[float]]:
    """The likeness of every two methods."""
    return [[likeness(a, b) for b in answers] for a in answers]


def _answer(question: Question, name: str, values: dict[str, Any], silhouette: Silhouette, job: Job) -> Answer:
    method = create(name, values)
    peak = _Peak(job)
    found, seconds = [], []
    for seed in question.seeds:
        started = time.perf_counter()
        found.append(_fit(method, question, seed, peak.job, None).labels)
        seconds.append(time.perf_counter() - started)
    pairs = [nmi(a, b) for a, b in combinations(found, 2)]
    return Answer(
        name,
        dataclasses.asdict(method),  # type: ignore[call-overload]
        tuple(found),
        _agreement(question, method, found, peak.job),
        float(np.mean([silhouette.mean(labels) for labels in found])),
        float(np.mean(pairs)) if pairs else 1.0,
        min(seconds),  # the first fit of all imports libraries
        peak.mb,
    )


def _agreement(question: Question, method: Method, found: Sequence[Ints], job: Job) -> float | None:
    if question.folders is not None:
        return float(np.mean([acc(question.folders, labels) for labels in found]))
    seed = question.seeds[0]
    return with_corrections(
        question.corrections, question.ids, seed, lambda told: _fit(method, question, seed, job, told)
    )


def _fit(method: Method, question: Question, seed: int, job: Job, told: Constraints | None) -> Fit:
    k = max(question.k, told.anchors if told else 1)
    return method.fit(question.vectors, k, seed=seed, device=question.device, job=job, constraints=told)


class _Peak:
    """A job that notes the most memory this process holds whenever it reports."""

    def __init__(self, job: Job) -> None:
        self._process, self._next, self.mb = psutil.Process(), 0.0, 0.0
        self.job = job.mapped(self._noted)

    def _noted(self, progress: Progress) -> Progress:
        if (now := time.monotonic()) >= self._next:
            self._next = now + 0.1
            self.mb = max(self.mb, self._process.memory_info().rss / 2**20)
        return progress
