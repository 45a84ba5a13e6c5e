"""Manifest: what a pack is called, under which licence it comes, and each of its files with size and SHA-256."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from engine.core.errors import Sentence, UserError

FILE = "pack.json"
VERSION = 1
MOST = 1 << 20  # bytes of a manifest, or of another small file that is read at once
_MOST_FILES, _LARGEST = 64, 40 * 10**9
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_STEP = r"[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}"
_PATH = re.compile(rf"(?:{_STEP}/){{0,3}}{_STEP}")
# What a pack may hold: graphs with their weights, and text. Nothing that a Python could be made to run.
_KINDS = (".onnx", ".onnx.data", ".onnx_data", ".json", ".txt", ".md")
_TEXTS = ("LICENSE", "LICENCE", "NOTICE")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a pack: its path with /, its size in bytes, and its SHA-256, "" where nobody has said it yet."""

    path: str
    size: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`licence` and `release` are "" where the pack does not say them."""

    name: str
    parts: tuple[Part, ...]
    release: str = ""
    licence: str = ""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(part.size for part in self.parts)

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(part.path for part in self.parts)

    @property
    def is_pinned(self) -> bool:
        """Whether a SHA-256 is known of every file."""
        return all(part.sha256 for part in self.parts)

    def part(self, path: str) -> Part:
        return next(part for part in self.parts if part.path == path)

    def to_json(self) -> bytes:
        written = {
            "version": VERSION,
            "name": self.name,
            "release": self.release,
            "licence": self.licence,
            "files": [asdict(part) for part in self.parts],
        }
        return json.dumps(written, indent=1).encode()


def read_manifest(text: bytes, where: object) -> Manifest:
    """The manifest in a pack.json, checked; a UserError that names `where` it was found."""
    try:
        told = json.loads(text)
        version = told["version"]
        parts = tuple(_part(file) for file in told["files"]) if version == VERSION else ()
        manifest = Manifest(*(str(told["name"]), parts, str(told.get("release", "")), str(told.get("licence", ""))))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("{where} is no manifest of a model pack.", where=where) from error
    if version != VERSION:
        raise UserError("{where} is of another version than Photoloom reads: update Photoloom.", where=where)
    return checked(manifest, where)


def checked(manifest: Manifest, where: object) -> Manifest:
    """The same manifest; a UserError where its name is none, or a file may not be in a pack."""
    if not _NAME.fullmatch(manifest.name):
        raise UserError(
            "{name!r} cannot be the name of a model pack: small letters, digits, dots and dashes.",
            name=manifest.name[:80],
        )
    problem = next((bad for part in manifest.parts if (bad := _problem(part))), None)
    if problem is None and not 0 < len(manifest.parts) <= _MOST_FILES:
        problem = Sentence("it names {count} files", count=len(manifest.parts))
    if problem is None and len({path.casefold() for path in manifest.paths}) < len(manifest.parts):
        problem = Sentence("it names a file twice")
    if problem is None and manifest.size > _LARGEST:
        problem = Sentence("it takes more than {size} GB", size=_LARGEST // 10**9)
    if problem is not None:
        raise UserError("The model pack of {where} was not taken: {problem}.", where=where, problem=problem)
    return manifest


def may_hold(path: str) -> bool:
    """Whether a pack may hold a file of this path."""
    name = path.rpartition("/")[2]
    return _PATH.fullmatch(path) is not None and (name.endswith(_KINDS) or name in _TEXTS)


def name_of(text: str) -> str:
    """A pack's name made of some words, such as the last part of an address."""
    plain = re.sub(r"[^a-z0-9._-]+", "-", text.lower().replace("__", "-")).strip("-._")
    return plain[:64].strip("-._") or "pack"


def files_of(paths: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    """Those of the files (path, size) that a pack may hold, in order."""
    return tuple(Part(path, size) for path, size in sorted(paths) if may_hold(path) and path != FILE)


def _part(file: dict[str, Any]) -> Part:
    return Part(str(file["path"]), int(file["size"]), str(file["sha256"]).lower())


def _problem(part: Part) -> Sentence | None:
    if not may_hold(part.path) or part.path == FILE:
        return Sentence("a pack may not hold the file {path!r}", path=part.path[:120])
    if part.size < 0:
        return Sentence("the size of {path} is no size", path=part.path)
    if part.sha256 and not re.fullmatch(r"[0-9a-f]{64}", part.sha256):
        return Sentence("the SHA-256 of {path} is none", path=part.path)
    return None
