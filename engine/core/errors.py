"""The two kinds of failure: what the user can mend, and a cancel. Anything else is our own bug."""

from __future__ import annotations

import errno
from typing import Any, Self


class Sentence:
    """A message to the user: an English template and its values, so that the window can translate it.

    Values are filled in and never parsed; one may be a sentence itself.
    """

    def __init__(self, template: str, /, **values: Any) -> None:
        self.template, self.values = template, values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def to_json(self) -> dict[str, Any]:
        """The template and its values as JSON; `from_json` reads it."""
        return {"template": self.template, "values": {name: _plain(value) for name, value in self.values.items()}}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Sentence:
        values = data["values"].items()
        return cls(data["template"], **{name: cls.from_json(v) if isinstance(v, dict) else v for name, v in values})


class UserError(Exception):
    """One clear sentence that names the file or the option and the way out; shown without a traceback.

    Takes what a Sentence takes. `usage` marks wrong arguments (exit status 2 of the headless program instead of 1).
    """

    def __init__(self, template: str, /, *, usage: bool = False, **values: Any) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(str(self.sentence))
        self.usage = usage

    @classmethod
    def of(cls, sentence: Sentence) -> Self:
        """The failure that another process has reported."""
        return cls(sentence.template, **sentence.values)


class FolderAway(UserError):  # noqa: N818 - the user's situation, not a fault
    """A folder that shows no picture now: its drive may be away, and what is known of it stays."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user has asked to stop; raised by `Job.report`."""


_SYSTEM = {
    errno.EPERM: Sentence("Operation not permitted"),
    errno.ENOENT: Sentence("No such file or directory"),
    errno.EIO: Sentence("Input/output error"),
    errno.EACCES: Sentence("Permission denied"),
    errno.EBUSY: Sentence("Device or resource busy"),
    errno.ENOTDIR: Sentence("Not a directory"),
    errno.EISDIR: Sentence("Is a directory"),
    errno.EMFILE: Sentence("Too many open files"),
    errno.EFBIG: Sentence("File too large"),
    errno.ENOSPC: Sentence("No space left on device"),
    errno.EROFS: Sentence("Read-only file system"),
    errno.ENAMETOOLONG: Sentence("File name too long"),
    errno.ETIMEDOUT: Sentence("Connection timed out"),
}


def why(error: OSError) -> Sentence | str:
    """The reason of a system failure; the system's own text where it is a rare one."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)


def _plain(value: Any) -> Any:
    if isinstance(value, Sentence):
        return value.to_json()
    return value if isinstance(value, str | int | float) else str(value)
