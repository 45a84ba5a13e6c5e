"""At 150 % type, in the language with the longest words, no text is cut off or runs into another, on any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.base import theme
from gallery_app.base.settings import AppSettings
from gallery_app.i18n import language
from gallery_app.views.preferences.preferences import Preferences
from gallery_app.widgets.fit_screen import fitted
from tests.gallery_app.devices import PACK, REPORT
from tests.gallery_app.texts import cut_off, overlapping, texts_of
from tests.gallery_app.windows import settle


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Text of 150 %, in French; afterwards as the other tests have it."""
    before = QLocale()
    theme.apply(qapp, "dark", 150)
    yield
    language.install(qapp, "en")
    QLocale.setDefault(before)
    theme.apply(qapp, "dark", 100)


@pytest.fixture
def window(large: None, tmp_path: object, request: pytest.FixtureRequest) -> Parts:
    """A window on the organised library, with the settings of somebody who needs large text."""
    settings = AppSettings(request.getfixturevalue("tmp_path") / "window.ini")
    settings.language, settings.text_size = "fr", 150
    settings.save()
    made: Parts = request.getfixturevalue("parts")
    return made


def preferences(parts: Parts) -> QWidget:
    parts.window.actions_["preferences"].trigger()
    (shown,) = parts.window.findChildren(Preferences)
    return shown


def about(parts: Parts) -> QWidget:
    return dialog_of(parts, "about")


def updates(parts: Parts) -> QWidget:
    return dialog_of(parts, "updates")


def report(parts: Parts) -> QWidget:
    return dialog_of(parts, "report")


def device(parts: Parts) -> QWidget:
    """The page of the preferences that says most, without asking an engine."""
    parts.workspace.program.device.report = replace(REPORT, pack=replace(PACK, state="partial", reason=REPORT.reason))
    return parts.workspace.program.preferences("device")


def dialog_of(parts: Parts, command: str) -> QWidget:
    parts.window.actions_[command].trigger()
    (shown,) = [dialog for dialog in parts.window.findChildren(QDialog) if dialog.isVisible()]
    return shown


def photos(parts: Parts) -> QWidget:
    parts.workspace.view_options.show_view("photos")
    return parts.window


def work(parts: Parts) -> QWidget:
    session = parts.session
    parts.workspace.view_options.show_view("both")
    session.select(session.gallery.ids[:1].tolist(), None, int(session.gallery.ids[0]))
    for narrowest in ([1, 9999, 1], [9999, 1, 1]):
        parts.workspace.work.splitters()["upper"].setSizes(narrowest)
    return parts.window


def many(parts: Parts) -> QWidget:
    parts.session.select(parts.session.gallery.ids.tolist(), None)
    return parts.window


def by_time(parts: Parts) -> QWidget:
    parts.workspace.view_options.group_by("time", "month")
    return parts.window


def training(parts: Parts) -> QWidget:
    parts.window.actions_["training"].trigger()
    return parts.window


def viewer(parts: Parts) -> QWidget:
    parts.workspace.pages.show_photo(int(parts.session.gallery.ids[0]))
    return parts.window


def ask(parts: Parts) -> QWidget:
    parts.workspace.pages.ask_me()
    return parts.window


def copies(parts: Parts) -> QWidget:
    parts.window.actions_["copies"].trigger()
    return parts.window


def palette(parts: Parts) -> QWidget:
    parts.window.actions_["palette"].trigger()
    return parts.workspace.palette


def shortcuts(parts: Parts) -> QWidget:
    parts.window.actions_["shortcuts"].trigger()
    return parts.workspace.sheet


def curve(parts: Parts) -> QWidget:
    parts.workspace.tool_bar.curve.open_popup()
    return parts.workspace.tool_bar.curve


def start(parts: Parts) -> QWidget:
    parts.window.pages.setCurrentWidget(parts.window.start)
    return parts.window


def bug(parts: Parts) -> QWidget:
    parts.window.show_bug()
    return parts.window


