"""Tags of other programs and folders become clusters with names and pins, and hold from then on."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.core.job import Job
from engine.edits import Lock, NewCluster, new_cluster, take_over
from engine.edits.history import History
from engine.filing.keywords.xmp import merge
from engine.filing.taking_over.folder_names import naming_folder
from engine.filing.taking_over.groups import Group, Hint
from engine.filing.taking_over.hint import hint, hinted
from engine.filing.taking_over.proposals import proposal
from engine.gallery.snapshot import load_gallery
from engine.library import cloud
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.scan import scan
from tests.engine.filing.files import ids_of, opened, write

OPTIONS = OrganiseOptions(k=3, method="kmeans", map="pca", backbone="efficientnet_lite0")


def found(library: Library, by: str) -> dict[str, set[str]]:
    paths = {id_: path for path, id_ in ids_of(library).items()}
    groups: list[Group] = proposal(library, by, Job())  # type: ignore[arg-type]
    return {group.name: {paths[file] for file in group.files} for group in groups}


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("a.jpg", None),
        ("DCIM/100APPLE/IMG_0001.JPG", None),
        ("DCIM/100CANON/a.jpg", None),
        ("DCIM/Camera/a.jpg", None),
        ("2019/05/a.jpg", None),
        ("2019/2019-05-12/a.jpg", None),
        ("2019/05 - May/a.jpg", None),
        ("Photos/Août 2019/a.jpg", None),
        ("Camera Roll 2/a.jpg", None),
        ("New folder (3)/a.jpg", None),
        ("Rome/a.jpg", "Rome"),
        ("Trips/Rome/DCIM/101MSDCF/a.jpg", "Rome"),
        ("Trips/Rome/2019/a.jpg", "Rome"),
        ("2019/2019-05-12 Anna's wedding/RAW/a.nef", "2019-05-12 Anna's wedding"),
        ("Mayday/a.jpg", "Mayday"),
        ("Marseille/a.jpg", "Marseille"),
        ("Screenshots/a.png", "Screenshots"),
        ("旅行/a.jpg", "旅行"),
    ],
)
def test_the_nearest_folder_that_says_what_is_in_it_names_a_photo(path: str, named: str | None) -> None:
    folders = naming_folder(path)
    assert (folders and folders[-1]) == named


def test_folders_are_proposed_the_largest_first_and_apart_where_they_share_a_name(tmp_path: Path) -> None:
    names = ("Trips/Rome/1.jpg", "Trips/Rome/DCIM/2.jpg", "A/Party/1.jpg", "B/Party/1.jpg", "DCIM/1.jpg", "0.jpg")
    for name in names:
        write(tmp_path / "photos" / name, name.encode())
    with opened(tmp_path / "photos", tmp_path / "library") as library:
        assert found(library, "folders") == {
            "Rome": {"Trips/Rome/1.jpg", "Trips/Rome/DCIM/2.jpg"},
            "Party (A)": {"A/Party/1.jpg"},
            "Party (B)": {"B/Party/1.jpg"},
        }
        assert proposal(library, "folders", Job())[0].name == "Rome"


def test_tags_are_read_from_photos_and_sidecars_of_either_name(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg", "d.jpg"):
        Image.new("RGB", (8, 8)).save(photos / name)
    write(photos / "a.jpg.xmp", merge(None, [("Trips", "Rome"), ("_Digikam_Internal_Tags_", "Color Label Red")]))
    write(photos / "B.xmp", merge(None, [("Cats",), ("darktable", "exported")]))
    write(photos / "c.jpg.xmp", b"damaged")
    packet = merge(None, [("Trips", "Rome")])
    Image.new("RGB", (8, 9)).save(photos / "d.jpg", xmp=packet)
    with opened(photos, tmp_path / "library") as library:
        assert found(library, "tags") == {"Rome": {"a.jpg", "d.jpg"}, "Cats": {"b.jpg"}}


def test_what_the_user_has_said_stands_and_all_of_it_is_one_undo(tmp_path: Path) -> None:
    for n in range(8):
        write(tmp_path / "photos" / f"{n}.jpg", bytes([n]))
    with opened(tmp_path / "photos", tmp_path / "library") as library:
        catalog, ids = library.catalog, ids_of(library)
        a, b, c, d, e, *_ = (ids[f"{n}.jpg"] for n in range(8))
        history = History(catalog)
        mine = new_cluster(catalog, [a], "Cats")
        history.do(mine)
        locked = NewCluster([b], catalog.clusters.fresh_ids(1)[0], "Locked")
        history.do(locked)
        catalog.corrections.unpin([b])
        history.do(Lock(locked.cluster, True))
        before = state(library)
        history.do(take_over(catalog, [("Everything", [a, b, c, d, e]), ("cats", [d]), ("Cars", [e])]))
        names = {k.id: k.name for k in catalog.clusters.all()}
        where = {f: names[str(k)] for f, (k, _) in catalog.clusters.assignments_of([a, b, c, d, e]).items()}
        assert where == {a: "Cats", b: "Locked", c: "Everything", d: "Cats", e: "Cars"}
        assert all(k.named_by_user for k in catalog.clusters.visible() if k.name in ("Cats", "Cars", "Everything"))
        history.undo()
        assert state(library) == before
        history.redo()
        assert {f: names[str(k)] for f, (k, _) in catalog.clusters.assignments_of([c, d, e]).items()} == {
            c: "Everything",
            d: "Cats",
            e: "Cars",
        }
        with pytest.raises(UserError, match="Nothing is left"):
            take_over(catalog, [("Others", [a, b])])


def state(library: Library) -> object:
    clusters = [(c.id, c.name, c.members, c.pins, c.named_by_user) for c in library.catalog.clusters.visible()]
    return clusters, library.catalog.corrections.all()


@pytest.mark.parametrize("when", ["before", "after"])
def test_names_hold_before_and_after_photos_were_clustered_and_through_retrains(tmp_path: Path, when: str) -> None:
    photos = tmp_path / "photos"
    for n in range(24):
        folder = photos / ("Sunsets" if n % 2 else "2019")
        folder.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (40, 40), (200 if n % 3 else 0, 8 * n, 90)).save(folder / f"{n}.png")
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        if when == "after":
            organise(library, root, OPTIONS, Job())
        else:
            scan(library, root, Outcome(), Job())
        groups = [(group.name, group.files) for group in proposal(library, "folders", Job())]
        assert [name for name, _ in groups] == ["Sunsets"]
        History(library.catalog).do(take_over(library.catalog, groups))
        for policy in (RetrainPolicy(), RetrainPolicy(force=True)):
            organise(library, root, OPTIONS, Job(), policy)
            gallery = load_gallery(library.catalog, OPTIONS.map)
            named = {
                file.path
                for row, file in enumerate(gallery.files)
                if (c := gallery.cluster_of(row)) is not None and c.name == "Sunsets" and gallery.pinned[row]
            }
            assert named == {file.path for file in gallery.files if file.path.startswith("Sunsets/")}
            assert len(gallery) == 24


def test_it_is_hinted_at_once_and_not_where_somebody_names_clusters(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    for name in ("Rome/1.jpg", "Rome/2.jpg", "Cats/1.jpg", "Cats/2.jpg", "Alone/1.jpg", "DCIM/1.jpg"):
        write(photos / name, name.encode())
    with opened(photos, tmp_path / "library") as library:
        assert hint(library) == Hint("folders", 2)
        write(photos / "Rome" / "2.jpg.xmp", merge(None, [("Trips", "Rome")]))
        assert hint(library) == Hint("tags", 2)
        history = History(library.catalog)
        history.do(new_cluster(library.catalog, [ids_of(library)["Rome/1.jpg"]], "Mine"))
        assert hint(library) is None
        history.undo()
        assert hint(library) == Hint("tags", 2)
        hinted(library)
        assert hint(library) is None


def test_what_is_only_in_a_cloud_is_not_fetched_for_its_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "photos" / "Rome" / "1.jpg", b"1")
    write(tmp_path / "photos" / "Rome" / "1.jpg.xmp", merge(None, [("Trips", "Rome")]))
    with opened(tmp_path / "photos", tmp_path / "library") as library:
        assert found(library, "tags") == {"Rome": {"Rome/1.jpg"}}
        monkeypatch.setattr(cloud, "attributes", lambda _status: (stat.FILE_ATTRIBUTE_OFFLINE, 0))
        assert found(library, "tags") == {}


def test_nothing_is_hinted_at_where_one_folder_holds_all(tmp_path: Path) -> None:
    for name in ("Rome/1.jpg", "Rome/2.jpg", "DCIM/1.jpg", "DCIM/2.jpg"):
        write(tmp_path / "photos" / name, name.encode())
    with opened(tmp_path / "photos", tmp_path / "library") as library:
        assert hint(library) is None
