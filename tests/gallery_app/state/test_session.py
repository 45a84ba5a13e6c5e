"""Session: what views may rely on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.partials import Clustered, Notice, PhotosRead
from engine.core.records import Changes
from engine.edits import Merge, Move, Rename
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import EvaluateK, LayOutMap, MapLaidOut, Organise, Request, SplitCluster
from gallery_app.app import Parts
from gallery_app.engine_client.background import JobRunner
from gallery_app.state import library_reader
from gallery_app.state.session import Session
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import settle

SOON = 10  # ms
Rows = Callable[[str], list[int]]


def test_opens_what_the_catalog_knows_though_the_folder_is_away(session: Session) -> None:
    assert session.away
    assert len(session.gallery) == 12
    assert {c.name for c in session.gallery.clusters} == {"Beach", "Forest", "Night"}
    assert [f.path for f in session.gallery.skipped] == ["broken.jpg"]
    assert session.thumbnail(0).is_file()


def test_a_move_is_shown_and_undone_by_name(session: Session, qtbot: QtBot, rows_named: Rows) -> None:
    beach = next(c for c in session.gallery.clusters if c.name == "Beach")
    files = [session.gallery.files[r].id for r in rows_named("night")]
    with qtbot.waitSignal(session.changed) as heard:
        session.edit(Move(files, beach.id), origin="here")
    assert heard.args == [Changes.PHOTOS | Changes.CLUSTERS | Changes.CORRECTIONS, "here"]
    assert len(session.gallery.members(beach.id)) == 8
    assert session.undo_label == "move 4 photos to Beach"
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert len(session.gallery.members(beach.id)) == 4
    assert session.redo_label == "move 4 photos to Beach"


def test_not_this_cluster_puts_a_photo_into_another(session: Session, qtbot: QtBot, rows_named: Rows) -> None:
    row = rows_named("forest")[0]
    before = session.gallery.cluster_of(row)
    with qtbot.waitSignal(session.changed):
        session.reject([session.gallery.files[row].id], None)
    assert session.gallery.cluster_of(row).id != before.id


def test_what_the_user_can_mend_is_a_sentence(session: Session, qtbot: QtBot) -> None:
    first, second = session.gallery.clusters[:2]
    with qtbot.waitSignal(session.failed) as heard:
        session.edit(Rename(first.id, second.name), None)
    assert second.name in heard.args[0]


def test_selection_is_told_once_and_forgets_what_is_gone(session: Session, qtbot: QtBot) -> None:
    ids = [int(i) for i in session.gallery.ids[:2]]
    with qtbot.waitSignal(session.selection_changed) as heard:
        session.select(ids, "grid", ids[1])
    assert heard.args == [frozenset(ids), "grid"]
    assert session.current == ids[1]
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select(ids, "map", ids[1])


def test_merging_keeps_the_order_of_what_is_shown(session: Session, qtbot: QtBot) -> None:
    a, b, _ = session.gallery.clusters
    session.edit(Merge(a.id, b.id), None)
    session.undo()
    with qtbot.waitSignals([session.changed] * 3):
        session.redo()
    assert len(session.gallery.clusters) == 2


def test_a_missing_folder_leaves_what_is_open(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.failed) as heard:
        session.open(tmp_path / "nowhere")
    assert "nowhere" in heard.args[0]
    assert len(session.gallery) == 12


def test_a_named_library_does_not_stand_in_for_any_missing_folder(
    jobs: JobRunner, organised: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session(jobs, organised)
    with qtbot.waitSignal(session.failed) as heard:
        session.open(tmp_path / "nowhere")
    assert "nowhere" in heard.args[0]
    session.deleteLater()


def test_a_library_that_is_open_elsewhere_is_told(jobs: JobRunner, session: Session, qtbot: QtBot) -> None:
    other = Session(jobs, session.library.folder)
    assert session.folder is not None
    with qtbot.waitSignal(other.failed) as heard:
        other.open(session.folder)
    assert "Photoloom window" in heard.args[0]
    other.deleteLater()


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog that is being filled is looked at again in no time."""
    monkeypatch.setattr(library_reader, "RELOAD_INTERVAL", SOON)


