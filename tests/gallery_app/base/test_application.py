"""A folder that is dropped on the icon in the Dock is opened, also where that is what starts Photoloom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# The program with its first frame, without macOS, which would post the events, and without views.
PROGRAM = """
import sys
from pathlib import Path
from types import SimpleNamespace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from gallery_app import app as program

a_file, at_start, later = sys.argv[1:]
make = program.application

def post(path):
    QCoreApplication.postEvent(QCoreApplication.instance(), QFileOpenEvent(path))

def application():
    app = make()
    post(a_file)
    post(at_start)
    return app

def furnish(window, library):
    def open_folder(folder):
        print(folder, flush=True)
        if str(folder) == later:
            window.close()
    post(later)
    folders, begun = SimpleNamespace(open=open_folder), SimpleNamespace(begin=lambda: None)
    return SimpleNamespace(workspace=SimpleNamespace(folders=folders, program=begun))

program.application, program.furnish = application, furnish
program.run(None, None)
"""


def test_a_folder_that_macos_hands_over_is_opened_at_the_start_and_later(tmp_path: Path) -> None:
    folders = [tmp_path / "at start", tmp_path / "later"]
    for folder in folders:
        folder.mkdir()
    words = [sys.executable, "-c", PROGRAM, __file__, *map(str, folders)]
    told = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.splitlines() == [str(folder) for folder in folders]
