"""The two kinds of failure: what the user can mend, and a cancel. Anything else is our own bug."""


class UserError(Exception):
    """One clear sentence that names the file or the word and the way out; shown without a traceback.

    `usage` marks words that are off (exit status 2 of the headless program instead of 1).
    """

    def __init__(self, sentence: str, *, usage: bool = False) -> None:
        super().__init__(sentence)
        self.usage = usage


class FolderAway(UserError):  # noqa: N818 - the user's situation, not a fault
    """A folder that shows no picture now: its drive may be away, and what is known of it stays."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user has asked to stop; raised by `Job.report`."""
