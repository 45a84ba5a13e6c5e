"""What the scripts of the Lab's reference points share: the data set they read, and the table they print."""

from __future__ import annotations

import argparse
import operator
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.core.devices import set_passive_wait_policy

set_passive_wait_policy()  # before torch is imported
from engine.lab.pictures import Pictures, of_dataset  # noqa: E402

_COMPARED = {"<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}


@dataclass(frozen=True, slots=True)
class Point:
    """A `value` of `what`, the `limit` that it is to be `<=`, `>=`, `<` or `>` of, and the processor's `seconds`."""

    what: str
    value: float
    sign: str
    limit: float
    seconds: float

    @property
    def reached(self) -> bool:
        return bool(_COMPARED[self.sign](self.value, self.limit))


def parser(description: str | None) -> argparse.ArgumentParser:
    """Of `--data DIR`, a folder of four IDX files, and `--seed`."""
    made = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    made.add_argument("--data", type=Path, required=True, metavar="DIR", help="MNIST's four IDX files")
    made.add_argument("--seed", type=int, default=0)
    return made


def read(folder: Path) -> Pictures:
    """`learned` (60,000, 28, 28, 1) and `unseen` (10,000, 28, 28, 1) in 0…1; `labels` (70,000,) of both in turn."""
    return of_dataset(folder)


@contextmanager
def timed() -> Iterator[list[float]]:
    """A list that holds, after the block, the processor's seconds that it took: other work counts for little."""
    seconds: list[float] = []
    started = time.process_time()
    yield seconds
    seconds.append(time.process_time() - started)


def table(points: list[Point]) -> None:
    """Print value against reference point, a line each; exit with 1 where one is missed."""
    for point in points:
        mark = "" if point.reached else "   MISSED"
        print(f"{point.what:<44} {point.value:10.5g} {point.sign:>2} {point.limit:<9g} {point.seconds:8.1f} s{mark}")
    if not all(point.reached for point in points):
        raise SystemExit(1)
