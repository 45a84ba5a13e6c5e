"""Folders dropped on the window from other programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

OURS = "application/x-photoloom"  # how the formats of the window's own drags begin


def dragged_folder(data: QMimeData) -> Path | None:
    """The single folder in a drag from another program; None for anything else."""
    if any(kind.startswith(OURS) for kind in data.formats()):
        return None
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return local[0] if len(local) == 1 and local[0].is_dir() else None
