"""The headless program: `python -m engine`, installed as `photoloom-engine`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from engine.core.interpreter import leave_current_folder

UNREAD = 1  # what Python's documentation advises where nobody reads on


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; exit statuses stand in docs/formats.md. Where nobody reads on (`| head`) it ends in silence."""
    leave_current_folder()
    try:
        try:
            return _main(words)
        finally:
            sys.stdout.flush()  # here, where it is caught, and not as Python ends
    except BrokenPipeError:
        _let_go()
        return UNREAD


def _main(words: Sequence[str] | None) -> int:
    import faulthandler

    from engine.commands.parser import parse
    from engine.core.devices import limit_threads, set_passive_wait_policy
    from engine.core.logs import start_log

    arguments = parse(words)
    start_log("engine")
    if sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)  # a native crash shows its stacks where the user is, in the terminal
    # Before anything imports numpy, scikit-learn or torch: they read these once.
    set_passive_wait_policy()
    if arguments.threads:
        limit_threads(arguments.threads)
    from engine.commands.run import run

    return run(arguments)


def _let_go() -> None:
    """Let what nobody reads go nowhere: Python writes out what is left as it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
