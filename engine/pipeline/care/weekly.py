"""The weekly look: SQLite's whole integrity check, every checksum of the catalog, and every vector.

It comes after what was asked for, so that no picture waits for it, and a stop ends it: then the next run looks.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress

from engine.core import devices
from engine.core.errors import Cancelled, Sentence
from engine.core.job import Job
from engine.core.partials import Notice
from engine.embedding.backbone import open_backbone
from engine.library.catalog.catalog import suspected
from engine.library.library import Library
from engine.library.safety.condition import is_damage, require_whole
from engine.pipeline.care.vectors import check_vectors
from engine.pipeline.embed import embed
from engine.pipeline.options import OrganiseOptions, Outcome

WEEK = 7 * 24 * 3600.0  # seconds
_SETTING = "looked over at"  # seconds since 1970


def look_weekly(library: Library, options: OrganiseOptions, job: Job, clock: Callable[[], float] = time.time) -> None:
    """Look through an organised library where that is due, and mend its vectors; what it has to say is published.

    A UserError where the catalog is damaged: the next opening repairs it. `options` say with what is computed.
    """
    if library.read_only or not _is_due(library, clock()):
        return
    with suppress(Cancelled):
        _require_whole(library, job)
        _mend_vectors(library, options, job)
        library.catalog.set_setting(_SETTING, str(clock()))


def _is_due(library: Library, now: float) -> bool:
    """A new library has nothing to look for yet; after a clock has jumped, it is due."""
    last = library.catalog.setting(_SETTING)
    if last is None:
        if library.catalog.files.has_unknown_checksums():
            return True
        library.catalog.set_setting(_SETTING, str(now))
        return False
    return not 0 <= now - float(last) < WEEK


def _require_whole(library: Library, job: Job) -> None:
    job.report("check", 0, 0)
    try:
        require_whole(library.catalog.path, made=True, thorough=True, job=job)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        raise suspected(library.catalog.path) from error


def _mend_vectors(library: Library, options: OrganiseOptions, job: Job) -> None:
    """Forget vectors that are not what was written; those of the network in use are made again at once."""
    count = 0
    for found in check_vectors(library, job):
        library.catalog.files.drop_vectors(found.backbone, found.bad)
        count += len(found.bad)
    current = library.catalog.clusterings.current()
    if not count or current is None:
        return
    job.publish(
        Notice(Sentence("{count:,} vectors were changed or lost on the disk: they are made again.", count=count))
    )
    backbone = open_backbone(options.updated_from(current[1]).backbone)
    embed(library, backbone, devices.resolve(options.device), options.threads or devices.cores(), Outcome(), job)
