"""Files are copied, moved, linked, thrown away, and come back byte for byte."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import Progress
from engine.filing import journal
from engine.filing.acting.act import act
from engine.filing.acting.recover import recover
from engine.filing.acting.undo import undo
from engine.filing.actions import copying
from engine.filing.journal import Journal
from engine.filing.operations import Action
from engine.library.library import Library
from engine.pipeline.options import Outcome
from engine.pipeline.scan import scan
from tests.engine.filing.files import ids_of, opened, planned, tree, write

NAMES = ("a.jpg", "sub/b.jpg", "sub/c d.jpg")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in NAMES:
        write(tmp_path / "photos" / name)
    return tmp_path / "photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "library") as library:
        yield library


def pairs(photos: Path, there: Path) -> list[tuple[Path, Path | None]]:
    return [(photos / name, there / "pile" / Path(name).name) for name in NAMES]


@pytest.mark.parametrize("action", ["copy", "move", "hardlink", "symlink"])
def test_an_action_is_done_and_taken_back(action: Action, library: Library, photos: Path, tmp_path: Path) -> None:
    before, there = tree(photos), tmp_path / "there"
    record = act(library, planned(library, action, pairs(photos, there)), Job())
    assert {o.status for o in record.plan.operations} == {"done"}
    assert sorted(p.name for p in (there / "pile").iterdir()) == ["a.jpg", "b.jpg", "c d.jpg"]
    assert (there / "pile" / "a.jpg").read_bytes() == b"a.jpg"
    assert (there / "pile" / "a.jpg").stat().st_mtime == 1_500_000_000
    assert tree(photos) == ({} if action == "move" else before)
    record = undo(library, 1, None, Job())
    assert (record.state, {o.status for o in record.plan.operations}) == ("undone", {"undone"})
    assert tree(photos) == before
    assert not there.exists()


def test_what_is_thrown_away_is_in_the_trash_and_comes_back(library: Library, photos: Path, desktop: Path) -> None:
    before = tree(photos)
    record = act(library, planned(library, "trash", [(photos / name, None) for name in NAMES]), Job())
    assert {o.status for o in record.plan.operations} == {"done"}
    assert tree(photos) == {}
    assert len(list((desktop / "files").iterdir())) == 3
    assert library.catalog.files.all() == []
    undo(library, 1, None, Job())
    assert tree(photos) == before
    assert list((desktop / "files").iterdir()) == list((desktop / "info").iterdir()) == []
    assert sorted(ids_of(library)) == sorted(NAMES)


def test_where_there_is_no_trash_files_go_to_a_quarantine(
    library: Library, photos: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("engine.filing.actions.desktop_trash.has_trash", lambda _path: False)
    monkeypatch.setattr("engine.filing.actions.quarantine.mount_point", lambda _path: tmp_path)
    before = tree(photos)
    act(library, planned(library, "trash", [(photos / name, None) for name in NAMES]), Job())
    (kept,) = (tmp_path / ".photoloom-quarantine").glob("*/photos/sub/b.jpg")
    assert kept.read_bytes() == b"b.jpg"
    undo(library, 1, None, Job())
    assert tree(photos) == before


def test_the_library_follows_what_moves_within_it(library: Library, photos: Path) -> None:
    ids, target = ids_of(library), photos / "sorted" / "b.jpg"
    act(library, planned(library, "move", [(photos / "sub/b.jpg", target)]), Job())
    assert ids_of(library)["sorted/b.jpg"] == ids["sub/b.jpg"]
    outcome = Outcome()
    scan(library, 1, outcome, Job())
    assert (outcome.seen, outcome.unchanged, outcome.moved) == (3, 3, 0)
    assert all(file.digest for file in library.catalog.files.all())
    undo(library, 1, None, Job())
    assert ids_of(library) == ids


def test_what_leaves_the_library_is_remembered_and_comes_back_as_itself(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    ids = ids_of(library)
    act(library, planned(library, "move", pairs(photos, tmp_path / "there")), Job())
    assert ids_of(library) == {}
    undo(library, 1, None, Job())
    assert ids_of(library) == ids


def test_nothing_is_ever_overwritten(library: Library, photos: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    id_ = planned(library, "move", pairs(photos, there))
    write(there / "pile" / "a.jpg", b"another's")
    record = act(library, id_, Job())
    assert record.plan.operations[0].target == str(there / "pile" / "a (2).jpg")
    assert (there / "pile" / "a.jpg").read_bytes() == b"another's"
    undo(library, 1, None, Job())
    assert (photos / "a.jpg").read_bytes() == b"a.jpg"
    assert (there / "pile" / "a.jpg").read_bytes() == b"another's"


def test_what_was_changed_since_is_left(library: Library, photos: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    act(library, planned(library, "move", pairs(photos, there)), Job())
    (there / "pile" / "a.jpg").write_bytes(b"edited")
    write(photos / "sub" / "b.jpg", b"somebody else")
    record = undo(library, 1, None, Job())
    assert [o.status for o in record.plan.operations] == ["done", "done", "undone"]
    assert "changed since" in str(record.plan.operations[0].why)
    assert "another b.jpg" in str(record.plan.operations[1].why)
    assert (there / "pile" / "a.jpg").read_bytes() == b"edited"
    assert record.state == "ended"
    (photos / "sub" / "b.jpg").unlink()
    assert [o.status for o in undo(library, 1, None, Job()).plan.operations] == ["done", "undone", "undone"]


@pytest.mark.parametrize("action", ["copy", "hardlink"])
def test_the_last_copy_is_never_removed(action: Action, library: Library, photos: Path, tmp_path: Path) -> None:
    act(library, planned(library, action, pairs(photos, tmp_path / "there")), Job())
    (photos / "a.jpg").unlink()
    record = undo(library, 1, None, Job())
    assert [o.status for o in record.plan.operations] == ["done", "undone", "undone"]
    assert (tmp_path / "there" / "pile" / "a.jpg").read_bytes() == b"a.jpg"


def test_a_link_in_the_place_of_a_photo_is_not_followed(library: Library, photos: Path, tmp_path: Path) -> None:
    id_ = planned(library, "move", pairs(photos, tmp_path / "there"))
    secret = write(tmp_path / "secret", b"mine")
    (photos / "a.jpg").unlink()
    (photos / "a.jpg").symlink_to(secret)
    record = act(library, id_, Job())
    assert [o.status for o in record.plan.operations] == ["left", "done", "done"]
    assert secret.read_bytes() == b"mine"


def test_a_companion_stays_with_a_photo_that_is_left(library: Library, photos: Path, tmp_path: Path) -> None:

    write(photos / "a.xmp")
    id_ = planned(library, "move", [(photos / "a.jpg", tmp_path / "a.jpg"), (photos / "a.xmp", tmp_path / "a.xmp")])
    plan = journal.read(library.folder, id_).plan
    first, second = plan.operations
    Journal.create(library.folder, 2, plan.with_operations((first, second._replace(companion_of=0)))).close()
    (photos / "a.jpg").unlink()
    record = act(library, 2, Job())
    assert [o.status for o in record.plan.operations] == ["left", "left"]
    assert (photos / "a.xmp").exists()


def test_one_pile_can_be_taken_back_alone(library: Library, photos: Path, tmp_path: Path) -> None:

    id_ = planned(library, "move", pairs(photos, tmp_path / "there"))
    plan = journal.read(library.folder, id_).plan
    operations = [o._replace(group="c2" if o.number else "c1") for o in plan.operations]
    Journal.create(library.folder, 2, plan.with_operations(operations)).close()
    act(library, 2, Job())
    record = undo(library, 2, ("c2",), Job())
    assert [o.status for o in record.plan.operations] == ["done", "undone", "undone"]
    assert record.state == "ended"


def test_a_stop_accounts_for_everything(library: Library, photos: Path, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done == 1:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        act(library, planned(library, "move", pairs(photos, tmp_path / "there")), job)
    record = journal.read(library.folder, 1)
    statuses = [o.status for o in record.plan.operations]
    assert (statuses[0], statuses[-1], record.state) == ("done", "left", "ended")
    assert "planned" not in statuses
    assert "sub/c d.jpg" in ids_of(library)
    assert "a.jpg" not in ids_of(library)


def test_a_move_to_another_drive_is_compared_before_the_original_goes(
    library: Library, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if (shm := Path("/dev/shm")).stat().st_dev == photos.stat().st_dev or not os.access(shm, os.W_OK):
        pytest.skip("there is no second drive here")
    import tempfile

    before = tree(photos)
    with tempfile.TemporaryDirectory(dir=shm) as place:
        act(library, planned(library, "move", pairs(photos, Path(place, "there"))), Job())
        assert tree(photos) == {}
        assert Path(place, "there/pile/a.jpg").stat().st_mtime == 1_500_000_000
        undo(library, 1, None, Job())
        assert tree(photos) == before
        monkeypatch.setattr(copying, "digest_of", lambda *_: "other")
        record = act(library, planned(library, "move", pairs(photos, Path(place, "there")), id_=2), Job())
        assert {o.status for o in record.plan.operations} == {"left"}
        assert "came out different" in str(record.plan.operations[0].why)
        assert tree(photos) == before
        assert [p for p in Path(place).rglob("*") if p.is_file()] == []


def test_what_a_crash_has_cut_is_finished(library: Library, photos: Path, tmp_path: Path) -> None:
    """A file with both names, one that has moved without a mark, and one whose turn had not come."""
    there = tmp_path / "there" / "pile"
    id_ = planned(library, "move", pairs(photos, tmp_path / "there"))
    with Journal(library.folder, id_) as written:
        written.enter("begun")
    there.mkdir(parents=True)
    os.link(photos / "a.jpg", there / "a.jpg")
    (photos / "sub/b.jpg").rename(there / "b.jpg")
    (there / copying.part_of(photos / "sub/c d.jpg", there / "c d.jpg").name).write_bytes(b"half")
    assert recover(library, Job()) == [id_]
    record = journal.read(library.folder, id_)
    assert [o.status for o in record.plan.operations] == ["done", "done", "left"]
    assert sorted(p.name for p in there.iterdir()) == ["a.jpg", "b.jpg"]
    assert list(ids_of(library)) == ["sub/c d.jpg"]
    assert recover(library, Job()) == []
    undo(library, id_, None, Job())
    assert sorted(ids_of(library)) == sorted(NAMES)


def test_a_drive_that_is_away_at_the_next_start_is_waited_for(library: Library, photos: Path, tmp_path: Path) -> None:
    """What was moved to it without a mark is not taken for left: it can still be undone once the drive is back."""
    drive = tmp_path / "drive"
    id_ = planned(library, "move", pairs(photos, drive))
    with Journal(library.folder, id_) as written:
        written.enter("begun")
    (drive / "pile").mkdir(parents=True)
    (photos / "a.jpg").rename(drive / "pile" / "a.jpg")
    drive.rename(tmp_path / "unplugged")
    assert recover(library, Job()) == []
    assert journal.read(library.folder, id_).open
    (tmp_path / "unplugged").rename(drive)
    assert recover(library, Job()) == [id_]
    undo(library, id_, None, Job())
    assert (photos / "a.jpg").read_bytes() == b"a.jpg"


def test_a_damaged_journal_keeps_nothing_else_from_being_done(library: Library, photos: Path, tmp_path: Path) -> None:
    planned(library, "move", pairs(photos, tmp_path / "there"))
    (library.folder / journal.FOLDER / "000001.jsonl").write_bytes(b"flipped\n")
    (library.folder / journal.FOLDER / "000002.jsonl").write_bytes(b"")
    assert recover(library, Job()) == []
    id_ = planned(library, "move", pairs(photos, tmp_path / "there"), id_=3)
    with Journal(library.folder, id_) as written:
        written.enter("begun")
    assert recover(library, Job()) == [id_]


def test_what_was_done_is_not_called_left_where_the_library_has_no_room_for_its_mark(
    library: Library, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = planned(library, "move", pairs(photos, tmp_path / "there"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "mark", full)
        with pytest.raises(OSError, match="No space"):
            act(library, id_, Job())
    assert recover(library, Job()) == [id_]
    assert journal.read(library.folder, id_).plan.operations[0].status == "done"
    undo(library, id_, None, Job())
    assert (photos / "a.jpg").read_bytes() == b"a.jpg"
