"""`compare`: clustering methods side by side on a folder: JSON, a page, and a table."""

from __future__ import annotations

import argparse
import dataclasses
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.clustering.methods.method import create, methods
from engine.commands.measuring.benchmark import numbers_of
from engine.commands.measuring.reading import read_library
from engine.commands.organise import check_outputs, write_json
from engine.commands.text import say
from engine.core import devices
from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.backbone import open_backbone

if TYPE_CHECKING:
    from engine.lab.shootout.compare import Question


def compare(arguments: argparse.Namespace, job: Job) -> None:
    from engine.lab.shootout.compare import between
    from engine.lab.shootout.compare import compare as run
    from engine.lab.shootout.page import write_comparison
    from engine.projection.projector import create as create_map

    check_outputs(arguments)
    names = arguments.methods.split(",") if arguments.methods else methods.names()
    for name in names:
        create(name)
    question = _question(arguments, job)
    answers = run(question, [(name, {}) for name in names], job)
    judged = any(a.agreement is not None for a in answers)
    numbers: dict[str, Any] = {
        "version": 1,
        "folder": str(arguments.folder.resolve()),
        "k": question.k,
        "seeds": list(question.seeds),
        "judge": ("folders" if question.folders is not None else "corrections") if judged else None,
        "methods": [{f.name: getattr(a, f.name) for f in dataclasses.fields(a) if f.name != "labels"} for a in answers],
        "between": between(answers),
    }
    if arguments.out:
        write_json(arguments.out, numbers)
    if arguments.report:
        xy = create_map("neighbours").project(question.vectors, seed=0, device=question.device, job=job.within("map"))
        write_comparison(numbers, answers, xy, arguments.report)
    if not arguments.quiet:
        _print_table(numbers)


def _question(arguments: argparse.Namespace, job: Job) -> Question:
    from engine.clustering.features import Preparation
    from engine.clustering.number.choose_k import MOST_CLUSTERS, choose_k
    from engine.lab.shootout.compare import Question
    from engine.pipeline.embed import classifier_of, embedding_of

    backbone = open_backbone(arguments.backbone)
    seeds = tuple(numbers_of("--seeds", arguments.seeds))
    with read_library(arguments.folder, arguments, job, backbone) as library:
        files = library.catalog.files.readable()
        if not files:
            raise UserError("None of the pictures there could be read.")
        embedding = embedding_of(library, backbone)
        _, vectors = Preparation.fit(embedding.vectors, classifier_of(backbone))
        corrections = library.catalog.corrections.all()
        path_of = {file.id: file.path for file in files}
    n = len(vectors)
    k = arguments.k
    if k == "auto":
        k = choose_k(vectors, 2, min(MOST_CLUSTERS, n - 1), seed=seeds[0], job=job)[0] if n > 3 else 1
    if k > n:
        raise UserError("k = {k} is more than the {count:,} photos that could be read.", k=k, count=n)
    folders = None
    if arguments.folders_are_labels:
        folders = np.array([path_of[int(i)].rpartition("/")[0] for i in embedding.ids])
    device = devices.resolve(arguments.device)
    return Question(embedding.ids, vectors, k, seeds, device, corrections, folders)


def _print_table(numbers: dict[str, Any]) -> None:
    say(f"{'method':<18}{'agreement':>10}{'silhouette':>12}{'stability':>11}{'seconds':>9}")
    for row in numbers["methods"]:
        agreement = "-" if row["agreement"] is None else f"{row['agreement']:.3f}"
        say(
            f"{row['method']:<18}{agreement:>10}{row['silhouette']:>12.3f}{row['stability']:>11.3f}{row['seconds']:>9.1f}"
        )
