"""Rescan of unchanged files against os.walk + stat alone: `python tests/benchmarks/bench_rescan.py [FILES]`.

Both look at the same small JPEGs in folders of a hundred, warm, in turns; the best of five each.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from engine.core.job import Job
from engine.library.library import Library, open_library
from engine.pipeline.options import Outcome
from engine.pipeline.scan import scan

ROUNDS = 5
A_FOLDER = 100


def make_files(folder: Path, count: int) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(buffer, "JPEG")
    for number in range(count):
        path = folder / f"day {number // A_FOLDER:04}" / f"photo {number:06}.jpg"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(buffer.getvalue() + str(number).encode())  # every file is a content of its own


def walk_and_stat(folder: Path) -> int:
    """The least that anybody can do: every file's size and time (pathlib would double the cost)."""
    return sum(os.stat(os.path.join(base, name)).st_size for base, _, names in os.walk(folder) for name in names)  # noqa: PTH116, PTH118


def rescan(library: Library, root: int, count: int) -> None:
    outcome = Outcome()
    scan(library, root, outcome, Job())
    if outcome.unchanged != count:
        raise SystemExit(f"{outcome.unchanged} of {count} files were seen as unchanged")


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        photos = Path(place, "photos")
        photos.mkdir()
        make_files(photos, count)
        library, root = open_library(photos, Path(place, "library"), "benchmark")
        with library:
            first = seconds(lambda: scan(library, root, Outcome(), Job()))
            plain, ours = [], []
            for _ in range(ROUNDS):
                plain.append(seconds(lambda: walk_and_stat(photos)))
                ours.append(seconds(lambda: rescan(library, root, count)))
        print(f"first scan of {count:,} files  {first:.3f} s")
        print(f"os.walk + stat               {min(plain):.3f} s")
        print(f"rescan                       {min(ours):.3f} s  {min(ours) / min(plain):.2f} times (bar: 3)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
