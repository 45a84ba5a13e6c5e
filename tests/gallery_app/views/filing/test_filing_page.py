"""Filing in the window: what is shown is counted beforehand, what was done is accounted for, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.core.records import Progress
from engine.filing.journal import ids
from engine.filing.operations import FilingOptions
from gallery_app.app import Parts
from gallery_app.shell.filing.filing import Filing
from tests.gallery_app.windows import MINUTE, settle


def wait_for_plan(filing: Filing, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not filing.filing.planning and (filing.filing.ready or bool(filing.filing.problem)), timeout=MINUTE
    )


def wait_for_receipt(filing: Filing, parts: Parts, qtbot: QtBot) -> None:
    """Until the run is over, and the window shows what is there now."""
    qtbot.waitUntil(lambda: filing.filing.step == "receipt" and filing.filing.view is not None, timeout=MINUTE)
    settle(parts, qtbot)


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_photos_are_copied_by_a_pattern_and_taken_back(
    filing: Filing, clustered: Parts, photo_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page, target, before = filing.page, tmp_path / "Filed", files(photo_folder)
    clustered.workspace.actions["select-all"].trigger()
    clustered.workspace.actions["file-away"].trigger()
    assert page.isVisible()
    assert not page.onward.isEnabled()
    QTest.keyClicks(page.what.target, str(target))
    page.what.pattern.clear()
    QTest.keyClicks(page.what.pattern, "{cluster}/{name}")
    wait_for_plan(filing, qtbot)
    tree = page.what.tree.topLevelItem(0)
    assert tree is not None
    assert [tree.text(1), tree.childCount()] == ["12", 2]
    assert not target.exists()

    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.onward.text() == "Copy 12 photos"
    assert page.plan.totals.text().startswith("12 files  ·  ")
    assert not target.exists()
    table = page.plan.table.rows
    assert table.rowCount() == 12 + 2
    assert sum(table.pile_at(row) is not None for row in range(14)) == 2
    page.onward.click()
    wait_for_receipt(filing, clustered, qtbot)
    assert sorted(files(target).values()) == sorted(v for k, v in before.items() if k != "broken.jpg")
    assert page.heading.text() == "12 photos copied to Filed"
    assert "12 photos copied to Filed" in clustered.workspace.strip.text()

    page.undo_all.click()
    wait_for_receipt(filing, clustered, qtbot)
    assert not target.exists()
    assert files(photo_folder) == before
    assert page.heading.text() == "12 photos put back"
    page.onward.click()
    assert clustered.workspace.pages.at_work


def test_how_many_photos_a_plan_is_about_is_said_before_it_is_done(
    filing: Filing, clustered: Parts, tmp_path: Path, qtbot: QtBot
) -> None:
    filing.start(FilingOptions("copy", target=str(tmp_path / "Filed")))
    assert filing.page.hint.text() == "Planning…"
    run = clustered.session.jobs.current  # a plan of twelve is too quick to be seen on its way
    assert run is not None
    run.progress.emit(Progress("plan-file", 5, 12))
    assert filing.page.hint.text() == "Planning… 5 of 12 photos"
    wait_for_plan(filing, qtbot)
    assert filing.page.hint.text().startswith("12 photos")


def test_a_pile_that_is_unticked_stays(filing: Filing, clustered: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    session, page = clustered.session, filing.page
    filing.start(FilingOptions("copy", files=tuple(session.gallery.ids.tolist()), target=str(tmp_path / "Filed")))
    wait_for_plan(filing, qtbot)
    page.go_on()
    rows = page.plan.table.rows
    pile = rows.pile_at(0)
    assert pile is not None
    page.plan.table.setCurrentIndex(rows.index(1, 0))
    page.plan.table.setFocus()
    QTest.keyClick(page.plan.table, Qt.Key.Key_Space)
    wait_for_plan(filing, qtbot)
    assert page.onward.text() == f"Copy {12 - pile.photos} photos"
    assert rows.rowCount() == 12 - pile.photos + 2
    page.onward.click()
    wait_for_receipt(filing, clustered, qtbot)
    assert len(files(tmp_path / "Filed")) == 12 - pile.photos


def test_delete_asks_with_the_count_and_return_throws_away(
    filing: Filing, clustered: Parts, own_trash: Path, photo_folder: Path, qtbot: QtBot
) -> None:
    workspace, session, before = clustered.workspace, clustered.session, files(photo_folder)
    chosen = session.gallery.ids[:3].tolist()
    session.select(chosen, None)
    workspace.grid.setFocus()
    QTest.keyClick(workspace.grid, Qt.Key.Key_Delete)
    wait_for_plan(filing, qtbot)
    assert filing.sheet.asking.text() == "Move 3 photos to the trash?"
    assert files(photo_folder) == before
    QTest.keyClick(filing.sheet, Qt.Key.Key_Return)
    wait_for_receipt(filing, clustered, qtbot)
    assert not set(chosen) & set(session.gallery.ids.tolist())
    assert len(files(photo_folder)) == len(before) - 3
    assert workspace.pages.at_work
    assert "3 photos moved to the trash" in workspace.strip.text()
    workspace.strip.outcome.receipt.click()
    qtbot.waitUntil(lambda: filing.filing.view is not None)
    assert filing.page.isVisible()
    assert filing.page.plan.table.rows.rowCount() >= 3 + 1
    filing.page.onward.click()
    workspace.strip.outcome.way.click()
    wait_for_receipt(filing, clustered, qtbot)
    assert files(photo_folder) == before
    assert set(chosen) <= set(session.gallery.ids.tolist())


def test_delete_in_the_viewer_is_about_its_photo_and_goes_to_the_next(
    filing: Filing, clustered: Parts, photo_folder: Path, qtbot: QtBot
) -> None:
    workspace, session, before = clustered.workspace, clustered.session, len(files(photo_folder))
    session.select(session.gallery.ids.tolist(), None)
    shown = int(workspace.grid.photos.ids[2])
    workspace.pages.show_photo(shown)
    following = workspace.viewer.file_after()
    QTest.keyClick(workspace.viewer, Qt.Key.Key_Delete)
    wait_for_plan(filing, qtbot)
    assert filing.sheet.asking.text() == "Move 1 photo to the trash?"
    QTest.keyClick(filing.sheet, Qt.Key.Key_Return)
    wait_for_receipt(filing, clustered, qtbot)
    assert len(files(photo_folder)) == before - 1
    assert workspace.pages.in_viewer
    assert workspace.viewer.file == following


def test_escape_forgets_the_plan(filing: Filing, clustered: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    session, before = clustered.session, files(photo_folder)
    assert session.library is not None
    filing.start(FilingOptions("trash", files=(int(session.gallery.ids[0]),)))
    wait_for_plan(filing, qtbot)
    assert ids(session.library.folder)
    QTest.keyClick(filing.sheet, Qt.Key.Key_Escape)
    assert filing.sheet.isHidden()
    settle(clustered, qtbot)
    assert ids(session.library.folder) == []
    assert files(photo_folder) == before


def test_a_target_that_is_refused_is_said_on_the_page(
    filing: Filing, clustered: Parts, tmp_path: Path, qtbot: QtBot
) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    filing.start(FilingOptions("move", files=tuple(clustered.session.gallery.ids.tolist()), target=str(project / "in")))
    wait_for_plan(filing, qtbot)
    assert str(project) in filing.page.hint.text()
    assert not filing.page.onward.isEnabled()
    assert clustered.session.problem is None
    filing.filing.set_options(replace(filing.filing.options, target=str(tmp_path / "fine")))
    wait_for_plan(filing, qtbot)
    assert filing.page.onward.isEnabled()
    filing.page.leave()


def test_a_rescan_waits_until_files_are_moved(filing: Filing, clustered: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    session = clustered.session
    filing.start(FilingOptions("move", files=tuple(session.gallery.ids.tolist()), target=str(tmp_path / "Holiday/in")))
    wait_for_plan(filing, qtbot)
    filing.filing.run()
    session.rescan()
    assert filing.filing.running
    wait_for_receipt(filing, clustered, qtbot)
    view = filing.filing.view
    assert view is not None
    assert view.photos_of("done") == 12
    assert len(session.gallery) == 12
    assert all("in/" in file.path for file in session.gallery.files)
