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
from engine.service import protocol
from engine.service.protocol import Result

Unopened = protocol.SurveyCatalog | protocol.MendCatalog | protocol.CountMissing | protocol.ForgetMissing
UNOPENED = (protocol.SurveyCatalog, protocol.MendCatalog, protocol.CountMissing, protocol.ForgetMissing)


def run_unopened(library: Path, request: Unopened, job: Job) -> Result:
    """Run the job of such a request on the library at this place."""
    if isinstance(request, protocol.SurveyCatalog | protocol.MendCatalog):
        lock = LibraryLock(library, "the Photoloom window")  # whose library it could not open, and has let go
        lock.take()
        try:
            if isinstance(request, protocol.MendCatalog):
                return _mend(library, request)
            return protocol.CatalogSurveyed(survey(library, job))
        finally:
            lock.release()
    with Library(library, None) as opened:
        if not opened.read_only:
            recover(opened, job)  # what an action on files has moved is not missing
        if isinstance(request, protocol.CountMissing):
            return protocol.MissingCounted(
                tuple(count_missing(opened, root, job) for root, _ in opened.catalog.files.roots())
            )
        return protocol.MissingForgotten(
            sum(forget_missing(opened, root, job, most=count) for root, count in request.counted)
        )


def _mend(library: Path, request: protocol.MendCatalog) -> protocol.CatalogMended:
    if request.way == "backup":
        backup = library / FOLDER / Path(request.backup).name
        if not backup.is_file():
            raise UserError("The backup {path} is not there any more: choose another way.", path=backup)
        kept, rebuilt = recovery.restore(library, backup)
    elif request.way == "rescue":
        kept, rebuilt = recovery.salvage(library)
    else:
        kept, rebuilt = recovery.begin_anew(library), recovery.Rebuilt(kept=dict.fromkeys(recovery.CORRECTIONS, 0))
    return protocol.CatalogMended(request.way, None if kept is None else kept.name, rescue_of(rebuilt))
