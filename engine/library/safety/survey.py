"""Survey: what is left of a damaged or missing catalog, and what each way out of it would keep; nothing is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine.core.job import Job
from engine.library.safety.backups import backups, is_whole, made_at, newest_good
from engine.library.safety.recovery import CORRECTIONS, Rebuilt, build, counted, is_missing


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """A backup that is whole; `made_at` is local time, in ISO 8601."""

    name: str
    made_at: str
    corrections: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The corrections of one table: `now` there are so many, and `before` (None: unknown) there were; `whole` where
    they are known to be as they were written."""

    table: str
    now: int
    before: int | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Rescue:
    """What can be read of a catalog; `history` is False where the list of edits, and so their undo, has gaps."""

    kept: tuple[Kept, ...]
    exact: bool
    history: bool

    @property
    def now(self) -> int:
        return sum(kept.now for kept in self.kept)

    @property
    def before(self) -> int | None:
        """How many corrections there were; None where that cannot be read."""
        known = [kept.before for kept in self.kept]
        return None if None in known else sum(count for count in known if count is not None)


@dataclass(frozen=True, slots=True)
class Survey:
    """`rescue` is None where nothing can be read; the backups are the whole ones, the newest first."""

    missing: bool
    backups: tuple[GoodBackup, ...]
    damaged_backups: int
    rescue: Rescue | None


def survey(library: Path, job: Job) -> Survey:
    """Look through a library whose catalog is damaged or missing. Reports "survey"."""
    found, damaged = [], 0
    kept = backups(library)
    for path in job.track("survey", kept, len(kept)):
        if is_whole(path):
            found.append(GoodBackup(path.name, made_at(path).isoformat(), _corrections(path)))
        else:
            damaged += 1
    path = library / "catalog.db"
    missing = is_missing(path)
    return Survey(missing, tuple(found), damaged, None if missing else _rescue(path))


def rescue_of(rebuilt: Rebuilt) -> Rescue:
    """What a catalog that was rebuilt has kept."""
    kept = []
    for table in CORRECTIONS:
        now, before, whole = rebuilt.kept[table], rebuilt.counted.get(table), table in rebuilt.whole
        kept.append(Kept(table, now, now if whole else None if before is None else max(now, before), whole))
    return Rescue(tuple(kept), rebuilt.exact, "edits" in rebuilt.whole)


def _rescue(path: Path) -> Rescue | None:
    """Rebuild it beside, and throw that away: only so it is known what can be read."""
    part = path.with_name("catalog.survey.part")
    try:
        rebuilt = build(part, path, newest_good(path.parent))
    finally:
        part.unlink(missing_ok=True)
    return rescue_of(rebuilt) if rebuilt.readable else None


def _corrections(backup: Path) -> int:
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        return sum(counted(connection, table) or 0 for table in CORRECTIONS)  # an earlier version has fewer tables
