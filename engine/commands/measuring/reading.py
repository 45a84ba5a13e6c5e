"""A folder opened as a library in which every picture was read, and embedded where that is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.core import devices
from engine.core.job import Job
from engine.embedding.backbone import Backbone
from engine.filing.opening import open_recovered
from engine.library.library import Library
from engine.pipeline.embed import embed
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan


@contextmanager
def read_library(
    folder: Path, arguments: argparse.Namespace, job: Job, backbone: Backbone | None = None
) -> Iterator[Library]:
    """The library of `folder`, its pictures read, and embedded by `backbone` where there is one."""
    library, root = open_recovered(folder, arguments.library, "photoloom-engine", job)
    with library:
        outcome, threads = Outcome(), arguments.threads or devices.cores()
        scan(library, root, outcome, job)
        read(library, threads, outcome, job)
        if backbone is not None:
            embed(library, backbone, devices.resolve(arguments.device), threads, outcome, job)
        yield library
