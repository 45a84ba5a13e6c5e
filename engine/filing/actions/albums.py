"""Albums: lists of photos for other programs, which leave the photos where they are.

An album is one file. The first operation of its plan carries the rows of all (`values`: columns and rows), and writes
them beside the album's place, whole, before they get its name; the others only find it there.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine import __version__
from engine.core.disk.durable import sync_folder
from engine.core.job import Job
from engine.filing.actions.action import Done, Facts, Intend, Left
from engine.filing.actions.renaming import finish_rename, rename, status_of
from engine.filing.operations import Operation
from engine.library.scan import digest

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is run by Excel and LibreOffice (OWASP)
_BOM = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for the system's code page


class Album:
    """Writes an album by `encode`, which makes its bytes of the columns and rows."""

    def __init__(self, encode: Callable[[list[str], list[list[Any]]], bytes]) -> None:
        self._encode = encode

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        target = _target(operation)
        if "rows" not in operation.values:
            if status_of(target) is None:
                raise Left("the album was not written")
            return Done(None)
        if status_of(target) is not None:
            raise FileExistsError(str(target))
        part = _part(target)
        part.unlink(missing_ok=True)
        with part.open("xb") as file:
            file.write(self._encode(operation.values["columns"], operation.values["rows"]))
            file.flush()
            os.fsync(file.fileno())
        rename(part, target, intend)
        sync_folder(target.parent)
        return Done(str(target), {"digest": digest(target)})

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        target = _target(operation)
        if "rows" not in operation.values or status_of(target) is None:
            return
        if digest(target) != facts["digest"]:
            raise Left("{name} was changed since", name=target.name)
        target.unlink()

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        target = _target(operation)
        if "rows" not in operation.values:
            return None if status_of(target) is None else Done(None)
        part = _part(target)
        finish_rename(part, target, facts)
        part.unlink(missing_ok=True)
        if status_of(target) is None:
            return None
        ours = self._encode(operation.values["columns"], operation.values["rows"]) == target.read_bytes()
        return Done(str(target), {"digest": digest(target)}) if ours else None


def as_csv(columns: list[str], rows: list[list[Any]]) -> bytes:
    """A table for Excel and LibreOffice: every text quoted, and none of them a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _BOM + _encoded(text.getvalue())


def as_json(columns: list[str], rows: list[list[Any]]) -> bytes:
    """`{"version": 1, "photoloom", "photos": [{a key a column}]}`, in ASCII: a name that is no UTF-8 as surrogates."""
    photos = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps({"version": 1, "photoloom": __version__, "photos": photos}, indent=1).encode("ascii") + b"\n"


def as_list(columns: list[str], rows: list[list[Any]]) -> bytes:
    r"""A path a line, in the bytes that it has on the disk; what would end the line as `\n` and `\r`."""
    path = columns.index("path")
    lines = (str(row[path]).replace("\r", "\\r").replace("\n", "\\n") for row in rows)
    return b"".join(os.fsencode(line) + b"\n" for line in lines)


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{value}" if value.startswith(_FORMULA) else value


def _encoded(text: str) -> bytes:
    """UTF-8; bytes of a name that were none as they are written everywhere: `\\udcff`."""
    return text.encode("utf-8", "backslashreplace")


def _target(operation: Operation) -> Path:
    assert operation.target is not None  # the plan of an album has one
    return Path(operation.target)


def _part(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")
