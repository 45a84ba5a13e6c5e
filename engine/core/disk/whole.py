"""Files that are written aside and renamed: a full disk leaves the earlier one as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from engine.core.errors import UserError, why

_LONGEST = 40  # characters of the name: of one as long as may be there is no longer one


def write_whole(out: Path, parts: Iterable[bytes]) -> None:
    """Write a file whose bytes come in parts, whole or not at all; a full or unwritable disk is a UserError."""
    part = out.with_name(f".{out.name[:_LONGEST]}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise UserError(
            "{file} could not be written: {reason}. Make room there, or choose another folder.",
            file=out,
            reason=why(error),
        ) from error
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
