"""Where a pack comes from: a folder, a zip file or an address; and what it offers, before any of it is taken."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from engine.core.errors import UserError, why
from engine.embedding.packs.layout import KNOWN, layout_of, wanted
from engine.embedding.packs.manifest import FILE, MOST, Manifest, Part, checked, name_of, read_manifest
from engine.embedding.packs.web import Web

_CHUNK = 1 << 20
_LICENCE = re.compile(r"^licen[sc]e:\s*[\"']?([\w .+/()-]{1,60})", re.IGNORECASE | re.MULTILINE)


class Source(Protocol):
    """Files by their path with /. Errors are UserErrors."""

    place: str  # an address or a path, as it is told and found again

    def look(self, path: str) -> Part | None: ...
    def read(self, path: str) -> bytes | None: ...
    def fetch(self, part: Part, to: Path, tick: Callable[[int], None]) -> None: ...


def open_source(place: str) -> Source:
    """The source at an address, a folder, a zip file or a pack.json; a UserError where there is none."""
    if "://" in place:
        if place.lower().endswith((".zip", ".onnx")):
            raise UserError(
                "{address} is one file: give the address of the folder or of its pack.json, or fetch the file with a "
                "browser and add that.",
                address=place[:200],
                usage=True,
            )
        return Web(place)
    path = Path(place).expanduser().absolute()
    path = path.parent if path.name == FILE else path
    if path.is_dir():
        return _Folder(path)
    if path.is_file() and zipfile.is_zipfile(path):
        return _Zip(path)
    raise UserError("{place} is no folder, zip file or address of a model pack.", place=place[:200], usage=True)


def offer(source: Source, name: str = "") -> Manifest:
    """What a source offers: by its pack.json, or by the names of its files. Of the latter no hash is known before.

    `name`: what it is to be called. A UserError where there is no model pack.
    """
    text = source.read(FILE)
    if text is None and layout_of(_there(source)) is None and isinstance(source, Web) and source.turn_to_hub():
        text = source.read(FILE)
    if text is not None:
        manifest = read_manifest(text, source.place)
    else:
        paths = wanted(_there(source))
        parts = tuple(part for path in sorted(paths) if (part := source.look(path)) is not None)
        plain = Path(source.place).stem if isinstance(source, _Zip) else source.place.rstrip("/").rpartition("/")[2]
        manifest = Manifest(name_of(plain), parts, licence=_licence(source) if "README.md" in paths else "")
    if layout_of(manifest.paths) is None:
        raise UserError(
            "There is no model pack at {place}: neither visual/model.onnx with visual/preprocess_cfg.json, nor "
            "model.onnx with preprocessor_config.json.",
            place=source.place,
        )
    if name:
        manifest = Manifest(name, manifest.parts, manifest.release, manifest.licence)
    return checked(manifest, source.place)


def _there(source: Source) -> set[str]:
    return {path for path in KNOWN if source.look(path) is not None}


def _licence(source: Source) -> str:
    """The licence that the head of a model's page names (README.md, between two lines of dashes)."""
    text = (source.read("README.md") or b"").decode("utf-8", "replace")
    head = re.match(r"---\s*\n(.*?)\n---", text, re.DOTALL)
    found = _LICENCE.search(head[1]) if head else None
    return found[1].strip() if found else ""


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder, self.place = folder, str(folder)

    def look(self, path: str) -> Part | None:
        file = self._folder / path
        return Part(path, file.stat().st_size) if file.is_file() else None

    def read(self, path: str) -> bytes | None:
        file = self._folder / path
        if not file.is_file() or file.stat().st_size > MOST:
            return None
        return file.read_bytes()

    def fetch(self, part: Part, to: Path, tick: Callable[[int], None]) -> None:
        try:
            with (self._folder / part.path).open("rb") as file, to.open("wb") as out:
                _copy(file, out, part, tick)
        except FileNotFoundError as error:
            raise UserError("{file} is not in {folder}.", file=part.path, folder=self._folder) from error


class _Zip:
    """A zip file, in which the pack may lie in a folder of its own."""

    def __init__(self, file: Path) -> None:
        self._file, self.place = file, str(file)
        with self._opened() as archive:
            self._sizes = {entry.filename: entry.file_size for entry in archive.infolist() if not entry.is_dir()}
        folders = {""} | {name[: i + 1] for name in self._sizes for i, letter in enumerate(name) if letter == "/"}
        fits = (folder for folder in sorted(folders, key=len) if self._is_pack(folder))
        self._within = next(fits, "")

    def look(self, path: str) -> Part | None:
        size = self._sizes.get(self._within + path)
        return None if size is None else Part(path, size)

    def read(self, path: str) -> bytes | None:
        if self._sizes.get(self._within + path, MOST + 1) > MOST:
            return None
        with self._opened() as archive:
            return archive.read(self._within + path)

    def fetch(self, part: Part, to: Path, tick: Callable[[int], None]) -> None:
        if self.look(part.path) is None:
            raise UserError("{file} is not in {folder}.", file=part.path, folder=self._file)
        try:
            with self._opened() as archive, archive.open(self._within + part.path) as file, to.open("wb") as out:
                _copy(file, out, part, tick)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise self._damaged(error) from error

    def _is_pack(self, folder: str) -> bool:
        names = {name.removeprefix(folder) for name in self._sizes if name.startswith(folder)}
        return FILE in names or layout_of(names) is not None

    def _opened(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self._file)
        except (OSError, zipfile.BadZipFile) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> UserError:
        reason = why(error) if isinstance(error, OSError) else error
        return UserError("{file} cannot be read ({reason}).", file=self._file, reason=reason)


def _copy(file: IO[bytes], out: BinaryIO, part: Part, tick: Callable[[int], None]) -> None:
    """As many bytes as were said, and not one more."""
    there = 0
    while there < part.size:
        tick(there)
        some = file.read(min(_CHUNK, part.size - there))
        if not some:
            break
        out.write(some)
        there += len(some)
    tick(there)
