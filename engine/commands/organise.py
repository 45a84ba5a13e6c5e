"""`organise`: a folder in; JSON, an HTML report and a few lines out."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.commands.text import say
from engine.core import devices
from engine.core.job import Job
from engine.filing.opening import open_recovered
from engine.library.catalog.understanding.face_table import ALLOWED
from engine.library.links import follow_links
from engine.library.outputs.own import check_output
from engine.library.outputs.whole import write_whole
from engine.pipeline.care.weekly import look_weekly
from engine.pipeline.options import OrganiseOptions, Outcome
from engine.pipeline.organise import organise as run_pipeline
from engine.pipeline.result import result_of, thumbnails_of
from engine.pipeline.understand import understand

if TYPE_CHECKING:
    from engine.commands.measuring.record import Record


def organise(arguments: argparse.Namespace, job: Job) -> None:
    options = OrganiseOptions(
        k=None if arguments.k == "auto" else arguments.k,
        method=arguments.method,
        parameters=dict(arguments.set),
        backbone=arguments.backbone,
        map=arguments.map,
        device=arguments.device,
        threads=arguments.threads or devices.cores(),
        seed=arguments.seed,
    )
    options.check()
    check_outputs(arguments)
    record = None if arguments.record is None else _record(arguments)
    library, root = open_recovered(arguments.folder, arguments.library, "photoloom-engine", job)
    with library:
        if arguments.follow_links:
            follow_links(library.catalog, root)
        try:
            watched = job if record is None else job.watched(record.watch)
            outcome = run_pipeline(library, root, options, watched, download=arguments.download)
            if arguments.understand and not library.read_only:
                if "people" in arguments.understand:  # to say so is to agree to it
                    library.catalog.set_setting(ALLOWED, "yes")
                understand(library, arguments.understand, job)
            look_weekly(library, options, job)
            result = result_of(library, root, options, outcome, places=arguments.out is not None)
            if arguments.out:
                write_json(arguments.out, result)
            if arguments.report:
                from engine.report.page import write_report

                thumbnails = thumbnails_of(library, root)
                write_report(result, Path(result["folder"]), thumbnails.get, arguments.report)
            if record is not None:
                record.save_library(library, Path(result["folder"]).name, job)
        except Exception as error:
            error.library = library.folder  # type: ignore[attr-defined]  # for the sentence about a full disk
            raise
    if not arguments.quiet:
        _print_summary(result, outcome, arguments)


def _record(arguments: argparse.Namespace) -> Record:
    from engine.commands.measuring.record import Record

    method = arguments.method, dict(arguments.set)
    return Record.begin(arguments.record, method, arguments.seed, arguments.device)


def check_outputs(arguments: argparse.Namespace) -> None:
    """Refuse before anything runs what would replace a file of the user's."""
    if arguments.out:
        check_output(arguments.out)
    if arguments.report:
        from engine.report.page import check_report

        check_report(arguments.report)


def write_json(out: Path, value: dict[str, Any]) -> None:
    """Write JSON, whole or not at all; a place that cannot be written is a UserError."""
    write_whole(out, [json.dumps(value, indent=1).encode("utf-8")])


def _print_summary(result: dict[str, Any], outcome: Outcome, arguments: argparse.Namespace) -> None:
    say(f"{len(result['photos']):,} photos in {result['k']} clusters")
    for cluster in result["clusters"]:
        say(f"  {cluster['size']:6,}  {cluster['name']}")
    if outcome.placed:
        say(f"  {outcome.placed:6,}  new, placed without training")
    if result["skipped"]:
        say(f"  {len(result['skipped']):6,}  could not be read")
    if outcome.growing:
        say(f"  {outcome.growing:6,}  still being written: run again")
    for line in _beside(outcome):
        say(f"  {line}")
    for problem in outcome.problems:
        say(f"  {problem.path} {problem.reason}")
    if arguments.report:
        say(f"The report is in {arguments.report / 'index.html'}")
    if arguments.record:
        say(f"How it learned is on record in {arguments.record / 'index.html'}")


def _beside(outcome: Outcome) -> list[str]:
    """What lies beside the photos and is left alone, in a line each."""
    beside, lines = outcome.beside, []
    if count := beside.unknown.total():
        what = "file of a kind that is" if count == 1 else "files of kinds that are"
        lines.append(f"{count:6,}  {what} not read: {', '.join(beside.kinds())}")
    if count := beside.left_out.total():
        what = "folder of another program was" if count == 1 else "folders of other programs were"
        lines.append(f"{count:6,}  {what} left out: {', '.join(beside.programs())}")
    return lines
