"""`benchmark`: scores a method on labelled data by one of the protocols in docs/formats.md."""

from __future__ import annotations

import argparse
import json

from engine.commands.organise import write_json
from engine.core.errors import UserError
from engine.core.job import Job


def benchmark(arguments: argparse.Namespace, job: Job) -> None:
    from engine.embedding.backbone import open_backbone
    from engine.measure.benchmark import Benchmark, run_benchmark
    from engine.measure.labelled import vectors_of
    from engine.pipeline.options import OrganiseOptions

    options = OrganiseOptions(backbone=arguments.backbone, device=arguments.device, threads=arguments.threads)
    asked = Benchmark(
        dataset=arguments.dataset,
        data=arguments.data,
        method=arguments.method,
        protocol=arguments.protocol,
        parameters=dict(arguments.set),
        k=arguments.k,
        seeds=_seeds(arguments.seeds),
        device=arguments.device,
        threads=arguments.threads,
        questions=arguments.questions,
        holdout=arguments.holdout,
        backbone=arguments.backbone,
    )
    numbers = run_benchmark(
        asked,
        job,
        embed=vectors_of(arguments.data, arguments.library, options),
        classifier=lambda: open_backbone(arguments.backbone).classifier(),
    )
    if arguments.out:
        write_json(arguments.out, numbers)
    else:
        print(json.dumps(numbers, indent=1))


def _seeds(text: str) -> list[int]:
    try:
        return [int(seed) for seed in text.split(",")]
    except ValueError:
        raise UserError(
            "--seeds takes whole numbers with commas, such as 0,1,2; not {words!r}.", words=text, usage=True
        ) from None
