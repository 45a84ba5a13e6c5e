"""The preview of a retrain at 150 % type, in French."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.base import theme
from gallery_app.base.settings import AppSettings
from gallery_app.i18n import language
from tests.gallery_app.proposing import MOVES, Propose, wait_until_idle
from tests.gallery_app.texts import cut_off, overlapping, texts_of


@pytest.fixture(autouse=True)
def large(qapp: QApplication, tmp_path: object, request: pytest.FixtureRequest) -> Iterator[None]:
    settings, before = AppSettings(request.getfixturevalue("tmp_path") / "window.ini"), QLocale()
    settings.language, settings.text_size = "fr", 150
    settings.save()
    yield
    language.install(qapp, "en")
    QLocale.setDefault(before)
    theme.apply(qapp, "dark", 100)


@pytest.mark.parametrize("diagram", [False, True])
def test_no_text_of_the_preview_is_cut_off(propose_large: Parts, diagram: bool, qtbot: QtBot) -> None:
    preview = propose_large.workspace.preview
    assert preview.isVisible()
    (preview.as_diagram if diagram else preview.as_pictures).trigger()
    QApplication.processEvents()
    assert texts_of(preview)
    assert (cut_off(preview), overlapping(preview)) == ([], [])


@pytest.fixture
def propose_large(large: None, scripted: Parts, propose: Propose, qtbot: QtBot) -> Parts:
    propose(MOVES)
    wait_until_idle(scripted, qtbot)
    return scripted
