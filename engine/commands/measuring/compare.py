"""`compare`: clustering methods side by side on a folder: JSON, a page, and a table."""

from __future__ import annotations

import argparse
import dataclasses
from typing import TYPE_CHECKING, Any

from engine.clustering.methods.method import create, methods
from engine.commands.measuring.benchmark import numbers_of
from engine.commands.measuring.reading import read_library
from engine.commands.organise import check_outputs, write_json
from engine.commands.text import say
from engine.core import devices
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
    answers = list(run(question, [(name, {}) for name in names], job))
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
        write_comparison(numbers, answers, xy, arguments.report, question.folders)
    if not arguments.quiet:
        _print_table(numbers)


def _question(arguments: argparse.Namespace, job: Job) -> Question:
    from engine.lab.shootout.question import Asked, question_of

    backbone = open_backbone(arguments.backbone)
    k = None if arguments.k == "auto" else arguments.k
    asked = Asked(k, tuple(numbers_of("--seeds", arguments.seeds)), arguments.folders_are_labels)
    with read_library(arguments.folder, arguments, job, backbone) as library:
        return question_of(library, backbone, asked, devices.resolve(arguments.device), job)


def _print_table(numbers: dict[str, Any]) -> None:
    say(f"{'method':<18}{'agreement':>10}{'silhouette':>12}{'stability':>11}{'seconds':>9}")
    for row in numbers["methods"]:
        agreement = "-" if row["agreement"] is None else f"{row['agreement']:.3f}"
        say(
            f"{row['method']:<18}{agreement:>10}{row['silhouette']:>12.3f}{row['stability']:>11.3f}{row['seconds']:>9.1f}"
        )