def test_after_a_run_the_catalog_is_read_once_more_and_left_alone(
    soon: None, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session = scripted.session
    session.organise()
    engine.partial(Clustered(3))  # another look is due
    engine.done()
    with qtbot.waitSignal(session.changed):
        pass
    with qtbot.assertNotEmitted(session.changed, wait=5 * SOON):
        pass  # it would take back what is only shown, as a cut while k is turned


def test_what_the_engine_has_stored_is_shown_while_it_goes_on(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session = scripted.session
    session.organise()
    with qtbot.waitSignal(session.changed):
        engine.partial(PhotosRead((1, 2)))
    assert session.busy


def test_a_notice_is_read_in_the_banner_until_the_next_job(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session, banner = scripted.session, scripted.workspace.banner
    session.organise()
    engine.partial(Notice(Sentence("The device ran out of memory; going on with {count} pictures.", count=1200)))
    assert banner.text() == "The device ran out of memory; going on with 1,200 pictures."
    engine.progress("cluster", 1, 2)
    with qtbot.waitSignal(session.changed):
        engine.done()
    settle(scripted, qtbot)
    assert "ran out of memory" in banner.text()
    session.organise()
    assert banner.text() == ""


ASKS: dict[str, Callable[[OrganiseOptions], Request]] = {
    "map": LayOutMap,
    "curve": EvaluateK,
    "split": lambda words: SplitCluster("c1", 2, words),
}


@pytest.mark.parametrize("ask", ASKS)
def test_after_something_else_failed_again_looks_for_new_photos(scripted: Parts, engine: FakeEngine, ask: str) -> None:
    """F5 repeated the failed job, which failed again for ever, and left the photos without vectors."""
    session = scripted.session
    session.jobs.run(ASKS[ask](session.options))
    engine.fail("b7e8be11", trace="KeyError")
    assert session.problem == "b7e8be11"
    session.rescan()
    assert isinstance(request := engine.requests[-1], Organise)
    assert (request.force, request.keep, request.propose) == (False, True, True)
    assert session.problem is None


@pytest.mark.parametrize("ask", ASKS)
def test_photos_are_read_on_after_something_else_was_asked_for_meanwhile(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot, ask: str
) -> None:
    """Piles can be split while most photos are still to be read: those stayed unread until the next look."""
    session = scripted.session
    first = session.organise()
    session.jobs.run(ASKS[ask](session.options))
    engine.cancelled()
    assert len(engine.requests) == 2
    engine.done(MapLaidOut())
    qtbot.waitUntil(lambda: len(engine.requests) == 3)
    assert engine.requests[2] == first.request
    engine.done()
    settle(scripted, qtbot)
    assert len(engine.requests) == 3


@pytest.mark.parametrize("then", ["stop", "organise"])
def test_what_was_stopped_or_asked_for_again_is_not_read_on_by_itself(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot, then: str
) -> None:
    session = scripted.session
    session.organise()
    session.jobs.run(LayOutMap(session.options))
    engine.cancelled()
    if then == "stop":
        session.stop()
    else:
        session.organise()
    engine.cancelled()
    if then == "organise":
        engine.done()
    settle(scripted, qtbot)
    assert len(engine.requests) == (2 if then == "stop" else 3)


def test_a_retrain_that_was_given_up_for_something_else_stays_so(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session = scripted.session
    session.organise(OrganiseOptions(k=5), force=True)
    session.jobs.run(LayOutMap(session.options))
    engine.cancelled()
    engine.done(MapLaidOut())
    settle(scripted, qtbot)
    assert len(engine.requests) == 2


def test_an_engine_that_died_is_said_and_started_again(scripted: Parts, engine: FakeEngine) -> None:
    session = scripted.session
    session.organise(OrganiseOptions(k=5), force=True)
    engine.crash()
    assert not session.busy
    assert "unexpectedly" in scripted.workspace.banner.text()
    session.rescan()
    assert engine.requests[-1] == engine.requests[0]
    engine.done()
    assert session.problem is None


def test_a_change_can_be_taken_back_before_it_is_read(session: Session, qtbot: QtBot, rows_named: Rows) -> None:
    """Whoever types Ctrl+Z and Ctrl+Shift+Z faster than the catalog is written loses neither."""
    night = next(c for c in session.gallery.clusters if c.name == "Night")
    row = rows_named("beach")[0]
    file, before = session.gallery.files[row].id, session.gallery.cluster_of(row)
    assert not session.can_undo
    assert not session.can_redo
    session.edit(Move([file], night.id), None)
    assert session.can_undo
    session.undo()
    assert session.can_redo
    session.redo()
    session.undo()
    qtbot.waitUntil(lambda: session.redo_label == "move 1 photo to Night")
    assert not session.can_undo
    assert session.gallery.cluster_of(row) == before


def test_a_change_that_was_refused_cannot_be_undone(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([session.failed, session.changed]):
        session.edit(Rename(session.gallery.clusters[0].id, "  "), None)
    assert not session.can_undo


def test_a_correction_reads_no_file_again(session: Session, qtbot: QtBot) -> None:
    before = session.gallery
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(before.clusters[0].id, "Sea"), None)
    assert session.gallery.files is before.files
    assert session.gallery.row_of is before.row_of
    with qtbot.waitSignal(session.changed):
        session.reload()
    assert session.gallery.files == before.files
    assert session.gallery.files is not before.files


def test_one_key_too_many_is_no_refusal(session: Session, qtbot: QtBot) -> None:
    before = session.gallery
    with qtbot.assertNotEmitted(session.failed):
        session.edit(Rename(before.clusters[0].id, "Sea"), None)
        for _ in range(3):
            session.undo()
        for _ in range(3):
            session.redo()
        qtbot.waitUntil(lambda: session.redo_label is None and session.undo_label not in (None, ""))
    assert session.gallery.clusters[0].name == "Sea"


def test_names_differ_by_more_than_capitals(session: Session, qtbot: QtBot) -> None:
    first, second = session.gallery.clusters[:2]
    with qtbot.waitSignal(session.failed):
        session.edit(Rename(first.id, second.name.upper()), None)
    session.edit(Rename(first.id, first.name.upper()), None)
    qtbot.waitUntil(lambda: session.gallery.clusters[0].name == first.name.upper())


def test_what_was_refused_in_a_library_that_is_closed_is_not_told(
    session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    first, second = session.gallery.clusters[:2]
    with qtbot.assertNotEmitted(session.failed):
        session.edit(Rename(first.id, second.name), None)
        session.close()
        qtbot.waitUntil(lambda: not jobs.busy)
