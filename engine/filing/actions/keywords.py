"""Writes keywords to a photo's sidecar, or into the photo; the old state is in the journal before."""

from __future__ import annotations

import base64
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.core.disk.durable import sync_folder
from engine.core.job import Job
from engine.core.records import Box
from engine.filing.actions.action import Done, Facts, Intend, Left
from engine.filing.actions.copying import digest_of, dress, part_of
from engine.filing.actions.renaming import plain_file, release, rename, status_of
from engine.filing.keywords.containers import find
from engine.filing.keywords.faces import Marked, merge_faces
from engine.filing.keywords.reading import keywords_within
from engine.filing.keywords.splices import Splice, digest_with, inverse, write_spliced
from engine.filing.keywords.xmp import merge
from engine.filing.operations import Operation
from engine.library.metadata.keywords import Keyword, keywords_of_iptc
from engine.library.metadata.xmp_tree import NotXmp
from engine.library.suffixes import RAW_SUFFIXES

_BEFORE, _AFTER = "before", "after"  # digests; None: there was no file


class Keywords:
    """`values["keywords"]` are lists of parts, from the top down; `values["faces"]`, if there are any, are as Marked.

    The target is the sidecar, or the photo itself.
    """

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        photo, target = Path(operation.source), Path(str(operation.target))
        plain_file(photo)
        keywords = [tuple(parts) for parts in operation.values["keywords"]]
        marked = _marked(operation.values.get("faces"))
        try:
            splices = (
                _embedding(photo, keywords, marked) if target == photo else _sidecar(photo, target, keywords, marked)
            )
        except NotXmp as error:
            raise Left("{reason}", reason=error.sentence) from error
        if not splices:
            raise Left("it has these keywords already")
        return Done(str(target), _write(target, splices, intend))

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        target = Path(str(operation.target))
        if status_of(target) is None:
            if facts[_BEFORE] is None:
                return
            raise Left("{name} is not there any more", name=target.name)
        now = digest_of(target)
        if now == facts[_BEFORE]:
            return
        if now != facts[_AFTER]:
            raise Left("{name} was changed since: it stays as it is", name=target.name)
        if facts[_BEFORE] is None:
            target.unlink()
            return
        _replace(target, _unpacked(facts["inverse"]), facts["mtime_ns"])

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        target = Path(str(operation.target))
        part_of(target, target).unlink(missing_ok=True)
        release(target, facts)
        written = _AFTER in facts and status_of(target) is not None and digest_of(target) == facts[_AFTER]
        return Done(str(target), facts) if written else None


def _marked(faces: Mapping[str, Any] | None) -> Marked | None:
    if not faces:
        return None
    named = tuple((str(name), Box(*box)) for name, box in faces["named"])
    return Marked(named, faces["width"], faces["height"], faces["orientation"])


def _merged(xmp: bytes | None, keywords: list[Keyword], own: list[Keyword], marked: Marked | None) -> bytes:
    merged = merge(xmp, keywords, own)
    return merged if marked is None else merge_faces(merged, marked)


def _embedding(photo: Path, keywords: list[Keyword], marked: Marked | None) -> list[Splice]:
    raw = photo.suffix.lower()[1:] in RAW_SUFFIXES  # most look like a TIFF, and are none
    with photo.open("rb") as file:
        found = None if raw else find(file)
        if found is None:
            raise Left("keywords cannot be written into files of this kind: use a sidecar")
        merged = _merged(found.xmp, keywords, keywords_of_iptc(found.iptc), marked)
        try:
            return [] if merged == found.xmp else sorted(found.replace(merged))
        except struct.error as error:
            raise Left("it is damaged or cut off, so nothing is written into it: use a sidecar") from error


def _sidecar(photo: Path, target: Path, keywords: list[Keyword], marked: Marked | None) -> list[Splice]:
    """The sidecar also gets what the photo itself says: programs read the one and not the other."""
    own = keywords_within(photo)
    if status_of(target) is None:
        return [Splice(0, 0, _merged(None, keywords, own, marked))]
    plain_file(target)
    old = target.read_bytes()
    merged = _merged(old or None, keywords, own, marked)
    return [] if merged == old else [Splice(0, len(old), merged)]


def _write(target: Path, splices: list[Splice], intend: Intend) -> Facts:
    if status_of(target) is None:
        return _write_new(target, splices[0].new, intend)
    status = target.lstat()
    before, after = digest_of(target), digest_with(target, splices)
    with target.open("rb") as file:
        back = inverse(file, splices)
    facts: Facts = {_BEFORE: before, _AFTER: after, "inverse": _packed(back), "mtime_ns": status.st_mtime_ns}
    intend(facts)
    # A photo whose only date is that of its file keeps it.
    _replace(target, splices, status.st_mtime_ns, back=(back, before))
    return facts


def _write_new(target: Path, data: bytes, intend: Intend) -> Facts:
    part = part_of(target, target)
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    facts: Facts = {_BEFORE: None, _AFTER: digest_of(part)}
    intend(facts)
    try:
        rename(part, target, intend)  # never over one that has come meanwhile
    except FileExistsError as error:
        raise Left("{name} has just come there: try again", name=target.name) from error
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
    return facts


def _replace(target: Path, splices: list[Splice], mtime_ns: int, back: tuple[list[Splice], str] | None = None) -> None:
    """Write the file aside with times, permissions and attributes, see that it can be taken back, then rename."""
    part = part_of(target, target)
    part.unlink(missing_ok=True)
    before = target.lstat()
    try:
        write_spliced(target, splices, part)
        if back is not None and digest_with(part, back[0]) != back[1]:
            raise Left("{name} came out different on the disk", name=target.name)
        dress(target, part, before)
        os.utime(part, ns=(before.st_atime_ns, mtime_ns))
        after = target.lstat()
        if (after.st_size, after.st_mtime_ns, after.st_ino) != (before.st_size, before.st_mtime_ns, before.st_ino):
            raise Left("{name} is being changed", name=target.name)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _packed(splices: list[Splice]) -> list[list[object]]:
    return [[s.start, s.stop, base64.b64encode(s.new).decode("ascii")] for s in splices]


def _unpacked(splices: list[tuple[int, int, str]]) -> list[Splice]:
    return [Splice(start, stop, base64.b64decode(new)) for start, stop, new in splices]
