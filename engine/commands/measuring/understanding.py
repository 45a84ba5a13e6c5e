"""The protocols of `benchmark` that score what is understood of pictures."""

from __future__ import annotations

import argparse
from typing import Any

from engine.core.errors import UserError
from engine.core.job import Job
from engine.pipeline.options import OrganiseOptions


def measure_understanding(arguments: argparse.Namespace, options: OrganiseOptions, job: Job) -> dict[str, Any]:
    """The numbers of one of these protocols."""
    data, library = arguments.data, arguments.library
    if arguments.protocol == "kinds":
        from engine.measure.understanding.kinds import run_kinds

        return run_kinds(data, arguments.truth, library, options, job)
    if arguments.protocol == "text":
        from engine.measure.understanding.text import run_text

        return run_text(data, library, options, job)
    if arguments.protocol == "faces":
        from engine.measure.understanding.faces import run_faces

        return run_faces(data, library, options, job)
    from engine.measure.understanding.search import run_search

    if arguments.truth is None:
        raise UserError("--protocol search needs --truth FILE: what each query should find.", usage=True)
    return run_search(data, arguments.truth, library, options, job)
