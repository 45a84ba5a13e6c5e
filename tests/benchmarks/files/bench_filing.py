"""File many small pictures by hard link and undo it: `python tests/benchmarks/files/bench_filing.py [FILES] [FOLDERS]`.

Against plain `os.link` and `unlink` of the same files, in one run: seconds and peak memory of each step, and how long a
Stop in the middle takes until every file is accounted for.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Content, Progress
from engine.filing import journal
from engine.filing.acting.act import act
from engine.filing.acting.undo import undo
from engine.filing.operations import FilingOptions
from engine.filing.planning.plan import plan, write_plan
from engine.library.library import Library, open_library
from engine.library.scan import digest
from engine.pipeline.options import Outcome
from engine.pipeline.scan import scan


def make_files(folder: Path, count: int, folders: int) -> None:
    for number in range(count):
        path = folder / f"{number % folders:04}" / f"photo {number:06}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xff\xd8" + str(number).encode())


def enter(library: Library, root: int, folder: Path) -> None:
    """The files as if they had been read: this is about files, not about pictures."""
    scan(library, root, Outcome(), Job())
    files = library.catalog.files
    read = [(file.id, digest(folder / file.path)) for file in files.all(root)]
    files.add_contents(Content(digest_, 8, 8) for _, digest_ in read)
    files.set_read(read)


def measured(name: str, work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<34} {seconds:8.2f} s   peak {peak:5.0f} MB")
    return seconds


def plain(folder: Path, there: Path) -> None:
    for base, _, names in os.walk(folder):
        target = there / Path(base).relative_to(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name in names:
            os.link(Path(base, name), target / name)
    for base, _, names in os.walk(there):
        for name in names:
            Path(base, name).unlink()


def stopped(library: Library, options: FilingOptions) -> float:
    """Seconds from a Stop in the middle until all is accounted for."""
    id_ = write_plan(library, plan(library, options, Job()))
    asked: list[float] = []

    def stop(progress: Progress) -> None:
        if not asked and progress.done >= progress.total // 2:
            asked.append(time.perf_counter())
            job.cancel()

    job = Job(stop)
    try:
        act(library, id_, job)
    except Cancelled:
        seconds = time.perf_counter() - asked[0]
    else:
        return 0.0
    record = journal.read(library.folder, id_)
    if any(operation.status == "planned" for operation in record.plan.operations):
        raise SystemExit("some operations are not accounted for")
    undo(library, id_, None, Job())
    return seconds


def main(count: int, folders: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        photos, there = Path(place, "photos"), Path(place, "there")
        make_files(photos, count, folders)
        library, root = open_library(photos, Path(place, "library"), "benchmark")
        with library:
            measured("scan and hash", lambda: enter(library, root, photos))
            bare = measured("plain link and unlink", lambda: plain(photos, Path(place, "plain")))
            options = FilingOptions("hardlink", target=str(there), pattern="{year}/{name}")
            found = []
            measured("plan", lambda: found.append(plan(library, options, Job())))
            ids: list[int] = []
            measured("write the plan down", lambda: ids.append(write_plan(library, found[0])))
            done = measured("file by hard link", lambda: act(library, ids[0], Job()))
            assert sum(len(names) for _, _, names in os.walk(there)) == count
            back = measured("undo", lambda: undo(library, ids[0], None, Job()))
            assert not there.exists()
            print(f"file and undo against plain: {(done + back) / bare:.1f} x")
            print(f"Stop in the middle: accounted for after {stopped(library, options):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1_000)
