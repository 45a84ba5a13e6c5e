"""The window with an engine at work opens no Internet socket, and writes only where it should."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gallery_app.state.program.update_check import PROBLEMS
from tests.watched import Home, internet

# The program as it is started, closed once the engine has organised the folder twice.
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from engine.pipeline.options import OrganiseOptions
from gallery_app import app
from gallery_app.__main__ import main

furnish, asked = app.furnish, []

def furnished(window, library):
    parts = furnish(window, library)

    def done(result):
        asked.append(result)
        if len(asked) == 1:
            QTimer.singleShot(0, lambda: parts.session.organise(OrganiseOptions(k=2, method="kmeans"), force=True))
        else:
            QTimer.singleShot(500, window.close)

    parts.session.jobs.begun.connect(lambda run: run.ended.connect(done))
    parts.session.failed.connect(lambda sentence: (print(sentence), window.close()))
    return parts

app.furnish = furnished
status = main(sys.argv[1:])
sys.exit(status or len(asked) != 2)
"""


@pytest.fixture
def user(tmp_path: Path, photoloom_home: Path) -> Home:
    home = Home(tmp_path, photoloom_home / "models")
    home.environment["QT_QPA_PLATFORM"] = "offscreen"
    return home


@pytest.mark.slow  # the calls of the one below are looked through for sockets as well
def test_the_window_opens_no_internet_socket(user: Home, photo_folder: Path) -> None:
    done = user.sealed([sys.executable, "-c", WINDOW, photo_folder])
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert user.left() == []


def test_the_window_writes_only_into_its_own_folders(user: Home, photo_folder: Path) -> None:
    done, calls = user.traced([sys.executable, "-c", WINDOW, photo_folder])
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert internet(calls) == []
    assert user.strays(calls) == []
    assert user.left() == []


# Where the whole window is built, and a newer version is then asked for.
ASKING = """
import sys
from pathlib import Path
from gallery_app.app import application, build
app = application()
parts = build(None, Path(sys.argv[1]))
parts.workspace.program.begin()
parts.window.show()
app.processEvents()
updates = parts.workspace.program.updates
print(updates.busy)
updates.check.ended.connect(lambda told: (print(told), app.exit()))
updates.ask()
app.exec()
parts.window.close()
"""


def test_the_window_itself_asks_no_server_even_where_the_user_wants_it(user: Home, tmp_path: Path) -> None:
    """Nothing is asked at the start; when it is, another process opens the socket, and dies of it here."""
    done = user.sealed([sys.executable, "-c", ASKING, tmp_path / "window.ini"])
    assert (done.returncode, done.stdout.splitlines()) == (0, ["False", PROBLEMS["unclear"]]), done.stderr