PAGES = (
    *(preferences, device, about, updates, report, photos, work, many, by_time, training, viewer, ask, copies),
    *(palette, shortcuts, curve, start, bug),
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_no_text_is_cut_off(window: Parts, page: Callable[[Parts], QWidget], qtbot: QtBot) -> None:
    window.window.resize(960, 480)
    shown = page(window)
    for size in (window.window.size(), QSize(1280, 800)):
        window.window.resize(size)
        settle(window, qtbot)
        QApplication.processEvents()
        assert texts_of(shown) or page is palette  # whose lines are painted
        assert (size, cut_off(shown), overlapping(shown)) == (size, [], [])
    for dialog in window.window.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize("page", [photos, work, by_time], ids=lambda page: page.__name__)
def test_the_least_window_has_room_for_the_tool_bar(
    window: Parts, page: Callable[[Parts], QWidget], qtbot: QtBot
) -> None:
    """Its box was called "Au"."""
    window.window.resize(800, 600)
    shown = page(window)
    settle(window, qtbot)
    QApplication.processEvents()
    assert cut_off(shown) == []


@pytest.mark.parametrize("size", [100, 150])
def test_custom_painting_grows_with_the_text(parts: Parts, qapp: QApplication, size: int) -> None:
    shelf, grid = parts.workspace.shelf, parts.workspace.grid
    card = shelf.card(shelf.order()[0])
    before = card.height(), grid.style_of_grid.heading
    theme.apply(qapp, "dark", size)
    QApplication.processEvents()
    after = card.height(), grid.style_of_grid.heading
    theme.apply(qapp, "dark", 100)
    assert (after > before) is (size > 100)
    for value in (after[0] / before[0], after[1] / before[1]):
        assert value <= 1.5


def test_the_text_is_of_the_systems_size(qapp: QApplication) -> None:
    usual = theme.apply(qapp, "dark", 100).body
    assert theme.apply(qapp, "dark", 150).body == pytest.approx(1.5 * usual)
    assert theme.apply(qapp, "contrast").body > 1.5 * usual  # the size stays when the theme changes
    theme.apply(qapp, "dark", 100)
    assert qapp.font().pointSizeF() == usual


def test_a_window_lies_within_its_screen() -> None:
    screen = QRect(0, 24, 960, 516)
    assert fitted(QRect(100, 100, 1280, 800), screen) == screen
    assert fitted(QRect(-300, 900, 400, 300), screen) == QRect(0, 240, 400, 300)
    inside = QRect(10, 50, 400, 300)
    assert fitted(inside, screen) == inside


def test_the_window_can_be_as_small_as_half_a_screen(parts: Parts, qtbot: QtBot) -> None:
    """200 % on 1920 × 1080 are 960 × 540, less title and desktop: the strip at the foot is still there."""
    parts.window.resize(960, 480)
    for view in ("both", "map", "photos"):
        parts.workspace.view_options.show_view(view)
        QApplication.processEvents()
        assert parts.window.size() == QSize(960, 480)
        strip = parts.workspace.work.strip
        assert parts.window.rect().contains(QRect(strip.mapTo(parts.window, QPoint()), strip.size()))
    assert not parts.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_columns_follow_a_size_that_is_chosen_beside_them(parts: Parts, qapp: QApplication, qtbot: QtBot) -> None:
    """Ask me and the facts in the viewer kept the width that they were made with."""
    ask, viewer = parts.workspace.ask, parts.workspace.viewer
    viewer.show_pane("facts", True)
    parts.window.actions_["ask"].trigger()
    qtbot.waitUntil(lambda: ask.round.question is not None)
    settle(parts, qtbot)
    before = ask.targets[0].width(), viewer.facts.width()
    theme.apply(qapp, "dark", 150)
    try:
        settle(parts, qtbot)
        now = ask.targets[0].width(), viewer.facts.width()
        assert min(wide / narrow for wide, narrow in zip(now, before, strict=True)) > 1.3
    finally:
        theme.apply(qapp, "dark", 100)
