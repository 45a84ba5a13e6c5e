"""What an ONNX file says of itself, read without running it: the names of the files that hold its weights.

A graph may name any file of the machine there. Read here by protobuf's wire format, for the package onnx is not in
every installation, and loads the whole.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from engine.core.errors import UserError

# Fields of onnx.proto by message: those below which a tensor may lie, and where a tensor names its file.
_MODEL, _GRAPH, _NODE, _ATTRIBUTE, _TENSOR, _SPARSE, _FUNCTION, _TRAINING, _ENTRY = range(9)
_BELOW: dict[int, dict[int, int]] = {
    _MODEL: {7: _GRAPH, 20: _TRAINING, 25: _FUNCTION},
    _GRAPH: {1: _NODE, 5: _TENSOR, 15: _SPARSE},
    _NODE: {5: _ATTRIBUTE},
    _ATTRIBUTE: {5: _TENSOR, 6: _GRAPH, 10: _TENSOR, 11: _GRAPH, 22: _SPARSE, 23: _SPARSE},
    _SPARSE: {1: _TENSOR, 2: _TENSOR},
    _FUNCTION: {7: _NODE, 11: _ATTRIBUTE},
    _TRAINING: {1: _GRAPH, 2: _GRAPH},
    _TENSOR: {13: _ENTRY},
}
_DEEPEST = 32  # graphs within graphs


def weight_files(graph: Path) -> set[str]:
    """The files that a graph's weights lie in, as it names them; a UserError where it is no ONNX file."""
    try:
        with graph.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            return set(_locations(mapped, 0, len(mapped), _MODEL, 0))
    except (IndexError, ValueError) as error:  # an empty file is a ValueError of mmap
        raise UserError("{file} is no ONNX file.", file=graph.name) from error


def check_weights(folder: Path, graph: str, paths: set[str]) -> None:
    """A UserError where the graph at this path of a pack reads weights from a file that is not one of the `paths`."""
    beside = PurePosixPath(graph).parent
    for location in sorted(weight_files(folder / graph)):
        named = PurePosixPath(location)
        if named.is_absolute() or len(named.parts) != 1 or "\\" in location or (beside / named).as_posix() not in paths:
            raise UserError(
                "{file} reads its weights from {other!r}, which is no file of the pack: it was not added.",
                file=graph,
                other=location[:120],
            )


def _locations(data: mmap.mmap, start: int, end: int, kind: int, depth: int) -> Iterator[str]:
    """Those in the message of this kind that lies from `start` to `end`."""
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    below = _BELOW[kind]
    for number, first, last in _fields(data, start, end):
        if number not in below:
            continue
        if below[number] == _ENTRY:
            entry = {n: data[a:b].decode() for n, a, b in _fields(data, first, last)}
            if entry.get(1) == "location":
                yield entry.get(2, "")
        else:
            yield from _locations(data, first, last, below[number], depth + 1)


def _fields(data: mmap.mmap, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The fields of a message that are bytes: each with its number, and where they begin and end."""
    at = start
    while at < end:
        tag, at = _number(data, at)
        wire, size = tag & 7, 0
        if wire == 0:
            _, at = _number(data, at)
        elif wire in (1, 5):
            at += 8 if wire == 1 else 4
        elif wire == 2:
            size, at = _number(data, at)
        else:
            raise ValueError("no protobuf")
        if at + size > end:
            raise ValueError("it ends in the middle")
        if wire == 2:
            yield tag >> 3, at, at + size
        at += size


def _number(data: mmap.mmap, at: int) -> tuple[int, int]:
    """A varint, and where what follows it begins."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if not byte & 0x80:
            return value, at
        if shift > 63:
            raise ValueError("no protobuf")
