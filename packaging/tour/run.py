"""Goes on the tour in a library and with settings of its own, so that every state is seen and the user's are left."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from engine.core.errors import UserError
from engine.core.interpreter import child_command
from gallery_app.app import application, build
from tour.looks import Look, scale
from tour.tour import Tour

DOUBLE = 2  # times as many pixels as usual have the screens that a tour looks at last


def run(folder: Path, library: Path | None, pictures: Path, looks: Sequence[Look] = ()) -> int:
    """Save the pictures of `looks`, or of all, and end; the exit status."""
    app = application()
    with tempfile.TemporaryDirectory(prefix="photoloom-tour-", ignore_cleanup_errors=True) as own:
        try:
            pictures.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("{folder} cannot be written ({reason}).", folder=pictures, reason=error.strerror) from error
        os.environ["PHOTOLOOM_HOME"] = own
        parts = build(library, Path(own) / "window.ini")
        tour = Tour(parts, folder, pictures, Path(own), looks)
        tour.finished.connect(app.exit)
        tour.start()
        status = int(app.exec())
        parts.window.close()
    return status if status or looks or scale() != 100 else _run_at(DOUBLE, folder, pictures)


def _run_at(factor: int, folder: Path, pictures: Path) -> int:
    """Some of the states on a screen of another scale: Qt asks for it only once, at the start."""
    words = child_command("gallery_app", str(folder), "--tour", str(pictures))
    return subprocess.run(words, env={**os.environ, "QT_SCALE_FACTOR": str(factor)}, check=False).returncode
