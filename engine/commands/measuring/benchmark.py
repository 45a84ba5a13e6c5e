"""`benchmark`: scores a method on labelled data by one of the protocols in docs/formats.md."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from engine.commands.measuring.understanding import measure_understanding
from engine.commands.organise import write_json
from engine.commands.parser import UNDERSTANDING
from engine.core.errors import UserError
from engine.core.job import Job
from engine.library.outputs.own import check_output

if TYPE_CHECKING:
    from engine.measure.benchmark import Benchmark


def benchmark(arguments: argparse.Namespace, job: Job) -> None:
    from engine.commands.measuring.record import begin_digits
    from engine.embedding.backbone import open_backbone
    from engine.measure.benchmark import Benchmark, run_benchmark
    from engine.measure.labelled import vectors_of
    from engine.pipeline.embed import classifier_of
    from engine.pipeline.options import OrganiseOptions

    if arguments.out:
        check_output(arguments.out)
    options = OrganiseOptions(backbone=arguments.backbone, device=arguments.device, threads=arguments.threads)
    asked = Benchmark(
        dataset=arguments.dataset,
        data=arguments.data,
        method=arguments.method,
        protocol=arguments.protocol,
        parameters=dict(arguments.set),
        k=arguments.k,
        seeds=numbers_of("--seeds", arguments.seeds),
        device=arguments.device,
        threads=arguments.threads,
        questions=arguments.questions,
        holdout=arguments.holdout,
        backbone=arguments.backbone,
    )
    recorded = None if arguments.record is None else begin_digits(asked, arguments.record)
    if arguments.protocol == "corrections":
        numbers = _corrections(asked, arguments, job)
    elif arguments.protocol in UNDERSTANDING:
        asked.check()
        numbers = measure_understanding(arguments, options, job)
    else:
        numbers = run_benchmark(
            asked,
            job if recorded is None else job.watched(recorded[0].watch),
            embed=vectors_of(arguments.data, arguments.library, options),
            classifier=lambda: classifier_of(open_backbone(arguments.backbone)),
        )
    if recorded is not None:
        recorded[0].save_digits(recorded[1], arguments.dataset, job)
    if arguments.out:
        write_json(arguments.out, numbers)
    else:
        print(json.dumps(numbers, indent=1))


def _corrections(asked: Benchmark, arguments: argparse.Namespace, job: Job) -> dict[str, Any]:
    """Protocol `corrections`: its tables go to standard output, or beside the JSON to standard error."""
    from engine.measure.corrections.protocol import ALL, Corrections, run_corrections
    from engine.measure.corrections.summary import table_of

    kinds = arguments.cases.split(",") if arguments.cases else ALL
    wanted = Corrections(kinds, numbers_of("--sizes", arguments.sizes))
    numbers = run_corrections(asked, wanted, arguments.library, job)
    if not arguments.quiet:
        print(table_of(numbers), file=sys.stdout if arguments.out else sys.stderr)
    return numbers


def numbers_of(flag: str, text: str) -> list[int]:
    """Whole numbers with commas between them."""
    try:
        return [int(number) for number in text.split(",")]
    except ValueError:
        raise UserError(
            "{flag} takes whole numbers with commas, such as 0,1,2; not {words!r}.", flag=flag, words=text, usage=True
        ) from None
