"""Numbers are written as the user's country does, and the word after a count goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QRect, Qt, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.records import Content, File
from engine.edits.flows import Flow, Preview
from engine.gallery.snapshot import Gallery
from engine.library.beside.seen import Beside
from gallery_app.app import Parts
from gallery_app.base.marks import Mark
from gallery_app.i18n import language
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import counted, decimal, number, percent
from gallery_app.models.facts import of_photo
from gallery_app.models.photo_list import Section
from gallery_app.state.proposals import Proposal
from gallery_app.state.session import Session
from gallery_app.views.grid.painter import Heading, counts_of, paint_heading

SPACE, PERCENT = "\u202f", "\u00a0%"  # as French groups digits, and what it writes after a share


@pytest.fixture(params=["en", "fr"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    language.install(qapp, request.param)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def told(tongue: str, english: str, french: str) -> str:
    return english if tongue == "en" else french


def test_numbers_are_written_as_the_country_does(tongue: str) -> None:
    assert number(1_234_567) == told(tongue, "1,234,567", f"1{SPACE}234{SPACE}567")
    assert decimal(0.85, 2) == told(tongue, "0.85", "0,85")
    assert percent(0.847) == told(tongue, "85%", f"85{PERCENT}")
    assert number(int(np.int64(12))) == "12"
    there = Gallery((File(1, 1, "a.jpg", 1, 1, "d"),), {"d": Content("d", 4, 3, latitude=48.8584, longitude=-2.2945)})
    place = dict(of_photo(there, 0))[told(tongue, "Place", "Lieu")]
    assert place == told(tongue, "48.8584° N, 2.2945° W", "48,8584° N, 2,2945° O")


def test_without_a_country_digits_are_grouped_as_in_english(qapp: QApplication) -> None:
    assert QLocale().language() is QLocale.Language.C
    assert (number(1200), decimal(0.5, 1), percent(1)) == ("1,200", "0.5", "100%")


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [(0, "0 photos", "0 photo"), (1, "1 photo", "1 photo"), (2, "2 photos", "2 photos")],
)
def test_the_word_goes_with_its_count(tongue: str, count: int, english: str, french: str) -> None:
    assert counted(count, "{0} photo", "{0} photos") == told(tongue, english, french)


def test_what_the_engine_says_has_them_too(tongue: str) -> None:
    sentence = Sentence("k = {k} is more than the {count:,} photos that could be read.", k=5000, count=1200)
    assert told(tongue, "1,200 photos", f"1{SPACE}200 photos") in translate(sentence)
    whole = Sentence(
        "{path} is no IDX file of {kind}: its first bytes are not {magic:#010x}.", path="a", kind="b", magic=5
    )
    assert "0x00000005" in translate(whole)


def test_one_photo_is_one_photo_wherever_it_is_counted(tongue: str, parts: Parts, qtbot: QtBot) -> None:
    session, workspace = parts.session, parts.workspace
    with qtbot.waitSignal(session.changed):
        session.new_cluster(session.gallery.ids[:1].tolist(), None, "Solo")
    solo = next(c for c in session.gallery.clusters if c.name == "Solo")
    assert workspace.shelf.card(solo.id).accessibleName() == "Solo, 1 photo"
    session.filters.find("cluster:solo", None)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert workspace.inspector.title.text() == told(tongue, "1 photo found", "1 photo trouvée")
    assert workspace.view_bar.text() == told(tongue, "1 of 12 photos", "1 des 12 photos")
    only = replace(session.gallery, files=session.gallery.files[:1], clusters=(solo,), beside=Beside(videos=1))
    session.gallery = only
    workspace.strip.show_note("")
    assert workspace.strip.text().startswith(told(tongue, "1 photo  ·  1 cluster", "1 photo  ·  1 groupe"))
    assert told(tongue, "1 video, left alone", "1 vidéo, laissée telle quelle") in workspace.strip.text()


def test_a_proposal_of_one_photo_says_so(tongue: str, parts: Parts) -> None:
    shown = Preview(1, (Flow("c1", "c2", 1), Flow("c1", "c1", 1200)), {"c1": "A", "c2": "B"})
    parts.workspace.proposals.show(Proposal(shown, Sentence("retrain")))
    page = parts.workspace.preview
    assert page.accept.text() == told(tongue, "Move 1 photo", "Déplacer 1 photo")
    assert page.numbers["stay"][0].text() == told(tongue, "1,200", f"1{SPACE}200")
    said = told(tongue, "1 photo would move", "1 photo se déplacerait")
    assert said in parts.workspace.proposal_bar.sentence.text()
    assert page.flows.accessibleDescription() == told(tongue, "1 photo from A to B", "1 photo de A à B")


def test_a_heading_gives_up_its_note_before_its_date(tongue: str) -> None:
    """The name is as long as without a note, wherever there is room for the count alone."""
    section = Section(None, "14 September 2019", 0, 1234, "2019-09-14", 1234)
    counts, name = counts_of(section), 32 + 130  # pixels that hold no count as long as the name is whole
    for width in range(240, 500, 20):
        noted, bare = _heading(section.name, counts, width), _heading(section.name, counts[-1:], width)
        assert noted.copy(0, 0, name, 40) == bare.copy(0, 0, name, 40)
        assert (noted == bare) == (width < 340) or 340 <= width < 400  # where the note begins to fit, by language


def _heading(name: str, counts: tuple[str, ...], width: int) -> QImage:
    image = QImage(width, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        box = QRect(0, 0, width, 40)
        paint_heading(painter, box, Heading(name, counts, Mark("#ff0000")), margin=10)
    return image


def test_a_long_wait_is_told_in_the_users_decimals(tongue: str, session: Session) -> None:
    # reason: the strip says it after hours of work
    from gallery_app.widgets.time_left import duration

    assert duration(2.5 * 3600) == told(tongue, "2.5 h", "2,5 h")
