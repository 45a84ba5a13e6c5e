"""Runs the cases of the protocol and measures each."""

from __future__ import annotations

import dataclasses
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding import DEFAULT_BACKBONE
from engine.measure.benchmark import Benchmark, peak_mb, report
from engine.measure.corrections.cases import KINDS, SIZES, Case, Gesture, cases_of, make
from engine.measure.corrections.owner import HABITS, Owner
from engine.measure.corrections.standing import Standing
from engine.measure.corrections.summary import summary_of
from engine.measure.corrections.trial import EmbeddedPhotos, Trial, embed_photos, trial
from engine.measure.scores import scores
from engine.pipeline.options import OrganiseOptions

OWNER = "owner"  # the simulated owner (owner.py)
ALL = (*KINDS, OWNER)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is asked of the protocol: the kinds of cases (cases.py, and OWNER), and how many photos each is about."""

    kinds: Sequence[str] = ALL
    sizes: Sequence[int] = SIZES

    def check(self) -> None:
        """Refuse kinds that there are not (UserError)."""
        unknown = [kind for kind in self.kinds if kind not in ALL]
        if unknown:
            raise UserError(
                "There are no cases {kind!r}; there are: {names}.", kind=unknown[0], names=", ".join(ALL), usage=True
            )
        if min(self.sizes, default=0) < 1:
            raise UserError("--sizes takes whole numbers from 1 on.", usage=True)


def run_case(made: Trial, case: Case) -> dict[str, Any]:
    """One case from the organised library on: the gesture, a retrain that is accepted, and what came of it."""
    made.reset()
    gesture = make(made, case)
    before = made.standing()
    started = time.perf_counter()
    offered = made.retrain()
    seconds = time.perf_counter() - started
    return {
        "kind": case.kind,
        "n": case.n,
        "label": gesture.label,
        "offered": offered,
        "seconds": round(seconds, 2),
        **measure(before, made.standing(), gesture),
    }


def measure(before: Standing, after: Standing, gesture: Gesture) -> dict[str, Any]:
    """What a retrain has changed, by the fields of docs/formats.md; None where there is nothing to tell."""
    free = ~after.pinned
    untouched = ~before.rows(gesture.touched)
    moved = (before.piles != after.piles) & free
    n = len(before.ids)
    found: dict[str, Any] = {
        "acc_before": before.acc(untouched),
        "acc": after.acc(untouched),
        "purity_before": before.purity(untouched),
        "purity": after.purity(untouched),
        "moved": int(moved.sum()) / n,
        "moved_right": int((moved & before.right).sum()) / n,
        "harmed": int((moved & before.right & ~after.right).sum()) / n,
        "helped": int((moved & ~before.right & after.right).sum()) / n,
    }
    if gesture.pile is None or gesture.label is None:
        return found
    pile, label = gesture.pile, gesture.label
    return found | {
        "size": int((after.piles == pile).sum()),
        "precision_gesture": before.precision(pile, label),
        "precision_with_pins": after.precision(pile, label),
        "precision": after.precision(pile, label, free),
        "recall": after.recall(pile, label, untouched),
        "recall_scattered": after.recall(pile, label, untouched & ~before.right),
    }


def run_corrections(benchmark: Benchmark, asked: Corrections, library: Path | None, job: Job) -> dict[str, Any]:
    """The cases of each seed, which also draws the order of the photos; the JSON of docs/formats.md, version 1."""
    benchmark.check()
    asked.check()
    options = OrganiseOptions(
        method=benchmark.method,
        parameters=benchmark.parameters,
        backbone=benchmark.backbone or DEFAULT_BACKBONE,
        map="pca",  # the quickest: nobody looks at it
        device=benchmark.device,
        threads=benchmark.threads,
    )
    options.check()
    runs = []
    with tempfile.TemporaryDirectory(prefix="photoloom-corrections-") as place:
        embedded = embed_photos(benchmark.data, library, options, Path(place) / "library", job)
        k = _k(benchmark.k, embedded)
        for seed in benchmark.seeds:
            seeded = dataclasses.replace(options, k=k, seed=seed)
            runs.append(_run(asked, embedded, seeded, Path(place), job))
    return report(benchmark, runs) | summary_of(runs)


def _k(k: int | str, embedded: EmbeddedPhotos) -> int | None:
    if k == "auto":
        return None
    return len(embedded.labels) if k == "labels" else int(k)


def _run(
    asked: Corrections, embedded: EmbeddedPhotos, options: OrganiseOptions, folder: Path, job: Job
) -> dict[str, Any]:
    seed, started = options.seed, time.perf_counter()
    job.report("benchmark", 0, 0, f"seed {seed}: organising {len(embedded.photos):,} photos")
    quiet = Job(lambda _: job.report("benchmark", 0, 0, f"seed {seed}"))  # that a cancel is heard
    with trial(embedded, options, folder, quiet) as made:
        fit_seconds = time.perf_counter() - started
        start = made.standing()
        cases = list(cases_of(start, [kind for kind in asked.kinds if kind != OWNER], asked.sizes))
        records = []
        for done, case in enumerate(cases):
            job.report("benchmark", done, len(cases), f"seed {seed}: {case}")
            records.append(run_case(made, case))
        owners = [Owner(made, habit).sort() for habit in HABITS] if OWNER in asked.kinds else []
    return {
        "seed": seed,
        "k": len(start.meaning),
        **scores(start.truth, np.unique(start.piles, return_inverse=True)[1]),
        "test": None,
        "seconds": {"fit": fit_seconds, "cases": time.perf_counter() - started - fit_seconds},
        "peak_mb": peak_mb(),
        "cases": records,
        "owners": owners,
    }
