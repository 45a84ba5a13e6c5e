"""Searching the web for a picture: what leaves is told first, and this program sends nothing."""

from __future__ import annotations

import socket
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QAbstractSocket
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.base import desktop
from gallery_app.images.reduced_copy import png_bytes
from gallery_app.state.understanding.search_pages import PAGES
from gallery_app.views.preferences.understanding_page import UnderstandingPage
from gallery_app.views.web_search.web_search_dialog import WebSearchDialog
from tests.gallery_app.windows import first_of, settle


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that the browser was asked to open; whoever opens a socket here fails."""

    def refuse(*_args: object) -> None:
        raise AssertionError("a socket")

    addresses: list[str] = []
    monkeypatch.setattr(desktop, "open_page", addresses.append)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(QAbstractSocket, "connectToHost", refuse)
    return addresses


def ask(parts: Parts, qtbot: QtBot) -> WebSearchDialog:
    parts.session.select([first_of(parts.session, "Forest")], None)
    parts.window.actions_["web-search"].trigger()
    (dialog,) = parts.window.findChildren(WebSearchDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    return dialog


@pytest.fixture
def large(photo_folder: Path, scripted: Parts) -> Parts:
    """A window whose photos are large, and say when and where they were taken."""
    said = Image.Exif()
    said[0x010F], said[0x9003] = "Camera of Ann", "2024:05:01 12:00:00"
    for path in photo_folder.glob("forest_*.jpg"):
        Image.new("RGB", (1600, 1200), (40, 120, 60)).save(path, exif=said, comment=b"at home")
    return scripted


def test_it_says_exactly_what_would_leave(large: Parts, opened: list[str], qtbot: QtBot) -> None:
    dialog = ask(large, qtbot)
    assert "512 × 384 pixels" in dialog.text()
    assert "no name, date, place, camera" in dialog.text()
    assert "Photoloom sends nothing" in dialog.text()
    assert PAGES[0].address in dialog.text()
    assert QGuiApplication.clipboard().image().isNull() or opened == []
    dialog.cancel.click()
    assert opened == []


def test_the_copy_on_the_clipboard_says_nothing_of_the_photo(large: Parts, opened: list[str], qtbot: QtBot) -> None:
    dialog = ask(large, qtbot)
    dialog.pages.setCurrentIndex(2)
    dialog.go.click()
    assert opened == [PAGES[2].address]  # an address alone: nothing of the picture is in it
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasUrls()
    assert not data.hasText()
    written = png_bytes(QGuiApplication.clipboard().image())
    with Image.open(BytesIO(written)) as copy:
        assert copy.size == (512, 384)
        assert not copy.getexif()
        assert set(copy.info) <= {"dpi"}
    assert b"Ann" not in written


def test_where_the_file_is_away_its_thumbnail_has_to_do(parts: Parts, opened: list[str], qtbot: QtBot) -> None:
    dialog = ask(parts, qtbot)
    dialog.go.click()
    assert max(QGuiApplication.clipboard().image().size().toTuple()) <= 320


def test_the_page_chosen_last_comes_first_again(parts: Parts, opened: list[str], qtbot: QtBot) -> None:
    dialog = ask(parts, qtbot)
    dialog.pages.setCurrentIndex(1)
    dialog.cancel.click()
    qtbot.waitUntil(lambda: not parts.window.findChildren(WebSearchDialog))
    assert ask(parts, qtbot).page == PAGES[1]


def test_never_takes_the_command_away_until_preferences_bring_it_back(
    parts: Parts, make: Callable[[], Parts], opened: list[str], qtbot: QtBot
) -> None:
    def offered(window: Parts) -> bool:
        return any(entry.text.startswith("Search the web") for entry in window.workspace.commands.entries())

    assert offered(parts)
    ask(parts, qtbot).never_.click()
    assert not parts.window.actions_["web-search"].isVisible()
    assert not offered(parts)
    assert opened == []
    settle(parts, qtbot)
    parts.window.close()
    again = make()
    assert not offered(again)
    preferences = again.workspace.program.preferences()
    (page,) = preferences.findChildren(UnderstandingPage)
    page.web.click()
    assert offered(again)
    preferences.close()
