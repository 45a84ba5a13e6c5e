"""Hard links and symlinks: a second name for a file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from engine.core.job import Job
from engine.filing.actions.action import Done, Facts, Intend, Left
from engine.filing.actions.renaming import plain_file, remove, same_file, status_of
from engine.filing.operations import Operation

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


class Hardlink:
    """A second name for the same bytes, on the same drive."""

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        source, target = Path(operation.source), Path(str(operation.target))
        plain_file(source)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno == errno.EXDEV:
                raise Left("{name} lies on another drive, where no hard link can lead", name=source.name) from error
            if error.errno in _NO_LINKS:
                raise Left("this drive has no hard links: copy or move instead") from error
            raise
        return Done(str(target))

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        source, target = Path(operation.source), Path(str(operation.target))
        first, second = status_of(source), status_of(target)
        if second is None:
            return
        if first is None:
            raise Left("{name} may be the last name of its file: it stays", name=target.name)
        if not same_file(first, second):
            raise Left("{name} was changed since: it stays where it is", name=target.name)
        remove(target)

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        first, second = status_of(Path(operation.source)), status_of(Path(str(operation.target)))
        linked = first is not None and second is not None and same_file(first, second)
        return Done(operation.target) if linked else None


class Symlink:
    """A link that names the file."""

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        source, target = Path(operation.source), Path(str(operation.target))
        plain_file(source)
        try:
            target.symlink_to(source)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and error.errno not in _NO_LINKS and getattr(error, "winerror", 0) != 1314:
                raise
            raise Left("this drive, or your account, cannot make symlinks: copy or move instead") from error
        return Done(str(target))

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        target = Path(str(operation.target))
        if status_of(target) is None:
            return
        if not _leads_to(target, operation.source):
            raise Left("{name} was changed since: it stays where it is", name=target.name)
        remove(target)

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        return Done(operation.target) if _leads_to(Path(str(operation.target)), operation.source) else None


def _leads_to(link: Path, source: str) -> bool:
    return link.is_symlink() and str(link.readlink()) == source
