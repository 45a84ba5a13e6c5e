"""Jobs for a library that cannot be opened as it is, or whose photo folder is away."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import UserError
from engine.core.job import Job
from engine.filing.acting.recover import recover
from engine.library.library import Library
from engine.library.lock import LibraryLock
from engine.library.safety import recovery
from engine.library.safety.backups import FOLDER
from engine.library.safety.survey import rescue_of, survey
from engine.pipeline.forget import count_missing, forget_missing
from engine.service.safety_messages import (
    CatalogMended,
    CatalogSurveyed,
    CountMissing,
    MendCatalog,
    MissingCounted,
    MissingForgotten,
    SafetyRequest,
    SafetyResult,
    SurveyCatalog,
)


def run_unopened(library: Path, request: SafetyRequest, job: Job) -> SafetyResult:
    """Run the job of such a request on the library at this place."""
    if isinstance(request, SurveyCatalog | MendCatalog):
        lock = LibraryLock(library, "the Photoloom window")  # whose library it could not open, and has let go
        lock.take()
        try:
            if isinstance(request, MendCatalog):
                return _mend(library, request)
            return CatalogSurveyed(survey(library, job))
        finally:
            lock.release()
    with Library(library, None) as opened:
        if not opened.read_only:
            recover(opened, job)  # what an action on files has moved is not missing
        if isinstance(request, CountMissing):
            return MissingCounted(tuple(count_missing(opened, root, job) for root, _ in opened.catalog.files.roots()))
        return MissingForgotten(sum(forget_missing(opened, root, job, most=count) for root, count in request.counted))


def _mend(library: Path, request: MendCatalog) -> CatalogMended:
    if request.way == "backup":
        backup = library / FOLDER / Path(request.backup).name
        if not backup.is_file():
            raise UserError("The backup {path} is not there any more: choose another way.", path=backup)
        kept, rebuilt = recovery.restore(library, backup)
    elif request.way == "rescue":
        kept, rebuilt = recovery.salvage(library)
    else:
        kept, rebuilt = recovery.begin_anew(library), recovery.Rebuilt(kept=dict.fromkeys(recovery.CORRECTIONS, 0))
    return CatalogMended(request.way, None if kept is None else kept.name, rescue_of(rebuilt))
