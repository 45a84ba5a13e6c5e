"""Progress on standard error: a bar a stage, or JSON lines."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from typing import Any

from tqdm import tqdm

from engine.core.job import Job
from engine.core.partials import Notice, Partial
from engine.core.records import Progress, Update

STAGES = {
    "scan": "Looking for pictures",
    "metadata": "Reading dates and places again",
    "thumbnails": "Reading pictures",
    "intake": "Sorting pictures in",
    "embed": "Looking at what they show",
    "cluster": "Finding what belongs together",
    "map": "Drawing the map",
    "check": "Checking the library",
    "plan-file": "Planning",
    "file": "Filing",
    "undo-file": "Taking it back",
    "gpu-pack": "Fetching the GPU pack",
    "gpu-pack-check": "Trying it",
    "gpu-pack-remove": "Deleting it",
    "model-pack": "Fetching the model pack",
    "model-pack-check": "Trying it",
    "model-pack-remove": "Deleting it",
}


def shown_job(*, quiet: bool, as_json: bool) -> Job:
    """A Job that reports to standard error as bars, as JSON lines or not at all."""
    if as_json:
        lines = _JsonLines()
        return Job(on_progress=lines.progress, on_partial=lines.partial)
    if quiet:
        return Job()
    return Job(on_progress=_Bars().progress, on_partial=_notice)


def _notice(partial: Partial) -> None:
    if isinstance(partial, Notice):
        tqdm.write(str(partial.sentence), file=sys.stderr)


class _JsonLines:
    def __init__(self) -> None:
        self._last = ("", 0.0)

    def progress(self, progress: Progress) -> None:
        stage, at = self._last
        now = time.monotonic()
        if stage == progress.stage and now - at < 0.1 and progress.done != progress.total:
            return
        self._last = (progress.stage, now)
        self._print_json(
            {
                "stage": progress.stage,
                "done": progress.done,
                "total": progress.total,
                "message": progress.message,
            }
        )

    def partial(self, partial: Partial) -> None:
        if isinstance(partial, Update):
            self._print_json({"update": asdict(partial)})
        elif isinstance(partial, Notice):
            self._print_json({"notice": {"text": str(partial.sentence)}})

    def _print_json(self, message: dict[str, Any]) -> None:
        print(json.dumps(message), file=sys.stderr, flush=True)


class _Bars:
    """One bar a stage; where the stage's steps start again (pretraining, then self-training) the bar does too."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._stage = ""

    def progress(self, progress: Progress) -> None:
        if self._bar is None or progress.stage != self._stage or progress.done < self._bar.n:
            if self._bar is not None:
                self._bar.close()
            self._stage = progress.stage
            self._bar = tqdm(
                total=progress.total or None,
                desc=STAGES.get(progress.stage, progress.stage),
                bar_format="{desc:<30} {bar:24} {n_fmt}/{total_fmt} {remaining} {postfix}",
                file=sys.stderr,
                leave=False,
                disable=not sys.stderr.isatty(),
            )
        self._bar.total = progress.total or None
        if progress.message:
            self._bar.set_postfix_str(progress.message, refresh=False)
        self._bar.update(progress.done - self._bar.n)
        if progress.total and progress.done >= progress.total:
            self._bar.close()
            self._bar = None
