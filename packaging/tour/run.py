"""Runs the tour with a library and settings of its own, so that the user's are not touched."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from engine.core.errors import UserError
from engine.core.interpreter import child_command
from gallery_app.app import application, build
from tour.tour import Tour
from tour.window_styles import WindowStyle, scale

DOUBLE = 2  # the scale factor of the second run


def run(folder: Path, library: Path | None, pictures: Path, styles: Sequence[WindowStyle] = ()) -> int:
    """Save the screenshots of `styles` (empty: all) in `pictures`; returns the exit status."""
    app = application()
    with tempfile.TemporaryDirectory(prefix="photoloom-tour-", ignore_cleanup_errors=True) as scratch:
        try:
            pictures.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("{folder} cannot be written ({reason}).", folder=pictures, reason=error.strerror) from error
        os.environ["PHOTOLOOM_HOME"] = scratch
        parts = build(library, Path(scratch) / "window.ini")
        parts.workspace.understanding.background.switch(False)  # or it would come and go as it likes
        tour = Tour(parts, folder, pictures, Path(scratch), styles)
        tour.finished.connect(app.exit)
        tour.start()
        status = int(app.exec())
        parts.window.close()
    return status if status or styles or scale() != 100 else _run_at(DOUBLE, folder, pictures)


def _run_at(factor: int, folder: Path, pictures: Path) -> int:
    """Save some of the states at another scale, in a new process: Qt reads the scale only at the start."""
    command = child_command("gallery_app", str(folder), "--tour", str(pictures))
    return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(factor)}, check=False).returncode
