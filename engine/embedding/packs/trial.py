"""Trying a pack in a process of its own, held to a time and a memory: does it make vectors of pictures and words?

Run as `python -m engine.embedding.packs.trial FOLDER`; prints one line of JSON: a Trial, or {"problem": a Sentence}.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from engine.core.errors import Sentence, UserError
from engine.core.interpreter import child_command
from engine.core.job import Job
from engine.core.processes.memory import limit_memory
from engine.core.processes.watched import run_watched
from engine.embedding.packs.layout import layout_of
from engine.embedding.packs.manifest import FILE, Manifest, read_manifest
from engine.embedding.packs.shelf import Pack, Trial

STAGE = "model-pack-check"
PATIENCE = 300.0  # seconds
_AROUND, _TIMES = 4 << 30, 4  # bytes of memory, and how often the pack's size: its weights are read and laid out anew
_PICTURES = 4
_SAID = "photo of a dog"


def try_pack(folder: Path, job: Job) -> Trial:
    """What the pack whose files and manifest are in `folder` does; a UserError where it does not do it."""
    job.report(STAGE, 0, 1)
    log = folder.parent / f"{folder.name}.log"
    command = child_command(__name__, str(folder))
    status = run_watched(command, os.environ, log, lambda: job.report(STAGE, 0, 1), PATIENCE)
    answer = _answer(log)
    log.unlink(missing_ok=True)
    if status is None:
        raise UserError("The model pack does not answer when it is tried: it was not added.")
    if answer is None:
        raise UserError(
            "The model pack crashes when it is tried, or takes too much memory (status {status}): it was not added.",
            status=status,
        )
    if answer.get("problem") is not None:
        problem = Sentence.from_json(answer["problem"])
        raise UserError("The model pack cannot be used: {problem} It was not added.", problem=problem)
    job.report(STAGE, 1, 1)
    return Trial(**answer)


def _answer(log: Path) -> dict[str, Any] | None:
    """The last line that is one of ours."""
    for line in reversed(log.read_bytes().splitlines()):
        if line.startswith(b"{"):
            with suppress(ValueError):
                answer: dict[str, Any] = json.loads(line)
                return answer
    return None


def _tried(folder: Path, manifest: Manifest) -> Trial:
    from engine.embedding.agreement import probe
    from engine.embedding.packs.backbone import CHUNK
    from engine.embedding.packs.network import VisualHalf, verified
    from engine.embedding.packs.preprocessing import read_preprocessing
    from engine.embedding.packs.text import TextEncoder, can_read

    layout = layout_of(manifest.paths)
    assert layout is not None  # asked before
    pack = Pack(folder, manifest, layout, Trial(0, 0, False), "", False)
    preprocessing = read_preprocessing((folder / layout.preprocessing).read_bytes(), layout.preprocessing)
    half = VisualHalf(verified(pack, layout.visual), preprocessing)
    pictures = probe(preprocessing.side)[:_PICTURES]
    half.run(pictures[:1])
    begun = time.perf_counter()
    vectors = np.concatenate([half.run(pictures[i : i + CHUNK]) for i in range(0, _PICTURES, CHUNK)])
    seconds = (time.perf_counter() - begun) / len(pictures)
    if vectors.ndim != 2 or not _are_vectors(vectors) or float(np.std(vectors, axis=0).max()) < 1e-6:
        raise UserError("{file} makes no vectors of pictures.", file=layout.visual)
    if layout.textual and can_read():
        said = TextEncoder(pack).encode(_SAID)
        if said.shape != vectors[0].shape or not _are_vectors(said[None]):
            raise UserError("{file} makes other vectors than {visual}.", file=layout.textual, visual=layout.visual)
    return Trial(int(vectors.shape[1]), round(seconds, 4), bool(layout.textual))


def _are_vectors(vectors: Any) -> bool:
    return bool(np.isfinite(vectors).all() and np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-3)


def main(folder: Path) -> None:
    manifest = read_manifest((folder / FILE).read_bytes(), folder)
    limit_memory(_AROUND + _TIMES * manifest.size)
    try:
        answer = asdict(_tried(folder, manifest))
    except UserError as error:
        answer = {"problem": error.sentence.to_json()}
    sys.stdout.write("\n" + json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
