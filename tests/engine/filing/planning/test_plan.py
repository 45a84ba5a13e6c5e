"""A plan on real files: what goes where, what travels along, what is left and why."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.filing import journal
from engine.filing.operations import Action, FilingOptions, Plan
from engine.filing.planning.plan import plan, write_plan
from engine.filing.planning.preview import Branch, preview
from engine.library.library import Library
from tests.engine.filing.files import ids_of, opened, tree, write


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "Photos"
    for name in ("a.jpg", "b.jpg", "trip/a.jpg", "trip/c.png"):
        write(folder / name, name.encode())
    return folder


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "lib") as library:
        clusters = library.catalog.clusters
        clusters.add({"c1": "Dogs", "c2": "AC/DC"})
        clusters.assign((id_, "c2" if "trip" in path else "c1", 1.0) for path, id_ in ids_of(library).items())
        yield library


def planned(library: Library, action: Action, **options: object) -> Plan:
    return plan(library, FilingOptions(action, **options), Job())  # type: ignore[arg-type]


def ways(made: Plan, target: Path) -> dict[str, str]:
    """Targets of what is planned, by the end of the source."""
    return {
        "/".join(Path(o.source).parts[-2:]): Path(o.target).relative_to(target).as_posix()
        for o in made.operations
        if o.status == "planned" and o.target is not None
    }


def left(made: Plan) -> dict[str, str]:
    return {Path(o.source).name: str(o.why) for o in made.operations if o.status == "left"}


def test_photos_go_into_folders_of_their_clusters_and_nothing_is_touched(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    before = tree(photos)
    target = tmp_path / "out"
    made = planned(library, "copy", target=str(target))
    assert ways(made, target) == {
        "Photos/a.jpg": "Dogs/a.jpg",
        "Photos/b.jpg": "Dogs/b.jpg",
        "trip/a.jpg": "AC_DC/a.jpg",
        "trip/c.png": "AC_DC/c.png",
    }
    assert made.folders == tuple(str(target / name) for name in ("", "AC_DC", "Dogs"))
    assert (made.totals.files, made.totals.bytes, made.totals.clashes) == (
        4,
        sum(len(d[0]) for d in before.values()),
        0,
    )
    assert [d.needed for d in made.drives] == [made.totals.bytes]
    assert str(made.label) == "copy 4 photos to out"
    assert (tree(photos), target.exists()) == (before, False)


def test_a_move_on_the_same_drive_needs_no_room(library: Library, tmp_path: Path) -> None:
    assert [d.needed for d in planned(library, "move", target=str(tmp_path / "out")).drives] == [0]


def test_clusters_by_name_without_case_or_by_id_and_near_names_of_an_unknown_one(
    library: Library, tmp_path: Path
) -> None:
    for name in ("dogs", "c1"):
        made = planned(library, "copy", target=str(tmp_path / "out"), clusters=(name,))
        assert len(made.operations) == 2
        assert {o.group for o in made.operations} == {"c1"}
    with pytest.raises(UserError, match="There is no cluster Dgos; near it are: Dogs"):
        planned(library, "trash", clusters=("Dgos",))


def test_a_search_says_which(library: Library, tmp_path: Path) -> None:
    made = planned(library, "copy", target=str(tmp_path / "out"), query="type:png")
    assert [Path(o.source).name for o in made.operations] == ["c.png"]


def test_names_that_are_taken_get_a_number_and_companions_the_same(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    for name in ("a.xmp", "trip/a.jpg.xmp", "trip/A.MOV"):
        write(photos / name)
    target = tmp_path / "out"
    write(target / "A.JPG", b"another")
    made = planned(library, "move", target=str(target), pattern="{name}")
    assert ways(made, target) == {
        "Photos/a.jpg": "a (2).jpg",
        "Photos/a.xmp": "a (2).xmp",
        "Photos/b.jpg": "b.jpg",
        "trip/a.jpg": "a (3).jpg",
        "trip/a.jpg.xmp": "a (3).jpg.xmp",
        "trip/A.MOV": "a (3).MOV",
        "trip/c.png": "c.png",
    }
    assert made.totals.clashes == 5
    of = {Path(o.source).name: o.companion_of for o in made.operations}
    assert (of["A.MOV"], of["a.xmp"]) == (of["a.jpg.xmp"], 0)


def test_a_folder_that_differs_by_case_is_the_same_and_a_file_of_its_name_is_not(
    library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    (target / "dogs").mkdir(parents=True)
    write(target / "AC_DC")
    made = planned(library, "copy", target=str(target))
    assert set(ways(made, target).values()) == {"dogs/a.jpg", "dogs/b.jpg", "AC_DC (2)/a.jpg", "AC_DC (2)/c.png"}


def test_a_link_in_the_target_is_not_followed(library: Library, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Dogs").symlink_to(tmp_path / "elsewhere")
    made = planned(library, "copy", target=str(tmp_path / "out"), clusters=("Dogs",))
    assert set(ways(made, tmp_path / "out").values()) == {"Dogs (2)/a.jpg", "Dogs (2)/b.jpg"}


def test_what_is_there_already_is_not_made_again(library: Library, photos: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    (target / "Dogs").mkdir(parents=True)
    shutil.copy2(photos / "a.jpg", target / "Dogs" / "a.jpg")
    write(target / "Dogs" / "b.jpg", (photos / "b.jpg").read_bytes(), at=1)  # of another time, with the same bytes
    made = planned(library, "copy", target=str(target), clusters=("Dogs",))
    assert {name: why.partition(", as")[0] for name, why in left(made).items()} == {
        "a.jpg": "a.jpg is there already",
        "b.jpg": "b.jpg is there already",
    }
    assert (made.totals.files, made.folders) == (0, ())


def test_what_has_the_size_but_not_the_bytes_is_another_file(library: Library, photos: Path, tmp_path: Path) -> None:
    write(tmp_path / "out" / "b.jpg", b"B" * (photos / "b.jpg").stat().st_size, at=1)
    made = planned(library, "copy", target=str(tmp_path / "out"), pattern="{name}", query="name:b.jpg")
    assert ways(made, tmp_path / "out") == {"Photos/b.jpg": "b (2).jpg"}


def test_filing_into_the_folder_itself_leaves_what_is_in_its_place(library: Library, photos: Path) -> None:
    made = planned(library, "move", target=str(photos), pattern="{name}")
    assert ways(made, photos) == {"trip/a.jpg": "a (2).jpg", "trip/c.png": "c.png"}
    assert left(made) == {"a.jpg": "a.jpg is where it is to be", "b.jpg": "b.jpg is where it is to be"}


def test_what_is_missing_or_behind_a_link_is_left_with_a_reason(library: Library, photos: Path, tmp_path: Path) -> None:
    (photos / "a.jpg").unlink()
    (photos / "trip").rename(tmp_path / "away")
    (photos / "trip").symlink_to(tmp_path / "away")
    made = planned(library, "move", target=str(tmp_path / "out"))
    assert ways(made, tmp_path / "out") == {"Photos/b.jpg": "Dogs/b.jpg"}
    assert [str(o.why) for o in made.operations if o.status == "left"] == [
        "a.jpg is not there any more",
        *[f"{photos / 'trip'} is a link: what it leads to is filed from where it lies"] * 2,
    ]
    copied = planned(library, "copy", target=str(tmp_path / "out"), query="folder:trip")
    assert {str(o.why) for o in copied.operations} == {f"{photos / 'trip'} is a link that leads out of the folder"}


def test_a_drive_that_is_away_is_said(library: Library, photos: Path) -> None:
    photos.rename(photos.with_name("unplugged"))
    made = planned(library, "trash")
    assert {str(o.why) for o in made.operations} == {f"{photos} cannot be seen now: its drive may be away"}


@pytest.mark.parametrize(
    ("marker", "what"),
    [(".git/HEAD", "a Git project"), (".immich", "Immich's"), ("Mine.lrcat", "the folder of a Lightroom catalog")],
)
@pytest.mark.parametrize("action", ["copy", "move", "trash"])
def test_a_folder_of_somebody_elses_is_left_alone(
    library: Library, photos: Path, tmp_path: Path, marker: str, what: str, action: Action
) -> None:
    write(photos / "trip" / marker)
    made = planned(library, action, target=str(tmp_path / "out"))
    assert left(made) == dict.fromkeys(("a.jpg", "c.png"), f"{photos / 'trip'} is {what}, and left alone")


@pytest.mark.parametrize("name", ["A.photoslibrary/originals", "x/.dtrash", "node_modules", "P.lrdata", "lib"])
def test_a_target_of_somebody_elses_is_refused(library: Library, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="Nothing is filed into"):
        planned(library, "copy", target=str(tmp_path / name))


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
@pytest.mark.parametrize("target", ["/", "/usr/share/photos", "/etc"])
def test_a_target_of_the_systems_is_refused(library: Library, target: str) -> None:
    with pytest.raises(UserError, match="the system's"):
        planned(library, "copy", target=target)


def test_a_target_that_is_a_file_or_no_absolute_path_is_refused(library: Library, photos: Path) -> None:
    with pytest.raises(UserError, match="is a file"):
        planned(library, "copy", target=str(photos / "a.jpg"))
    with pytest.raises(UserError, match="no absolute path"):
        planned(library, "copy", target="out")
    with pytest.raises(UserError, match="needs a target"):
        planned(library, "move")


def test_a_pair_travels_once_whichever_of_it_was_chosen(photos: Path, tmp_path: Path) -> None:
    for name in ("p/x.nef", "p/x.jpg", "p/x.xmp", "p/y.nef", "p/y.jpg"):
        write(photos / name, name.encode())
    target = tmp_path / "out"
    with opened(photos, tmp_path / "pairs") as library:
        ids = ids_of(library)
        chosen = (ids["p/x.jpg"], ids["p/y.jpg"], ids["p/y.nef"])
        made = planned(library, "move", files=chosen, target=str(target), pattern="{name}")
        assert sorted(Path(o.source).name for o in made.operations) == ["x.jpg", "x.nef", "x.xmp", "y.jpg", "y.nef"]
        by_name = {Path(o.source).name: o for o in made.operations}
        assert by_name["x.nef"].file == ids["p/x.nef"]  # the library follows it
        assert by_name["x.nef"].companion_of == by_name["x.xmp"].companion_of == by_name["x.jpg"].number
        assert by_name["y.nef"].companion_of is None
        kept = planned(
            library, "trash", files=(ids["p/x.jpg"],), keepers=((ids["p/x.jpg"], ids["p/x.nef"]),)
        )  # what is kept does not follow its copy into the trash, nor does what belongs to it
        assert [Path(o.source).name for o in kept.operations] == ["x.jpg"]


def test_a_written_plan_has_an_id_that_no_edit_has(library: Library, tmp_path: Path) -> None:
    made = planned(library, "copy", target=str(tmp_path / "out"))
    first, second = write_plan(library, made), write_plan(library, made)
    library.catalog.edits.push(made.label, "{}", "{}")
    edit = library.catalog.edits.last_done()
    assert edit is not None
    assert first < second < edit.id < write_plan(library, made)
    assert journal.read(library.folder, first).plan.operations == made.operations


def test_the_preview_is_the_tree_with_what_each_folder_gets(library: Library, photos: Path, tmp_path: Path) -> None:
    made = planned(library, "copy", target=str(tmp_path / "out"), pattern="all/{cluster}/{name}")
    sizes = {path: entry[0] for path, entry in tree(photos).items()}
    dogs = len(sizes["a.jpg"]) + len(sizes["b.jpg"])
    trip = len(sizes["trip/a.jpg"]) + len(sizes["trip/c.png"])
    assert preview(made) == Branch(
        str(tmp_path / "out"),
        4,
        dogs + trip,
        (Branch("all", 4, dogs + trip, (Branch("AC_DC", 2, trip, ()), Branch("Dogs", 2, dogs, ()))),),
    )


def test_keywords_go_to_the_sidecar_that_is_there_or_into_the_photo(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    write(photos / "b.xmp")
    made = planned(library, "keywords", clusters=("Dogs",))
    assert {Path(str(o.target)).name: o.values for o in made.operations} == {
        "a.jpg.xmp": {"keywords": [["Dogs"]]},
        "b.xmp": {"keywords": [["Dogs"]]},
    }
    assert {o.target for o in planned(library, "keywords", embed=True).operations} == {
        str(photos / name) for name in ("a.jpg", "b.jpg", "b.xmp", "trip/a.jpg", "trip/c.png")
    }
    made = planned(library, "keywords", clusters=("Dogs",), embed=True)
    assert [(Path(o.source).name, Path(str(o.target)).name, o.file is None) for o in made.operations] == [
        ("a.jpg", "a.jpg", False),
        ("b.jpg", "b.jpg", False),
        ("b.jpg", "b.xmp", True),
    ]
    assert made.operations[2].companion_of == 1
    assert str(made.label) == "write keywords for 2 photos"
    library.catalog.clusters.unassign([ids_of(library)["a.jpg"]])
    assert left(planned(library, "keywords")) == {"a.jpg": "it is in no cluster whose name it could have"}
