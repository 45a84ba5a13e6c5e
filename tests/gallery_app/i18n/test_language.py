"""The window speaks French from end to end, and nothing is cut off in it or at twice the size."""

from __future__ import annotations

import ast
import errno
import os
import runpy
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.records import Cluster, Progress
from engine.edits import Edit, Lock, Merge, Move, NewCluster, Pair, Rename
from engine.edits.activation import back_to, retrain_into
from engine.edits.flows import Flow, Preview
from engine.gallery.snapshot import Gallery
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.edit_table import text_label
from engine.library.explain import explain
from gallery_app.app import Parts
from gallery_app.base.settings import AppSettings
from gallery_app.i18n import language
from gallery_app.i18n.cluster_names import cluster_name, with_translated_names
from gallery_app.i18n.edit_names import edit_name
from gallery_app.i18n.language import translate
from gallery_app.i18n.reason_names import reason_name
from gallery_app.i18n.stage_names import stage_name
from gallery_app.shell.commands.menus import MENUS
from gallery_app.state.proposals import Proposal
from gallery_app.views.review.flow_words import how_sure
from tests.paths import ROOT

SCRIPT = ROOT / "packaging" / "make_translations.py"
TEXTS = ROOT / "resources" / "translations" / "photoloom_fr.ts"


@pytest.fixture
def french(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The settings say French; afterwards the language is as it was."""
    before = QLocale()
    settings = AppSettings(tmp_path / "window.ini")
    settings.language = "fr"
    settings.save()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_every_text_is_translated() -> None:
    """Where this fails: run packaging/make_translations.py, fill in what it names, and run it again."""
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("UserError(text)", "as a plain string"),
        ('UserError(f"{path} is gone.")', "as a plain string"),
        ('UserError("{path} is gone.", file=path)', "does not take these values"),
        ('Sentence("{path} is gone.")', "does not take these values"),
    ],
)
def test_a_sentence_that_cannot_be_translated_is_an_error(code: str, complaint: str) -> None:
    made = runpy.run_path(str(SCRIPT))
    (statement,) = ast.parse(code).body
    with pytest.raises(SystemExit, match=complaint):
        made["_template"](statement.value, ROOT / "engine" / "here.py")  # type: ignore[attr-defined]


def test_every_stage_of_the_engine_has_a_name(french: None, qapp: QApplication) -> None:
    language.install(qapp, "fr")
    texts = set()
    for path in (ROOT / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "report":
                texts |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    assert {"scan", "waking the network"} <= texts
    headless = {"", "benchmark", "correct", "compare", "measuring", "pictures", "maps", "animation"}
    whole = {text for text in texts if stage_name(Progress(text, 0, 0)) != text}
    parts = {text for text in texts if not stage_name(Progress("", 0, 0, text)).endswith(f": {text}")}
    assert texts - headless <= whole | parts


def test_the_compiled_translation_is_that_of_the_texts(qapp: QApplication) -> None:
    compiled = QTranslator()
    assert compiled.load(str(TEXTS.with_suffix(".qm")))
    messages = [
        (context.findtext("name"), message.findtext("source"), message.findtext("translation"))
        for context in ET.parse(TEXTS).getroot().iter("context")
        for message in context.iter("message")
    ]
    assert len(messages) > 400
    for context, source, translation in messages:
        assert compiled.translate(context or "", source or "") == translation
        assert _fields(source or "") == _fields(translation or "")


def _fields(text: str) -> list[tuple[str, str]]:
    return sorted((name, form or "") for _, name, form, _ in string.Formatter().parse(text) if name is not None)


def test_menus_tool_bar_panels_and_undo_speak_french(french: None, parts: Parts, qtbot: QtBot) -> None:
    window, workspace, session = parts.window, parts.workspace, parts.session
    assert [a.text() for a in window.menuBar().actions()] == [
        "D&ossier",
        "É&dition",
        "&Groupe",
        "&Personnes",
        "A&ffichage",
        "A&ide",
    ]
    assert workspace.tool_bar.finder.field.placeholderText() == "Rechercher des photos"
    assert "3 groupes" in workspace.strip.text()
    assert "son disque est peut-être débranché" in workspace.banner.text()
    with qtbot.waitSignal(session.changed):
        session.new_cluster(session.gallery.ids[:2].tolist(), None, "Mer")
    assert window.actions_["undo"].text() == "Annuler : créer Mer avec 2 photos"
    declared = {c.id: c.text for menu in MENUS for c, _ in menu.commands()}
    same = {text for id_, text in declared.items() if window.actions_[id_].text() == text}
    assert same <= {"Photos", "t-SNE", "Documents", "Portraits"}


def test_a_name_that_is_the_users_is_not_translated_by_undo(french: None, parts: Parts, qtbot: QtBot) -> None:
    """Also where the machine might have called it so."""
    session = parts.session
    with qtbot.waitSignal(session.changed):
        session.new_cluster(session.gallery.ids[:2].tolist(), None, "Cars")
    assert cluster_name("Cars") == "Voitures"
    assert parts.window.actions_["undo"].text() == "Annuler : créer Cars avec 2 photos"


def test_months_are_found_in_french(french: None, parts: Parts, qtbot: QtBot) -> None:
    parts.session.filters.find("août", None)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    days = parts.session.gallery.times.days[parts.session.filters.rows]
    august = parts.session.gallery.times.days // 100 % 100 == 8
    assert len(days) == august.sum()


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (Move([1], "c2"), "déplacer 1 photo vers Chiens"),
        (Move([*range(1, 1201)], "c2"), "déplacer 1\u202f200 photos vers Chiens"),
        (Rename("c2", "A to B"), "renommer Chiens en A to B"),
        (Rename("c3", "C"), "renommer A to B en C"),
        (Merge("c3", "c2"), "fusionner A to B avec Chiens"),
        (Lock("c2", False), "déverrouiller Chiens"),
        (Pair(1, 2, "apart"), "séparer 2 photos"),
        (NewCluster([1, 2], "c4", "Cats of mine"), "créer Cats of mine avec 2 photos"),
    ],
)
def test_edits_are_named_in_french(french: None, qapp: QApplication, tmp_path: Path, edit: Edit, name: str) -> None:
    language.install(qapp, "fr")
    catalog = Catalog(tmp_path / "catalog.db")
    catalog.clusters.add({"c2": "Dogs", "c3": "A to B"})
    catalog.edits.push(edit.label(catalog), "{}", "{}")
    logged = catalog.edits.last_done()
    catalog.close()
    assert logged is not None
    assert edit_name(logged.label, {"A to B", "Cats of mine"}) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        (retrain_into(1), "réapprendre en 1 groupe"),
        (retrain_into(12), "réapprendre en 12 groupes"),
        (back_to(datetime(2026, 3, 14, 9, 26)), "revenir aux groupes du 14/03/2026 09:26"),
        (Sentence("an edit of a later {version}", version="version"), "an edit of a later version"),
    ],
)
def test_clusterings_that_are_taken_are_named_in_french(
    french: None, qapp: QApplication, label: Sentence, name: str
) -> None:
    language.install(qapp, "fr")
    assert edit_name(label) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("move 1 photo to Dogs", "déplacer 1 photo vers Chiens"),
        ("move 1,200 photos to A to B", "déplacer 1\u202f200 photos vers A to B"),
        ("rename Dogs to Toutous", "renommer Chiens en Toutous"),
        ("split Dogs into 3", "diviser Chiens en 3"),
        ("merge Text, dark 2 into Screens", "fusionner Texte, tons sombres 2 avec Écrans"),
        ("go back to the clusters of 2026-03-14 09:26", "revenir aux groupes du 14/03/2026 09:26"),
        ("keep 2 photos apart", "séparer 2 photos"),
        ("unlock Dogs", "déverrouiller Chiens"),
        ("cut into 1 cluster", "découper en 1 groupe"),
        ("cut into 12 clusters", "découper en 12 groupes"),
        ("retrain into 1 cluster", "réapprendre en 1 groupe"),
        ("retrain into 12 clusters", "réapprendre en 12 groupes"),
        ("an edit of a later version", "an edit of a later version"),
    ],
)
def test_edits_that_version_0_1_0_has_logged_are_named_in_french(
    french: None, qapp: QApplication, label: str, name: str
) -> None:
    language.install(qapp, "fr")
    assert edit_name(text_label(label)) == name


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("is empty", "est vide"),
        ("is damaged and cannot be read (broken {data})", "est endommagé et ne peut pas être lu (broken {data})"),
        ("cannot be read: permission denied", "ne peut pas être lu : permission refusée"),
        ("could not be opened (Input/output error)", "n’a pas pu être ouvert (Erreur d’entrée/sortie)"),
        ("could not be opened (cross-device link)", "n’a pas pu être ouvert (cross-device link)"),
        ("has a reason of a later version", "has a reason of a later version"),
    ],
)
def test_reasons_of_unread_files_are_told_in_french(french: None, qapp: QApplication, reason: str, name: str) -> None:
    language.install(qapp, "fr")
    assert reason_name(reason) == name


def test_sentences_of_the_engine_are_told_in_french(french: None, qapp: QApplication) -> None:
    language.install(qapp, "fr")
    full = explain(OSError(errno.EACCES, "denied"), Path("{lib}"))
    assert full is not None
    assert translate(full.sentence) == "la bibliothèque {lib} : écriture impossible (Permission refusée)."
    assert translate(Sentence("The photos of {cluster} are too much alike to be split.", cluster="Dogs 2")).startswith(
        "Les photos de Chiens 2 se ressemblent"
    )
    assert translate(Sentence("Of a later {what}.", what="version")) == "Of a later version."


def test_a_failure_of_the_engine_is_shown_in_french(french: None, parts: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(parts.session.failed) as failed:
        parts.session.open(tmp_path / "loin")
    (sentence,) = failed.args
    assert sentence == f"Il n’y a pas de dossier {tmp_path / 'loin'} : vérifiez le nom, ou si son disque est branché."


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("Dogs", "Chiens"),
        ("Dogs 2", "Chiens 2"),
        ("Dogs 2 3", "Chiens 2 3"),
        ("Dogs, drawn", "Chiens, en dessin"),
        ("Text, long 2", "Texte, tout en longueur 2"),
        ("Drawings, animals", "Dessins, animaux"),
        ("Mammals, other", "Mammifères, divers"),
        ("Text, black & white 2", "Texte, noir et blanc 2"),
        ("Buildings, hoofed animals", "Bâtiments, ongulés"),
        ("Group 7", "Groupe 7"),
        ("New cluster 1", "Nouveau groupe 1"),
        ("Unsure", "Incertaines"),
        ("Summer, at the sea 2019", "Summer, at the sea 2019"),
        ("תמונות מהחוף", "תמונות מהחוף"),
    ],
)
def test_names_that_the_machine_makes_are_french(french: None, qapp: QApplication, made: str, name: str) -> None:
    language.install(qapp, "fr")
    assert cluster_name(made) == name


def test_no_two_clusters_are_called_the_same_and_the_users_names_stay(french: None, qapp: QApplication) -> None:
    language.install(qapp, "fr")
    clusters = (
        Cluster("c1", "Dogs"),
        Cluster("c2", "Text", named_by_user=True),
        Cluster("c3", "Chiens", named_by_user=True),
    )
    shown = with_translated_names(Gallery(clusters=(*clusters, Cluster("c4", "Cats"))))
    assert [c.name for c in shown.clusters] == ["Dogs", "Text", "Chiens", "Chats"]
    later = Gallery(clusters=(*shown.clusters, Cluster("c5", "Cats 2")))
    assert [c.name for c in with_translated_names(later, shown.clusters).clusters][3:] == ["Chats", "Chats 2"]


def test_clusters_are_found_by_the_name_that_is_shown(french: None, parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    with qtbot.waitSignal(session.changed):
        session.new_cluster(session.gallery.ids[:2].tolist(), None)
    assert "Nouveau groupe 1" in [c.name for c in session.gallery.clusters]
    session.filters.find("nouveau", None)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert len(session.filters.rows) == 2


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress("cluster", 3, 9, "learning"), "Recherche de ce qui va ensemble : apprentissage  ·  3 sur 9"),
        (Progress("map", 3, 9, "map: neighbours"), "Dessin de la carte : recherche des voisins  ·  3 sur 9"),
        (Progress("replay", 0, 0), "Dessin de l’apprentissage"),
        (Progress("duplicates", 0, 0, "duplicates"), "Recherche des photos presque identiques"),
    ],
)
def test_work_is_told_in_french(french: None, parts: Parts, progress: Progress, words: str) -> None:
    parts.session.progress.emit(progress)
    assert parts.workspace.strip.text() == words


def test_one_photo_that_would_move_is_told_in_french(french: None, parts: Parts) -> None:
    flows = (Flow("c1", "c2", 1), Flow("c1", "c1", 3), Flow("c2", "c2", 4))
    proposals = parts.workspace.proposals
    proposals.show(Proposal(Preview(1, flows, {"c1": "Dogs", "c2": "Cats"}), Sentence("retrain")))
    assert parts.workspace.proposal_bar.text().endswith(": 1 photo se déplacerait.")


@pytest.mark.parametrize(
    ("count", "certainty", "words"),
    [
        (8, 0.95, "8 photos, très sûres"),
        (1, 0.8, "1 photo, assez sûre"),
        (2, 0.6, "2 photos, peu sûres"),
        (14, 0.3, "14 photos, douteuses"),
        (1, 0.3, "1 photo, douteuse"),
    ],
)
def test_how_sure_photos_are_agrees_with_them(
    french: None, qapp: QApplication, count: int, certainty: float, words: str
) -> None:
    language.install(qapp, "fr")
    assert how_sure(count, certainty) == words


@pytest.mark.parametrize("width", [800, 1280])
def test_nothing_is_cut_off_in_french(french: None, parts: Parts, width: int) -> None:
    parts.window.resize(width, 640)
    QApplication.processEvents()
    assert parts.window.width() == width
    QApplication.processEvents()  # a bar that finds itself narrow lays itself out once more
    assert cut_off(parts) == []


def test_nothing_is_cut_off_where_photos_are_found_by_time(french: None, parts: Parts, qtbot: QtBot) -> None:
    """Days, months and years go where there is no room for them: the menu has them, too."""
    parts.workspace.view_options.group_by("time")
    parts.session.filters.find("beach", None)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    day = parts.window.actions_["unit-day"]
    units = next(b for b in parts.workspace.view_bar.findChildren(QToolButton) if b.defaultAction() is day)
    seen = set()
    for width in range(800, 1500, 30):
        parts.window.resize(width, 640)
        for _ in range(6):
            QApplication.processEvents()
        assert cut_off(parts) == []
        seen.add(units.isVisible())
    assert seen == {True, False}


SCALED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from gallery_app.app import build
from tests.gallery_app.i18n.test_language import cut_off
parts = build(None, Path(sys.argv[1]))
parts.window.pages.setCurrentWidget(parts.workspace.work)
parts.window.resize(800, 600)
parts.window.show()
app.processEvents()
print(parts.window.devicePixelRatioF(), parts.window.width(), cut_off(parts))
parts.window.close()
"""


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_nothing_is_cut_off_at_a_larger_scale(tmp_path: Path, scale: str) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", SCALED, str(tmp_path / "w.ini")]
    done = subprocess.run(words, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.stdout.split() == [str(float(scale)), "800", "[]"], done.stderr


def cut_off(parts: Parts) -> list[str]:
    """Controls of the tool bar and the bar over the photos that have less room than they need."""
    cut = []
    for bar in (parts.workspace.tool_bar, parts.workspace.view_bar):
        parts_of_bar = [c for kind in (QAbstractButton, QLabel) for c in bar.findChildren(kind)]
        for control in parts_of_bar:
            if control.isVisible() and not isinstance(control.parent(), QLineEdit):
                right = control.mapTo(bar, control.rect().topRight()).x()
                if control.width() < control.minimumSizeHint().width() or right > bar.width():
                    cut.append(control.accessibleName() or control.text())
    return cut
