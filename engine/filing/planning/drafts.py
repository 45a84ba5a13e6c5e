"""Drafts of operations: collects what stays together, then gives every file its target, number and drive."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from engine.core.errors import Sentence
from engine.filing.labels import label_of
from engine.filing.operations import ALBUMS, NO_VALUES, TRANSFERS, FilingOptions, Operation, Plan, Totals
from engine.filing.planning.chosen import Photo
from engine.filing.planning.companions import renamed
from engine.filing.planning.folders import Folders
from engine.filing.planning.keywording import BYTES, keyword_files, keywords_of, why_no_keyword
from engine.filing.planning.names import is_portable, name_key, numbered, portable
from engine.filing.planning.room import Drives
from engine.filing.planning.same import is_same
from engine.filing.planning.sources import Member
from engine.filing.planning.targets import Targets
from engine.filing.planning.values import COLUMNS, Row

_ROW = 200  # bytes of an album's row, about

Bundle = list[tuple[Member, str]]  # files that stay together, each with the name that its photo is to have


class _Way(NamedTuple):
    """From one folder to another: to which drive, whether it is the same, and whether bytes are written there."""

    device: int
    same: bool
    writes: bool


class Drafts:
    """Takes the photos of a plan one by one; `plan` makes it of them."""

    def __init__(self, options: FilingOptions, folders: Folders, faces: Mapping[str, Mapping[str, Any]]) -> None:
        """`faces` are those of contents whose names are written beside keywords."""
        self._options, self._faces = options, faces
        self._is_album, self._gives_keywords = options.action in ALBUMS, options.action == "keywords"
        self._folders = folders
        self._targets = Targets(options.target or "", folders)
        self._drives = Drives()
        self._bundles: dict[tuple[object, ...], tuple[tuple[str, ...], Bundle]] = {}
        self._left: list[tuple[Photo, Sentence]] = []
        self._operations: list[Operation] = []
        self._needed: dict[int, int] = defaultdict(int)
        self._places: dict[int, str] = {}  # a folder on each drive
        self._ways: dict[tuple[str, str], _Way] = {}

    def leave(self, photo: Photo, why: Sentence) -> None:
        self._left.append((photo, why))

    def add(self, members: Sequence[Member], levels: tuple[str, ...] = (), name: str = "") -> None:
        """A photo and its companions, to be called `name` in the folder `levels`. Those of a stem stay together."""
        photo = members[0].photo
        key = (photo.folder, name_key(photo.name.rpartition(".")[0] or photo.name), levels)
        _, bundle = self._bundles.setdefault(key, (levels, []))
        bundle += [(member, name) for member in members]

    def plan(self, rows: Mapping[int, Row] | None) -> Plan:
        """The plan; `rows` are those of an album, by file id."""
        options = self._options
        for levels, bundle in self._bundles.values():
            if options.action in TRANSFERS:
                self._transfer(levels, bundle)
            else:
                self._stay(bundle)
        for photo, why in self._left:
            self._append(Member(photo, photo.name, photo.file.size, photo.file.id), None, None, why)
        if rows is not None:
            self._give_rows(rows)
        planned = [o for o in self._operations if o.status == "planned"]
        photos = sum(o.companion_of is None for o in planned)
        drives = tuple(self._drives.drive(self._places[d], n) for d, n in self._needed.items())
        return Plan(
            options,
            label_of(options, photos),
            tuple(self._operations),
            Totals(
                len(planned),
                sum(o.bytes for o in planned),
                self._targets.clashes,
                min((d.free for d in drives), default=0),
            ),
            drives,
            tuple(self._targets.new_folders()) if planned and options.action in TRANSFERS else (),
        )

    def _transfer(self, levels: tuple[str, ...], bundle: Bundle) -> None:
        folder = self._targets.folder(levels)
        if len(bundle) == 1 and self._targets.take(folder, bundle[0][1]):
            self._transfer_alone(folder, *bundle[0])
            return
        placed = self._placed(folder, bundle)
        of: dict[int, int] = {}
        for i, (member, _) in enumerate(bundle):
            target, why = None, None
            if placed is None:
                why = Sentence("its path in {folder} is too long for Windows", folder=folder)
            else:
                target = f"{folder}{os.sep}{placed[0][i]}"
                why = self._why_not(member, folder, target, placed[1][i])
            if not member.companion:
                of[member.photo.file.id] = len(self._operations)
            self._append(member, target, of[member.photo.file.id] if member.companion else None, why)
            if why is None:
                self._need(folder, member)

    def _transfer_alone(self, folder: str, member: Member, name: str) -> None:
        """A file that goes alone to a new or empty folder, as most do: nothing there can be in its way."""
        way = self._way(member.photo.folder, folder)
        why = None if way.same else self._why_elsewhere(member)
        self._append(member, f"{folder}{os.sep}{name}", None, why)
        if why is None:
            self._needed[way.device] += member.bytes if way.writes else 0

    def _placed(self, folder: str, bundle: Bundle) -> tuple[Sequence[str], Sequence[bool]] | None:
        """As `Targets.place`."""
        action = self._options.action

        def named(number: int) -> list[str]:
            if number > 1:
                return [_name(member, numbered(name, number)) for member, name in bundle]
            return [_name(member, name) if member.companion else name for member, name in bundle]

        return self._targets.place(folder, named, lambda i, path: is_same(action, bundle[i][0], path))

    def _why_not(self, member: Member, folder: str, target: str, there: bool) -> Sentence | None:
        if folder == member.photo.folder and target == member.path:
            return Sentence("{name} is where it is to be", name=member.name)
        if there:
            return Sentence("{name} is there already, as {target}", name=member.name, target=target)
        return None if self._way(member.photo.folder, folder).same else self._why_elsewhere(member)

    def _why_elsewhere(self, member: Member) -> Sentence | None:
        """Why a file cannot go to another drive, or None."""
        if self._options.action != "hardlink":
            return None
        return Sentence("{name} is on another drive, where no hard link leads: copy it", name=member.name)

    def _need(self, folder: str, member: Member) -> None:
        way = self._way(member.photo.folder, folder)
        self._needed[way.device] += member.bytes if way.writes else 0

    def _way(self, source: str, target: str) -> _Way:
        """From folder to folder, many files go the same."""
        way = self._ways.get((source, target))
        if way is None:
            device, same = self._drives.device(target), self._drives.same(source, target)
            action = self._options.action
            way = _Way(device, same, action == "copy" or (action == "move" and not same))
            self._ways[source, target] = way
            self._places.setdefault(device, target)
        return way

    def _stay(self, bundle: Bundle) -> None:
        """Files that stay where they are, or whose place is only known when it is done: a trash."""
        of: dict[int, int] = {}
        for member, _ in bundle:
            if not member.companion:
                of[member.photo.file.id] = len(self._operations)
            targets, why, written = self._written(member)
            self._append(member, targets[0], of[member.photo.file.id] if member.companion else None, why)
            for more in targets[1:] if why is None else ():
                self._append(member._replace(bytes=written, file=None), more, of[member.photo.file.id], why)
            if why is None:
                place = member.photo.folder if targets[0] is None else os.path.dirname(targets[0])
                device = self._drives.device(place)
                self._places.setdefault(device, place)
                self._needed[device] += written * len(targets)

    def _written(self, member: Member) -> tuple[Sequence[str | None], Sentence | None, int]:
        """The files that are written for one, why none is, and the bytes of each, about."""
        options, photo = self._options, member.photo
        if options.action in ALBUMS:
            return [options.target], None, _ROW
        if options.action == "keywords":
            targets = keyword_files(member.path, self._folders.listing(photo.folder), options)
            return targets, why_no_keyword(photo.cluster), BYTES
        return [None], None, 0

    def _append(self, member: Member, target: str | None, of: int | None, why: Sentence | None) -> None:
        cluster = member.photo.cluster
        self._operations.append(
            Operation(
                len(self._operations),
                member.path,
                target,
                member.bytes,
                member.file,
                of,
                "" if cluster is None or self._is_album else cluster.id,
                "planned" if why is None else "left",
                why,
                self._values(member.photo) if self._gives_keywords else NO_VALUES,
            )
        )

    def _values(self, photo: Photo) -> Mapping[str, Any]:
        """What is written into a photo: its keywords, and the names of those who are on it."""
        faces = self._faces.get(photo.file.digest or "")
        return {"keywords": keywords_of(photo.cluster)} | ({"faces": faces} if faces else {})

    def _give_rows(self, rows: Mapping[int, Row]) -> None:
        """An album is one file: the first of its operations writes it, with the rows of all."""
        planned = [o for o in self._operations if o.status == "planned" and o.file is not None]
        if planned:
            first, listed = planned[0], [rows[o.file] for o in planned if o.file is not None]
            self._operations[first.number] = first._replace(values={"columns": list(COLUMNS), "rows": listed})


def _name(member: Member, photo: str) -> str:
    """The name of a file whose photo is called so at the target."""
    if not member.companion:
        return photo
    name = renamed(member.name, member.photo.name, photo)
    return name if is_portable(name) else portable(name)
