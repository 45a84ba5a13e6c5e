"""Runs one command: turns Ctrl-C into a cancel, and failures into sentences and exit statuses."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from engine.commands.check import check
from engine.commands.cluster import cluster
from engine.commands.corrections import correct, suggest
from engine.commands.file import file
from engine.commands.listing import listing
from engine.commands.measuring.benchmark import benchmark
from engine.commands.measuring.compare import compare
from engine.commands.measuring.fine_tune import fine_tune
from engine.commands.measuring.lab import lab
from engine.commands.organise import organise
from engine.commands.packs.gpu_pack import gpu_pack
from engine.commands.packs.models import models
from engine.commands.progress import shown_job
from engine.commands.text import say
from engine.commands.understanding.people import people
from engine.commands.understanding.search import search
from engine.commands.undo import undo
from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.library.explain import explain
from engine.library.safety.in_flight import leave

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130
STOPPED_MESSAGE = "Stopped; what was done so far is kept."
PATIENCE = 2.5  # seconds for a cancel to act; then the process just ends, which does the library no harm

COMMANDS: dict[str, Callable[[argparse.Namespace, Job], None]] = {
    "organise": organise,
    "cluster": cluster,
    "methods": listing,
    "backbones": listing,
    "maps": listing,
    "benchmark": benchmark,
    "compare": compare,
    "lab": lab,
    "fine-tune": fine_tune,
    "correct": correct,
    "suggest": suggest,
    "search": search,
    "file": file,
    "undo": undo,
    "people": people,
    "check": check,
    "gpu-pack": gpu_pack,
    "models": models,
}


def run(arguments: argparse.Namespace) -> int:
    job = shown_job(quiet=arguments.quiet, as_json=arguments.json_progress)
    _stop_on_ctrl_c(job)
    try:
        COMMANDS[arguments.command](arguments, job)
    except (Cancelled, KeyboardInterrupt):
        print(STOPPED_MESSAGE, file=sys.stderr)
        return STOPPED
    except Exception as error:
        sentence = explain(error, getattr(error, "library", None) or arguments.library)
        if sentence is None:
            raise
        say(sentence, error=True)
        return USAGE if sentence.usage else FAILED
    return DONE


def _stop_on_ctrl_c(job: Job) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        job.cancel()
        # A library call of minutes does not report: nothing on disk depends on how this process ends.
        deadline = threading.Timer(PATIENCE, _end)
        deadline.daemon = True
        deadline.start()

    signal.signal(signal.SIGINT, stop)
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, stop)


def _end() -> None:
    print(STOPPED_MESSAGE, file=sys.stderr, flush=True)
    leave()
    os._exit(STOPPED)
