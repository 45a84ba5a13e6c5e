"""Faces in the background: only where agreed to, by content, resumed, true to what the user and files said."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import KINDS, Box
from engine.edits import people
from engine.edits.history import History
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.people import by_people, names_on, people_of
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.catalog.understanding.class_table import TOP, Tops
from engine.library.catalog.understanding.face_table import ALLOWED
from engine.library.catalog.understanding.kind_table import Evidence
from engine.library.library import Library, open_library
from engine.library.safety.backups import back_up, backups
from engine.library.safety.faces import EDITS, forget_faces
from engine.library.safety.recovery import salvage
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan
from engine.pipeline.understanding.faces import Faces
from engine.pipeline.understanding.persons import is_outdated, parts_of_person, regroup
from tests.engine.faces import ANN, BOB, drawn_face
from tests.engine.library.metadata.test_regions import digikam


def save(place: Path, *persons: int, photo: int = 0, pad: int = 0, **how: object) -> None:
    """A photo of people beside each other; `pad` pixels around make them smaller."""
    picture = np.concatenate([drawn_face(person, photo) for person in persons], 1)
    Image.fromarray(np.pad(picture, ((pad, pad), (pad, pad), (0, 0)), "edge")).save(place, quality=95, **how)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder and its library, in which faces were looked for: Ann thrice, Bob twice and once with her, and nobody."""
    base = tmp_path_factory.mktemp("faces")
    folder = base / "Photos"
    folder.mkdir()
    for photo in range(3):
        save(folder / f"ann {photo}.jpg", ANN, photo=photo)
    for photo in range(2):
        save(folder / f"bob {photo}.jpg", BOB, photo=photo)
    save(folder / "both.jpg", ANN, BOB, photo=5)
    Image.new("RGB", (300, 200), (90, 140, 200)).save(folder / "sky.jpg")
    library, root = open_library(folder, base / "library", "a test")
    with library:
        take_in(library, root)
        library.catalog.set_setting(ALLOWED, "yes")
        Faces().run(library, Faces().pending(library), 2, Job())
    return base


@pytest.fixture
def library(looked_at: Path, tmp_path: Path) -> Iterator[Library]:
    """A copy of it, to be changed."""
    shutil.copytree(looked_at, tmp_path, dirs_exist_ok=True)
    with Library(tmp_path / "library", "a test") as opened:
        opened.catalog.files.move_root(1, str(tmp_path / "Photos"))
        yield opened


def take_in(library: Library, root: int) -> None:
    scan(library, root, Outcome(), Job())
    read(library, 1, Outcome(), Job())


def look(library: Library) -> Gallery:
    """Look for what is new, as the background does."""
    faces = Faces()
    faces.run(library, faces.pending(library), 1, Job())
    return gallery_of(library)


def gallery_of(library: Library) -> Gallery:
    return load_gallery(library.catalog, "")


def who(gallery: Gallery) -> dict[str, list[int | None]]:
    """The persons on each photo, from left to right."""
    faces = gallery.understood.faces
    return {
        file.path: [f.person for f in sorted(faces.get(file.digest or "", ()), key=lambda f: f.box.x)]
        for file in gallery.files
    }


def face(gallery: Gallery, path: str, at: int = 0) -> int:
    digest = next(f.digest for f in gallery.files if f.path == path)
    return sorted(gallery.understood.faces[digest or ""], key=lambda f: f.box.x)[at].id


def test_people_are_found_and_grouped(library: Library) -> None:
    seen = who(gallery_of(library))
    ann, bob = seen["ann 0.jpg"][0], seen["bob 0.jpg"][0]
    assert ann is not None and bob is not None and ann != bob  # noqa: PT018
    assert seen == {
        **{f"ann {n}.jpg": [ann] for n in range(3)},
        **{f"bob {n}.jpg": [bob] for n in range(2)},
        "both.jpg": [ann, bob],
        "sky.jpg": [],
    }
    assert not Faces().pending(library)
    assert not is_outdated(library.catalog)


def test_nothing_is_looked_for_before_it_is_allowed(library: Library) -> None:
    library.catalog.faces.put("another model", {})
    library.catalog.connection.execute("DELETE FROM faces_looked")
    for answer in ("no", "never asked"):
        library.catalog.set_setting(ALLOWED, answer)
        assert not Faces().pending(library)
    library.catalog.set_setting(ALLOWED, "yes")
    assert len(Faces().pending(library)) == 7


