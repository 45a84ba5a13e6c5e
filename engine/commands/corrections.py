"""`correct` and `suggest`: apply corrections to an organised folder, and list photos worth asking about."""

from __future__ import annotations

import argparse
import json

from engine.commands.text import say
from engine.core.job import Job
from engine.edits import corrections_file as corrections
from engine.filing.opening import open_recovered
from engine.questions.questions import questions


def correct(arguments: argparse.Namespace, job: Job) -> None:
    entries = corrections.read_corrections(arguments.source)
    library, root = open_recovered(arguments.folder, arguments.library, "photoloom-engine", job)
    with library:
        count = corrections.correct(library, root, entries, job)
    if not arguments.quiet:
        print(f"{count:,} {'edit' if count == 1 else 'edits'} made; organise the folder again to learn from them.")


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
