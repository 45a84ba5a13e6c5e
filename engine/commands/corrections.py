"""`correct` and `suggest`: apply corrections, take names over, and list photos worth asking about."""

from __future__ import annotations

import argparse
import json

from engine.commands.text import say
from engine.core.errors import UserError
from engine.core.job import Job
from engine.edits import corrections_file as corrections
from engine.edits import take_over
from engine.edits.history import History
from engine.filing.opening import open_recovered
from engine.library.library import Library
from engine.questions.questions import questions


def correct(arguments: argparse.Namespace, job: Job) -> None:
    if arguments.take_over:
        library, _ = open_recovered(arguments.folder, arguments.library, "photoloom-engine", job)
        with library:
            _take_over(library, arguments, job)
        return
    if arguments.dry_run:
        raise UserError("--dry-run goes with --take-over.", usage=True)
    entries = corrections.read_corrections(arguments.source)
    library, root = open_recovered(arguments.folder, arguments.library, "photoloom-engine", job)
    with library:
        count = corrections.correct(library, root, entries, job)
    if not arguments.quiet:
        print(f"{count:,} {'edit' if count == 1 else 'edits'} made; organise the folder again to learn from them.")


def _take_over(library: Library, arguments: argparse.Namespace, job: Job) -> None:
    """Names and pins from folders or tags, as one edit; with --dry-run they are only listed."""
    from engine.filing.taking_over.proposals import proposal

    groups = proposal(library, arguments.take_over, job)
    if not groups and arguments.take_over == "tags":
        raise UserError("There are no tags to take over in {folder}.", folder=arguments.folder)
    if not groups:
        raise UserError("No folder in {folder} has a name that says what is in it.", folder=arguments.folder)
    edit = take_over(library.catalog, [(group.name, group.files) for group in groups])
    if not arguments.dry_run:
        History(library.catalog).do(edit)
    if not arguments.quiet:
        names, photos = len(edit.groups), sum(len(group["files"]) for group in edit.groups)
        would = "would be " if arguments.dry_run else ""
        say(f"{names:,} {'cluster' if names == 1 else 'clusters'} {would}named, {photos:,} "
            f"{'photo' if photos == 1 else 'photos'} {would}pinned")  # fmt: skip
        for group in sorted(edit.groups, key=lambda group: (-len(group["files"]), group["name"])):
            say(f"  {len(group['files']):6,}  {group['name']}")


def suggest(arguments: argparse.Namespace, job: Job) -> None:
    library, root = open_recovered(arguments.folder, arguments.library, "photoloom-engine", job)
    with library:
        found = questions(library, root, arguments.count, seed=arguments.seed, job=job)
    if arguments.json:
        print(json.dumps(found, indent=1))
        return
    for photo in found["photos"]:
        likely = ", ".join(f"{c['name']} {c['probability']:.0%}" for c in photo["likeliest"])
        say(f"{photo['path']}: {likely}")
