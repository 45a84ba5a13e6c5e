"""How much memory a process may take."""

from __future__ import annotations

import sys
from pathlib import Path


def limit_memory(memory: int) -> None:
    """Hold this process to `memory` bytes more than it has now, where the system can (Linux)."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
