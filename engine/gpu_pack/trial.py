"""Trying a pack: does it embed on the GPU what the processor embeds, and say so in time?"""

from __future__ import annotations

import json
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np

from engine.core import devices
from engine.core.errors import Sentence
from engine.core.job import Job
from engine.core.processes.watched import run_watched
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.agreement import LEAST, probe
from engine.embedding.backbone import open_backbone
from engine.embedding.runtimes import open_runtime
from engine.gpu_pack.environment import clean_environment
from engine.gpu_pack.places import python_of

STAGE = "gpu-pack-check"
PATIENCE = 300.0  # seconds: torch is read from a cold disk, and some GPUs compile what they run the first time

# By what `verify.py` calls them.
_PROBLEMS = {
    "no-gpu": Sentence(
        "The GPU pack finds no GPU that it can use: the driver may be too old for CUDA 13, which takes 580 or newer."
    ),
    "too-old": Sentence("This GPU is older than the GPU pack can use."),
    "memory": Sentence(
        "The GPU's memory is full: close other programs that use it, and install the GPU pack again. Nothing is "
        "fetched anew."
    ),
}


def try_pack(pack: Path, home: Path, device: str, job: Job) -> Sentence | None:
    """Have the pack's own Python embed the probe on `device`; what is wrong with it, or None."""
    job.report(STAGE, 0, 2)
    reference, output = pack / "reference.npz", pack / "check.log"
    write_reference(reference, home, job)
    job.report(STAGE, 1, 2)
    command = [str(python_of(pack)), "-I", "-u", "-X", "utf8", "-m", "engine.gpu_pack.verify", device, str(reference)]
    status = run_watched(command, clean_environment(), output, lambda: job.report(STAGE, 1, 2), PATIENCE)
    if status is None:
        return Sentence("The GPU pack does not answer when it is tried; the driver may need a restart of the computer.")
    answer = _answer(output)
    if answer is None:
        return Sentence(
            "The GPU pack crashes when it is tried (status {status}); {log} says more.", status=status, log=output
        )
    job.report(STAGE, 2, 2)
    return problem_of(answer)


def write_reference(path: Path, home: Path, job: Job) -> None:
    """The vectors of the probe as this installation makes them, on the processor."""
    backbone = open_backbone(DEFAULT_BACKBONE)
    opened = open_runtime(backbone, "cpu", threads=devices.cores(), cache=home / "models", job=job)
    with closing(opened) as runtime:
        np.savez(path, vectors=runtime.embed(probe(backbone.side)), key=backbone.key)


def _answer(output: Path) -> dict[str, Any] | None:
    """The last line of what was printed that is one of ours."""
    for line in reversed(output.read_bytes().splitlines()):
        if line.startswith(b"{"):
            with suppress(ValueError):
                answer: dict[str, Any] = json.loads(line)
                return answer
    return None


def problem_of(answer: dict[str, Any]) -> Sentence | None:
    """What an answer of verify.py means for the user; None where the pack passes."""
    kind = answer["problem"]
    if kind is not None:
        return _PROBLEMS.get(kind) or Sentence(
            "The GPU pack fails when it is tried ({reason}).", reason=answer["detail"]
        )
    if answer["cosine"] < LEAST:
        return Sentence(
            "The GPU makes other vectors than the processor (cosine {cosine}), so the GPU pack is not used.",
            cosine=f"{answer['cosine']:.4f}",
        )
    return None
