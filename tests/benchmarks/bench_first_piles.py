"""From Open to the first named piles, and to the end, against one run of everything: `python … bench_first_piles.py`.

Words: how many photos, 1000 and 20000 by default; crops of the demo's pictures are made. Each engine is a process
of its own, asked as the window asks it, so that its start and imports count; with the parts, then without, in turns.
Processor seconds are those of the engine and its decoders: on a busy machine compare these.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageEnhance

from engine.core.devices import set_passive_wait_policy
from engine.core.partials import Clustered, MapStored
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import BeginJob, JobDone, JobFailed, JobPartial, Organise, from_json, to_json

ROUNDS = 3  # one of more photos than MANY: it takes minutes
MANY = 5_000
EDGE = 800  # pixels
DEMO = Path(__file__).parents[2] / "resources" / "demo"
# The engine process of the window; with a sample larger than any library it takes everything in at once.
WORKER = "import sys; from engine.pipeline import intake; intake.SAMPLE = {sample}; {main}"
MAIN = "from engine.service.worker import main; sys.argv[1:] = ['--library', {library!r}]; main()"


@dataclass(frozen=True)
class Run:
    """Seconds from the start of the process: to named piles, to their map, to the end; and of the processors."""

    piles: float
    map: float
    total: float
    processor: float


def make_photos(folder: Path, count: int) -> None:
    """Crops and recolourings of the demo's pictures, as small JPEGs in folders of 500."""
    chance = random.Random(count)
    pictures = []
    for path in sorted(p for p in DEMO.rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp")):
        with Image.open(path) as opened:
            picture = opened.convert("RGBA").convert("RGB")
        picture.thumbnail((EDGE, EDGE))
        pictures.append(picture)
    for number in range(count):
        picture = chance.choice(pictures)
        share = chance.uniform(0.6, 1)
        left, top = ((1 - share) * chance.random() * side for side in picture.size)
        box = tuple(map(int, (left, top, left + share * picture.width, top + share * picture.height)))
        part = ImageEnhance.Color(picture.crop(box)).enhance(chance.uniform(0.3, 1.6))
        place = folder / f"{number // 500:03}" / f"IMG_{number:05}.jpg"
        place.parent.mkdir(parents=True, exist_ok=True)
        ImageEnhance.Brightness(part).enhance(chance.uniform(0.7, 1.3)).save(place, quality=85)


def organise(photos: Path, library: Path, sample: int | None) -> Run:
    """Organise the photos into a library that is not there yet; None as it comes, else with this sample."""
    code = WORKER.format(sample=sample or "intake.SAMPLE", main=MAIN.format(library=str(library)))
    before, start = os.times(), time.perf_counter()
    piles = mapped = 0.0
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as engine:
        assert engine.stdin is not None
        assert engine.stdout is not None
        request = Organise(OrganiseOptions(), keep=True, propose=True)
        engine.stdin.write(to_json(BeginJob(1, str(photos), request)) + "\n")
        engine.stdin.flush()
        for line in engine.stdout:
            message, now = from_json(line), time.perf_counter() - start
            if isinstance(message, JobPartial) and isinstance(message.partial, Clustered):
                piles = piles or now
            elif isinstance(message, JobPartial) and isinstance(message.partial, MapStored):
                mapped = mapped or now
            elif isinstance(message, JobFailed):
                raise SystemExit(str(message.sentence))
            elif isinstance(message, JobDone):
                break
        total = time.perf_counter() - start
        engine.stdin.close()
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(piles, mapped, total, processor)


def compare(count: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        photos = Path(place, "photos")
        make_photos(photos, count)
        rounds = [
            (
                organise(photos, Path(place, f"parts {turn}"), None),
                organise(photos, Path(place, f"plain {turn}"), 10 * count),
            )
            for turn in range(ROUNDS if count <= MANY else 1)
        ]
    for name, runs in zip(("by parts", "at once"), zip(*rounds, strict=True), strict=True):
        piles, mapped, total, processor = (
            statistics.median(getattr(run, what) for run in runs) for what in ("piles", "map", "total", "processor")
        )
        print(f"{count:6,} photos {name}: piles {piles:6.1f} s, map {mapped:6.1f} s, total {total:6.1f} s,", end=" ")
        print(f"processors {processor:6.1f} s")
    total = statistics.median(parts.total / plain.total for parts, plain in rounds)
    processor = statistics.median(parts.processor / plain.processor for parts, plain in rounds)
    print(f"{total:.3f} times the time (bar: 1.05), {processor:.3f} times of the processors; first piles bar: 10 s")


def main(counts: list[int]) -> None:
    set_passive_wait_policy()
    with tempfile.TemporaryDirectory() as place:  # exports the network, once
        make_photos(Path(place, "photos"), 40)
        organise(Path(place, "photos"), Path(place, "library"), None)
    for count in counts:
        compare(count)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 20_000])
