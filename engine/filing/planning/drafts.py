"""Drafts of operations: collects what stays together, then gives every file its target, number and drive."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.core.errors import Sentence
from engine.filing.operations import ALBUMS, TRANSFERS, FilingOptions, Operation, Plan, Totals
from engine.filing.planning.chosen import Photo
from engine.filing.planning.companions import renamed
from engine.filing.planning.folders import Folders
from engine.filing.planning.labels import label_of
from engine.filing.planning.names import is_portable, name_key, numbered, portable
from engine.filing.planning.room import Drives
from engine.filing.planning.rows import COLUMNS, Row
from engine.filing.planning.same import is_same
from engine.filing.planning.sources import Member
from engine.filing.planning.targets import Targets

_ROW = 200  # bytes of an album's row, about

Bundle = list[tuple[Member, str]]  # files that stay together, each with the name that its photo is to have


class Drafts:
    """Takes the photos of a plan one by one; `plan` makes it of them."""

    def __init__(self, options: FilingOptions, folders: Folders) -> None:
        self._options = options
        self._targets = Targets(options.target or "", folders)
        self._drives = Drives()
        self._bundles: dict[tuple[object, ...], tuple[tuple[str, ...], Bundle]] = {}
        self._left: list[tuple[Photo, Sentence]] = []
        self._operations: list[Operation] = []
        self._needed: dict[int, int] = defaultdict(int)
        self._places: dict[int, str] = {}  # a folder on each drive

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
        action = self._options.action

        def named(number: int) -> list[str]:
            return [_name(member, numbered(name, number)) for member, name in bundle]

        placed = self._targets.place(folder, named, lambda i, path: is_same(action, bundle[i][0], path))
        of: dict[int, int] = {}
        for i, (member, _) in enumerate(bundle):
            if placed is None:
                target = None
                why: Sentence | None = Sentence("its path in {folder} is too long for Windows", folder=folder)
            else:
                target = os.path.join(folder, placed[0][i])
                why = self._why_not(member, target, placed[1][i])
            if not member.companion:
                of[member.photo.file.id] = len(self._operations)
            self._append(member, target, of[member.photo.file.id] if member.companion else None, why)
            if why is None:
                self._need(folder, member)

    def _why_not(self, member: Member, target: str, there: bool) -> Sentence | None:
        if target == member.path:
            return Sentence("{name} is where it is to be", name=member.name)
        if there:
            return Sentence("{name} is there already, as {target}", name=member.name, target=target)
        other = self._drives.device(member.photo.folder) != self._drives.device(os.path.dirname(target))
        if self._options.action == "hardlink" and other:
            return Sentence("{name} is on another drive, where no hard link leads: copy it", name=member.name)
        return None

    def _need(self, folder: str, member: Member) -> None:
        action, device = self._options.action, self._drives.device(folder)
        self._places.setdefault(device, folder)
        writes = action == "copy" or (action == "move" and self._drives.device(member.photo.folder) != device)
        self._needed[device] += member.bytes if writes else 0

    def _stay(self, bundle: Bundle) -> None:
        """Files that get no other place, or one that is only known when it is done."""
        of: dict[int, int] = {}
        for member, _ in bundle:
            if not member.companion:
                of[member.photo.file.id] = len(self._operations)
            target = self._options.target if self._options.action in ALBUMS else None
            self._append(member, target, of[member.photo.file.id] if member.companion else None, None)
            place = os.path.dirname(target) if target else member.photo.folder
            device = self._drives.device(place)
            self._places.setdefault(device, place)
            self._needed[device] += _ROW if target else 0

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
                "" if cluster is None or self._options.action in ALBUMS else cluster.id,
                "planned" if why is None else "left",
                why,
            )
        )

    def _give_rows(self, rows: Mapping[int, Row]) -> None:
        """An album is one file: the first of its operations writes it, with the rows of all."""
        planned = [o for o in self._operations if o.status == "planned" and o.file is not None]
        if planned:
            first, listed = planned[0], [rows[o.file] for o in planned if o.file is not None]
            self._operations[first.number] = replace(first, values={"columns": list(COLUMNS), "rows": listed})


def _name(member: Member, photo: str) -> str:
    """The name of a file whose photo is called so at the target."""
    if not member.companion:
        return photo
    name = renamed(member.name, member.photo.name, photo)
    return name if is_portable(name) else portable(name)
