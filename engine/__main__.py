"""The headless program: `python -m engine`, installed as `photoloom-engine`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from engine.devices import calm_threads, limit_threads


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is contracts.md's."""
    from engine.commands.parser import parse

    arguments = parse(words)
    # Before anything imports numpy, scikit-learn or torch: they read these once.
    calm_threads()
    if arguments.threads:
        limit_threads(arguments.threads)
    from engine.commands.run import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