def test_nothing_leaves_the_machine(looked_at: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    shutil.copytree(looked_at / "Photos", tmp_path / "Photos")
    opened, root = open_library(tmp_path / "Photos", tmp_path / "library", "a test")
    with opened:
        take_in(opened, root)
        opened.catalog.set_setting(ALLOWED, "yes")
        monkeypatch.setattr(socket.socket, "connect", refuse)
        look(opened)
    assert b"faces" not in b"".join(path.name.encode() for path in (tmp_path / "Photos").iterdir())
    assert {path.name for path in (tmp_path / "Photos").iterdir()} == {p.name for p in (looked_at / "Photos").iterdir()}


def test_the_gallery_lists_and_groups_people(library: Library) -> None:
    gallery = gallery_of(library)
    ann, bob = people_of(gallery)
    assert (ann.faces, ann.photos, bob.faces, bob.photos) == (4, 4, 3, 3)
    History(library.catalog).do(people.name_person(bob.id, "Bob"))
    gallery = gallery_of(library)
    assert [card.name for card in people_of(gallery)] == ["Bob", ""]
    groups = by_people(gallery)
    assert groups.keys == (str(bob.id), str(ann.id), "")
    assert len(set(groups.labels.tolist())) == 3
    both = next(row for row, file in enumerate(gallery.files) if file.path == "both.jpg")
    assert names_on(gallery, both) == ["Bob"]
    History(library.catalog).do(people.hide_person(bob.id, True))
    gallery = gallery_of(library)
    assert by_people(gallery).keys == (str(ann.id), "")
    assert names_on(gallery, both) == []


def test_a_photo_is_found_under_each_who_is_on_it(library: Library) -> None:
    gallery = gallery_of(library)
    for card in people_of(gallery):
        found = filter_gallery(gallery, FilterOptions(person=card.id, group="people"), Finder())
        assert "both.jpg" in {gallery.files[row].path for row in found.rows}
        assert len(found.rows) == card.photos
        assert found.groups is not None


def test_what_is_said_holds_and_teaches(library: Library) -> None:
    gallery, history = gallery_of(library), History(library.catalog)
    ann = gallery.understood.faces[gallery.files[0].digest or ""][0].person
    assert ann is not None
    history.do(people.name_person(ann, "Ann"))
    history.do(people.is_person(library.catalog, [face(gallery, "bob 0.jpg")], None, "Robert"))
    history.do(people.stranger(library.catalog, [face(gallery, "both.jpg", 1)]))
    assert is_outdated(library.catalog)
    regroup(library, Job())
    seen = who(gallery_of(library))
    robert = next(p.id for p in library.catalog.faces.persons().values() if p.name == "Robert")
    assert seen["bob 0.jpg"] == [robert]
    assert seen["both.jpg"] == [ann, None]
    assert seen["ann 1.jpg"] == [ann]
    for _ in range(3):
        history.undo()
    regroup(library, Job())
    before = who(gallery_of(library))
    assert before["both.jpg"][1] == before["bob 0.jpg"][0] == before["bob 1.jpg"][0]


def test_no_face_goes_and_stays_away(library: Library) -> None:
    gallery = gallery_of(library)
    History(library.catalog).do(people.not_a_face(library.catalog, [face(gallery, "ann 0.jpg")]))
    library.catalog.connection.execute("UPDATE faces_looked SET model = 'an older model'")
    seen = who(look(library))
    assert seen["ann 0.jpg"] == []
    assert seen["ann 1.jpg"] == seen["ann 2.jpg"] != [None]


def test_names_and_ids_outlive_a_change_of_the_model(library: Library) -> None:
    before = gallery_of(library)
    ann = before.understood.faces[before.files[0].digest or ""][0].person
    assert ann is not None
    History(library.catalog).do(people.name_person(ann, "Ann"))
    library.catalog.connection.execute("UPDATE faces_looked SET model = 'an older model'")
    assert len(Faces().pending(library)) == 7
    after = look(library)
    assert who(after) == who(before)
    assert {f.id for some in after.understood.faces.values() for f in some} == {
        f.id for some in before.understood.faces.values() for f in some
    }


def test_a_drawn_face_is_coded_and_recognised(library: Library, tmp_path: Path) -> None:
    """One that lies on its side is not found; the frame that the user draws is enough to know whose it is."""
    save(tmp_path / "Photos" / "small.jpg", BOB, photo=7, pad=1800)
    take_in(library, 1)
    gallery = look(library)
    digest = next(f.digest for f in gallery.files if f.path == "small.jpg") or ""
    assert digest not in gallery.understood.faces  # 9 pixels on the thumbnail
    frame = Box(1850 / 3800, 1840 / 3800, 100 / 3800, 125 / 3800)
    History(library.catalog).do(people.draw_face(library.catalog, digest, frame))
    assert Faces().pending(library) == [digest]
    gallery = look(library)
    assert who(gallery)["small.jpg"] == who(gallery)["bob 0.jpg"]
    assert not Faces().pending(library)


def test_names_in_files_name_persons(library: Library, tmp_path: Path) -> None:
    gallery = gallery_of(library)
    ann = who(gallery)["ann 0.jpg"][0]
    place = gallery.understood.faces[next(f.digest for f in gallery.files if f.path == "ann 0.jpg") or ""][0].box
    save(tmp_path / "Photos" / "named.jpg", ANN, photo=8, xmp=digikam(200, 200, place, "Ann Example"))
    take_in(library, 1)
    gallery = look(library)
    [named] = [p for p in library.catalog.faces.persons().values() if p.name == "Ann Example"]
    assert who(gallery)["named.jpg"] == [named.id]
    assert who(gallery)["ann 0.jpg"] in ([ann], [named.id])
    History(library.catalog).do(people.name_person(named.id, "Annie"))  # what the user calls her holds
    library.catalog.connection.execute("UPDATE faces_looked SET model = 'an older model'")
    look(library)
    assert [p.name for p in library.catalog.faces.persons().values() if p.name] == ["Annie"]


def test_a_face_that_only_the_file_knows(library: Library, tmp_path: Path) -> None:
    Image.new("RGB", (400, 300), (120, 110, 100)).save(
        tmp_path / "Photos" / "back.jpg", xmp=digikam(400, 300, Box(0.3, 0.2, 0.2, 0.3), "Cid")
    )
    take_in(library, 1)
    gallery = look(library)
    [cid] = who(gallery)["back.jpg"]
    assert cid is not None
    assert gallery.understood.persons[cid].name == "Cid"


def test_junk_is_suppressed_until_somebody_says_who_it_is(library: Library) -> None:
    gallery, catalog = gallery_of(library), library.catalog
    drawing = next(f.digest for f in gallery.files if f.path == "bob 0.jpg") or ""
    animal = next(f.digest for f in gallery.files if f.path == "ann 0.jpg") or ""
    likely = np.zeros(len(KINDS), np.float32)
    likely[KINDS.index("drawing")] = 0.9
    catalog.kinds.save("a model", [(drawing, Evidence.VECTOR, likely)])
    indices, shares = np.full((1, TOP), 900, np.uint16), np.zeros((1, TOP), np.float16)
    indices[0, 0], shares[0, 0] = 151, 0.8  # a Chihuahua
    catalog.classes.save("a backbone", Tops([animal], indices, shares))
    assert is_outdated(catalog)
    regroup(library, Job())
    assert who(gallery_of(library))["bob 0.jpg"] == []
    assert who(gallery_of(library))["ann 0.jpg"] == []
    [id_] = library.catalog.faces.of([drawing])
    History(library.catalog).do(people.is_person(library.catalog, [id_], None, "Bob"))
    regroup(library, Job())
    assert who(gallery_of(library))["bob 0.jpg"] != []


def test_a_cancel_keeps_what_was_found_and_the_next_run_goes_on(library: Library) -> None:
    library.catalog.connection.execute("DELETE FROM faces")
    library.catalog.connection.execute("DELETE FROM faces_looked")

    class Impatient(Job):
        def report(self, stage: str, done: int, total: int) -> None:
            if done >= 3:
                raise Cancelled(stage)

    faces = Faces()
    with pytest.raises(Cancelled):
        faces.run(library, faces.pending(library), 1, Impatient())
    left = len(faces.pending(library))
    assert 0 < left <= 4
    assert threading.active_count() < 20
    seen = who(look(library))
    assert seen["both.jpg"][0] == seen["ann 0.jpg"][0] is not None


def test_a_split_is_said_and_undone(library: Library) -> None:
    gallery, history = gallery_of(library), History(library.catalog)
    one, other = (card.id for card in people_of(gallery))
    history.do(people.merge_persons([one, other]))
    regroup(library, Job())
    assert len(people_of(gallery_of(library))) == 1
    parts = parts_of_person(library.catalog, one)
    assert [len(part) for part in parts] == [4, 3]
    history.do(people.split_parts(library.catalog, one, parts))
    regroup(library, Job())
    assert sorted(card.faces for card in people_of(gallery_of(library))) == [3, 4]
    history.undo()
    regroup(library, Job())
    assert len(people_of(gallery_of(library))) == 1


def test_all_faces_are_forgotten_for_good(library: Library) -> None:
    gallery, history = gallery_of(library), History(library.catalog)
    history.do(people.name_person(people_of(gallery)[0].id, "Ann Unforgettable"))
    history.do(people.stranger(library.catalog, [face(gallery, "bob 0.jpg")]))
    code = library.catalog.connection.execute("SELECT code FROM faces LIMIT 1").fetchone()[0]
    back_up(library.catalog.path)
    kept = [path for path in (library.catalog.path, *backups(library.folder)) if path.exists()]
    wal = library.catalog.path.with_name("catalog.db-wal")
    assert any(b"Unforgettable" in path.read_bytes() for path in (*kept, wal))
    done = forget_faces(library.catalog)
    assert done.faces == 7
    assert done.backups >= 1
    for path in (library.catalog.path, wal, *backups(library.folder)):
        content = path.read_bytes() if path.exists() else b""
        assert b"Unforgettable" not in content
        assert code not in content
    assert not gallery_of(library).understood.faces
    assert not Faces().pending(library)
    assert library.catalog.edits.all() == []
    library.catalog.set_setting(ALLOWED, "yes")
    assert who(look(library))["both.jpg"][0] is not None


def test_every_edit_of_people_is_forgotten() -> None:
    ours = {kind.do for kind in vars(people).values() if isinstance(kind, type) and hasattr(kind, "do")}
    assert ours == set(EDITS)


def test_the_command_lists_them(library: Library, tmp_path: Path, engine: Callable[..., CompletedProcess[str]]) -> None:
    gallery = gallery_of(library)
    ann = people_of(gallery)[0]
    History(library.catalog).do(people.name_person(ann.id, "Ann"))
    History(library.catalog).do(people.not_a_face(library.catalog, [face(gallery, "bob 1.jpg")]))
    library.close()
    words = ("people", tmp_path / "Photos", "--library", tmp_path / "library")
    done = engine(*words, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    first, second = told["people"]
    assert first == {
        "id": ann.id,
        "name": "Ann",
        "photos": ["ann 0.jpg", "ann 1.jpg", "ann 2.jpg", "both.jpg"],
        "faces": 4,
    }
    assert second["photos"] == ["bob 0.jpg", "both.jpg"]
    assert (told["version"], told["unnamed"], told["not_faces"]) == (1, 1, 1)
    assert engine(*words).stdout.splitlines() == ["     4 photos  Ann", f"     2 photos  person {second['id']}"]


def test_words_on_people_are_counted_and_salvaged(library: Library) -> None:
    gallery = gallery_of(library)
    History(library.catalog).do(people.name_person(people_of(gallery)[0].id, "Ann"))
    History(library.catalog).do(people.stranger(library.catalog, [face(gallery, "bob 0.jpg")]))
    words = library.catalog.faces.words.all()
    library.close()
    _, rebuilt = salvage(library.folder)
    assert (rebuilt.kept["face_words"], rebuilt.kept["persons"]) == (1, 1)
    with sqlite3.connect(library.folder / "catalog.db") as connection:
        assert connection.execute("SELECT digest, word FROM face_words").fetchall() == [(words[0].digest, "stranger")]
        assert ("Ann",) in connection.execute("SELECT name FROM persons").fetchall()


def test_what_is_found_once_all_was_forgotten_is_not_kept(library: Library) -> None:
    """A run that goes on beside the user's word."""
    library.catalog.connection.execute("UPDATE faces_looked SET model = 'an older model'")

    class Forgetful(Job):
        def report(self, stage: str, done: int, total: int) -> None:
            if stage == "faces" and done == 0:
                forget_faces(library.catalog)

    faces = Faces()
    faces.run(library, faces.pending(library), 1, Forgetful())
    assert not library.catalog.faces.shown()
