"""A window on a real library with faces and persons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.library.library import Library
from gallery_app.app import Parts
from tests.gallery_app.peopled import fill_people
from tests.gallery_app.windows import settle


@pytest.fixture
def window(organised: Path, make: Callable[[], Parts], photo_folder: Path, qtbot: QtBot) -> Parts:
    """A window on the organised library with persons, grouped by them; its photo folder is away."""
    with Library(organised, "a test") as library:
        fill_people(library)
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    parts = make()
    parts.workspace.view_options.group_by("people")
    with qtbot.waitSignal(parts.session.people.changed, check_params_cb=lambda: bool(parts.session.people.cards)):
        parts.session.open(photo_folder, organised)
    settle(parts, qtbot)
    return parts
