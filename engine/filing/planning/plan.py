"""A plan: everything an action will do, worked out before anything happens. Nothing is written but by `write_plan`."""

from __future__ import annotations

import os

from engine.core.errors import UserError
from engine.core.job import Job
from engine.filing import journal
from engine.filing.collector import no_collector
from engine.filing.journal import Journal
from engine.filing.operations import ALBUMS, TRANSFERS, FilingOptions, Plan
from engine.filing.planning.chosen import chosen
from engine.filing.planning.drafts import Drafts
from engine.filing.planning.folders import Folders
from engine.filing.planning.keywording import faces_of
from engine.filing.planning.pattern import parse
from engine.filing.planning.refusals import Refusals
from engine.filing.planning.sources import Sources
from engine.filing.planning.values import rows_of, values_of
from engine.library.library import Library

STAGE = "plan-file"


def plan(library: Library, options: FilingOptions, job: Job) -> Plan:
    """Work out what `options` mean now; 100,000 photos take less time than bare links to them.

    What cannot be filed is `left` with a reason. UserError: a pattern, cluster or target that is off.
    """
    with no_collector():
        return _plan(library, options, job)


def _plan(library: Library, options: FilingOptions, job: Job) -> Plan:
    folders = Folders()
    refusals = Refusals(folders, library.folder)
    pattern = parse(options.pattern)
    _check_target(options, refusals)
    job.report(STAGE, 0, 0)
    told = options.action in ALBUMS or (options.action in TRANSFERS and not pattern.fields <= {"cluster", "name"})
    photos = chosen(library, options, with_contents=told)
    sources = Sources(library, options, photos, folders, refusals)
    drafts = Drafts(options, folders, faces_of(library) if options.action == "keywords" else {})
    values = values_of(photos, pattern.fields) if options.action in TRANSFERS else [{}] * len(photos)
    rows = rows_of(photos) if options.action in ALBUMS else None
    for done, (photo, known) in enumerate(zip(photos, values, strict=True)):
        if done % 500 == 0:
            job.report(STAGE, done, len(photos))
        why = sources.why_left(photo)
        if why is not None:
            drafts.leave(photo, why)
        elif options.action in TRANSFERS:
            drafts.add(sources.members(photo), *pattern.place(photo.name, known))
        else:
            drafts.add(sources.members(photo))
    made = drafts.plan(rows)
    job.report(STAGE, len(photos), len(photos))
    return made


def write_plan(library: Library, made: Plan) -> int:
    """Write a plan down in the library's journal; returns the action's id, which no edit and no other action has."""
    known = journal.ids(library.folder)
    id_ = library.catalog.edits.reserve(known[-1] if known else 0)
    Journal.create(library.folder, id_, made).close()
    return id_


def _check_target(options: FilingOptions, refusals: Refusals) -> None:
    if options.action not in (*TRANSFERS, *ALBUMS):
        return
    target = options.target
    if not target:
        raise UserError("Say where to: {action} needs a target.", action=options.action, usage=True)
    if not os.path.isabs(target):
        raise UserError("{target} is no absolute path: name the whole of it.", target=target, usage=True)
    album = options.action in ALBUMS
    if album and os.path.isdir(target):
        raise UserError("{target} is a folder: name the file of the album.", target=target)
    if not album and os.path.lexists(target) and not os.path.isdir(target):
        raise UserError("{target} is a file: name a folder to file photos to.", target=target)
    refusals.check_target(os.path.dirname(target) if album else target)
