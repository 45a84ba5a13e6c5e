"""New photos in a library that is organised: placed without training, among what the user has sorted."""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Floats, Ints
from engine.edits import Lock, Merge, Move, Pair, Rename, Split, new_cluster
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.pipeline.options import OrganiseOptions
from engine.training.recorder import Recorder
from engine.versions.library_cut import activate_cut
from tests.engine.phone import Phone

KMEANS = OrganiseOptions(k=6, method="kmeans", map="pca", backbone="efficientnet_lite0")
DEC = OrganiseOptions(k=6, map="pca", backbone="efficientnet_lite0")


@pytest.fixture
def phone(demo: Path, tmp_path: Path) -> Phone:
    return Phone.filled(demo, tmp_path)


@pytest.fixture(params=[KMEANS, DEC], ids=["kmeans", "dec"])
def options(request: pytest.FixtureRequest) -> OrganiseOptions:
    chosen: OrganiseOptions = request.param
    return chosen


def test_new_photos_get_a_place_without_training_and_the_others_keep_theirs(
    phone: Phone, options: OrganiseOptions
) -> None:
    assert phone.organise(options).trained == 1
    before = phone.homes()
    new = phone.add([paths[4] for paths in phone.kinds.values()][:6])
    shutil.copy2(phone.folder / min(before), phone.folder / "a copy.jpg")
    outcome = phone.organise(options)
    assert (outcome.trained, outcome.placed) == (0, 7)
    after = phone.homes()
    assert {path: after[path] for path in before} == before
    assert set(after) == {*before, *new, "a copy.jpg"}
    assert after["a copy.jpg"] == before[min(before)]
    library, _ = phone.open()
    with library:
        gallery = load_gallery(library.catalog, "pca")
        assert np.isfinite(gallery.xy).all()
        assert ((gallery.confidences > 0) & (gallery.confidences <= 1)).all()
        assert all(len(gallery.likeliest(row)) == 3 for row in range(len(gallery)))
    outcome = phone.organise(options)
    assert (outcome.trained, outcome.placed) == (0, None)
    assert phone.homes() == after


def test_the_map_stays_where_it_is_while_k_is_turned_and_photos_come_and_go(phone: Phone) -> None:
    phone.organise(DEC)

    def places() -> dict[str, tuple[float, float]]:
        library, _ = phone.open()
        with library:
            gallery = load_gallery(library.catalog, "pca")
            return {f.path: tuple(xy) for f, xy in zip(gallery.files, gallery.xy.tolist(), strict=True)}

    before = places()
    library, _ = phone.open()
    with library:
        activate_cut(library.catalog, 3)
    gone = min(before)
    (phone.folder / gone).unlink()
    (new,) = phone.add([phone.kinds["memes"][7]])
    assert phone.organise(DEC, keep=True).trained == 0
    after = places()
    assert after == {path: xy for path, xy in before.items() if path != gone} | {new: after[new]}
    assert np.isfinite(after[new]).all()
    assert phone.organise(dataclasses.replace(DEC, map="neighbours"), keep=True).trained == 0  # without who is gone
    assert np.isfinite(list(places().values())).all()


def test_removed_and_returned_photos_need_no_training(phone: Phone) -> None:
    phone.organise(KMEANS)
    before = phone.homes()
    gone = sorted(before)[:3]
    for path in gone:
        (phone.folder / path).unlink()
    assert phone.organise(KMEANS).trained == 0
    assert phone.homes() == {path: home for path, home in before.items() if path not in gone}
    phone.add(gone)
    assert phone.organise(KMEANS).trained == 0
    assert phone.homes() == before


def test_a_photo_that_was_edited_in_place_is_looked_at_again(phone: Phone) -> None:
    phone.organise(KMEANS)
    before = phone.homes()
    one, other = next((a, b) for a in before for b in before if before[a] != before[b])
    shutil.copyfile(phone.folder / other, phone.folder / one)
    outcome = phone.organise(KMEANS)
    assert (outcome.trained, outcome.placed) == (0, 1)
    assert phone.homes() == before | {one: before[other]}


def test_what_the_user_has_sorted_holds_for_new_photos(phone: Phone) -> None:
    phone.organise(DEC)
    before = phone.homes()
    pinned, twin = sorted(before)[:2]
    sizes = Counter(before.values()).most_common()
    (merged, _), (into, _) = sizes[0], sizes[1]
    other = sizes[-1][0]
    old = next(path for path, home in before.items() if home == merged)

    def said(id_of: dict[str, int], _clusters: object) -> list[object]:
        return [Merge(merged, into), Move([id_of[pinned]], other), Pair(id_of[pinned], id_of[twin], "together")]

    phone.edit(said)
    shutil.copyfile(phone.folder / old, phone.folder / "like the merged.jpg")
    shutil.copyfile(phone.folder / old, phone.folder / twin)  # edited: it is new, and tied to the pinned one
    shutil.copyfile(phone.folder / sorted(before)[5], phone.folder / pinned)  # a pin is about the file
    assert phone.organise(DEC).trained == 0
    after = phone.homes()
    assert merged not in after.values()
    assert after[pinned] == after[twin] == other
    if old not in (pinned, twin):
        assert after["like the merged.jpg"] == into


def test_photos_of_a_new_kind_are_unsure_until_they_are_sorted(phone: Phone) -> None:
    kind, rest = phone.kinds["tools"], [p for k, p in phone.kinds.items() if k != "tools"]
    for path in kind:
        (phone.folder / path).unlink(missing_ok=True)
    for paths in rest:
        phone.add(paths[:-1])
    phone.organise(OrganiseOptions(k=9, map="pca", backbone="efficientnet_lite0"))
    ordinary = phone.add([paths[-1] for paths in rest])
    phone.add(kind)
    options = OrganiseOptions(map="pca")
    assert phone.organise(options, keep=True).trained == 0
    homes = phone.homes()
    unsure = {path for path, home in homes.items() if home == UNSURE}
    assert len(unsure & set(kind)) > 0.8 * len(kind)
    assert len(unsure & set(ordinary)) <= 1
    library, _ = phone.open()
    with library:
        gallery = load_gallery(library.catalog, "pca")
        (found,) = gallery.new_kinds
        assert {gallery.files[gallery.row_of[i]].path for i in found} <= unsure
        assert len(found) > 0.8 * len(kind)
        History(library.catalog).do(new_cluster(library.catalog, list(found), "My tools"))
        assert load_gallery(library.catalog, "pca").new_kinds == ()
    assert phone.organise(options, keep=True).trained == 0
    phone.organise(options, keep=True, force=True)
    after = phone.homes()
    sorted_by_hand = {gallery.files[gallery.row_of[i]].path for i in found}
    assert len({after[path] for path in sorted_by_hand}) == 1
    assert {path: after[path] for path in homes.keys() - unsure} == {
        path: homes[path] for path in homes.keys() - unsure
    }


def test_nobody_waits_for_the_catalog_while_new_kinds_are_looked_for(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.organise(KMEANS)
    phone.add([phone.kinds["animals"][6]])
    looked = []

    def find(sights: Floats, reach: float, job: Job) -> list[Ints]:
        with closing(sqlite3.connect(phone.place / "catalog.db", timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")  # an OperationalError where somebody writes
        looked.append(len(sights))
        return []

    monkeypatch.setattr("engine.pipeline.assign_new.new_kinds", find)
    assert phone.organise(KMEANS).placed == 1
    assert len(looked) == 1


def test_a_stop_after_photos_were_placed_leaves_looking_for_kinds_to_the_next_run(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.organise(KMEANS)
    phone.add([phone.kinds["animals"][6]])
    looked = []

    def find(sights: Floats, reach: float, job: Job) -> list[Ints]:
        looked.append(len(sights))
        if len(looked) == 1:
            raise Cancelled("cluster")
        return []

    monkeypatch.setattr("engine.pipeline.assign_new.new_kinds", find)
    with pytest.raises(Cancelled):
        phone.organise(KMEANS)
    assert phone.organise(KMEANS).placed is None  # it was placed before the stop
    assert len(looked) == 2
    phone.organise(KMEANS)
    assert len(looked) == 2


def test_photos_that_came_since_what_was_undone_wait_and_get_a_place_again(phone: Phone) -> None:
    phone.organise(KMEANS)
    phone.organise(dataclasses.replace(KMEANS, k=4))
    (new,) = phone.add([phone.kinds["animals"][6]])
    assert phone.organise(KMEANS, keep=True).placed == 1
    placed = phone.homes()[new]

    def history(verb: str) -> None:
        library, _ = phone.open()
        with library:
            getattr(History(library.catalog), verb)()

    history("undo")
    assert phone.homes()[new] == UNSURE
    history("redo")
    assert phone.homes()[new] == placed
    history("undo")
    assert phone.organise(KMEANS, keep=True).trained == 0
    assert phone.homes()[new] != UNSURE


def test_photos_that_came_since_a_turn_of_k_that_was_undone_get_a_place_again(phone: Phone) -> None:
    phone.organise(KMEANS)
    library, _ = phone.open()
    with library:
        activate_cut(library.catalog, 4)
    came = phone.add([paths[6] for paths in phone.kinds.values()])
    assert phone.organise(KMEANS, keep=True).placed == len(came)
    library, _ = phone.open()
    with library:
        History(library.catalog).undo()
    assert {phone.homes()[path] for path in came} == {UNSURE}
    outcome = phone.organise(KMEANS, keep=True)
    assert (outcome.trained, outcome.placed) == (0, len(came))
    assert sum(phone.homes()[path] != UNSURE for path in came) > len(came) / 2
    assert phone.organise(KMEANS, keep=True).placed is None  # those that fit nowhere were looked at


def test_other_bytes_of_the_same_picture_leave_it_in_its_part_of_a_split_cluster(phone: Phone) -> None:
    phone.organise(dataclasses.replace(KMEANS, k=2))
    first = phone.homes()
    home = Counter(first.values()).most_common(1)[0][0]

    def parted(id_of: dict[str, int], _clusters: object) -> list[Split]:
        files = [id_of[path] for path, cluster in first.items() if cluster == home]
        parts = zip((home, "c9"), (files[::2], files[1::2]), strict=True)
        part = {"name": "A part", "pins": []}
        return [
            Split(home, [part | {"id": id_, "files": some, "confidences": [0.9] * len(some)} for id_, some in parts])
        ]

    phone.edit(parted)
    before = phone.homes()
    edited = [path for path, cluster in before.items() if cluster == "c9"][:10]
    assert len(edited) > 5
    for path in edited:
        with (phone.folder / path).open("ab") as file:
            file.write(b"keywords")
    assert phone.organise(KMEANS, keep=True).trained == 0
    assert phone.homes() == before


@pytest.mark.parametrize("turned", [False, True], ids=["fit", "cut"])
def test_new_photos_go_into_the_part_of_a_split_cluster_that_they_are_like(
    phone: Phone, options: OrganiseOptions, turned: bool
) -> None:
    one, other = "receipts", "places"
    parts = [phone.add(phone.kinds[kind][:10]) for kind in (one, other)]
    phone.organise(dataclasses.replace(options, k=1))
    library, _ = phone.open()
    with library:
        catalog = library.catalog
        if turned:
            activate_cut(catalog, 1)
        id_of = {f.path: f.id for f in catalog.files.all()}
        split_off = {id_of[path] for path in parts[0]}
        (everything,) = [c for c in catalog.clusters.visible() if not c.unsure]
        (fresh,) = catalog.clusters.fresh_ids(1)
        made = [
            {"id": id_, "name": id_, "files": files, "confidences": [0.9] * len(files), "pins": []}
            for id_, files in (
                (everything.id, [f for f in id_of.values() if f not in split_off]),
                (fresh, sorted(split_off)),
            )
        ]
        History(catalog).do(Split(everything.id, made))
    new = [phone.add(phone.kinds[kind][10:12]) for kind in (one, other)]
    outcome = phone.organise(options, keep=True)
    assert (outcome.trained, outcome.placed) == (0, 4)
    homes = phone.homes()
    assert {homes[path] for path in new[0]} <= {fresh, UNSURE}
    assert {homes[path] for path in new[1]} <= {everything.id, UNSURE}
    assert fresh in {homes[path] for path in new[0]}


def test_a_photo_that_was_away_while_another_clustering_was_taken_gets_a_place_again(phone: Phone) -> None:
    phone.organise(KMEANS)
    away = min(phone.homes())
    (phone.folder / away).unlink()
    phone.organise(KMEANS)
    library, _ = phone.open()
    with library:
        activate_cut(library.catalog, 3)
        History(library.catalog).undo()
    phone.add([away])
    assert phone.organise(KMEANS).trained == 0
    assert phone.homes()[away] != UNSURE


def test_what_looks_like_a_locked_clusters_waits_and_is_no_new_kind(phone: Phone) -> None:
    kind = phone.kinds["receipts"]
    phone.add(kind[:4])
    phone.organise(OrganiseOptions(k=10, map="pca", backbone="efficientnet_lite0"))
    home = Counter(phone.homes()[path] for path in kind[:4]).most_common(1)[0][0]
    members = {path for path, cluster in phone.homes().items() if cluster == home}
    phone.edit(lambda _ids, _clusters: [Lock(home, True)])
    new = phone.add(kind[4:12])
    assert phone.organise(DEC, keep=True).trained == 0
    homes = phone.homes()
    assert {path for path, cluster in homes.items() if cluster == home} == members
    assert sum(homes[path] == UNSURE for path in new) >= 6
    library, _ = phone.open()
    with library:
        assert load_gallery(library.catalog, "pca").new_kinds == ()


def test_so_many_that_the_fit_has_seen_too_little_are_trained_with(phone: Phone) -> None:
    phone.organise(KMEANS)
    phone.add([path for paths in phone.kinds.values() for path in paths[3:5]])
    outcome = phone.organise(KMEANS)
    assert (outcome.trained, outcome.placed) == (1, None)
    assert UNSURE not in phone.homes().values()


def test_other_words_retrain_unless_what_stands_is_to_be_kept(phone: Phone) -> None:
    phone.organise(KMEANS)
    before = phone.homes()
    new = phone.add([phone.kinds[next(iter(phone.kinds))][5]])
    other = OrganiseOptions(k=4, method="kmeans", map="pca", backbone="efficientnet_lite0", seed=3)
    assert phone.organise(other, keep=True).trained == 0
    kept = phone.homes()
    assert {path: kept[path] for path in before} == before
    assert set(kept) == {*before, *new}
    assert phone.organise(other).trained == 1
    assert phone.organise(KMEANS, force=True).trained == 1


def test_k_that_was_asked_for_once_is_no_reason_to_fail_later(phone: Phone) -> None:
    phone.organise(OrganiseOptions(k=29, method="kmeans", map="pca", backbone="efficientnet_lite0"))
    for path in sorted(phone.homes())[:20]:
        (phone.folder / path).unlink()
    options = OrganiseOptions(k=29, method="kmeans", map="pca", backbone="efficientnet_lite0")
    assert phone.organise(options).trained == 0
    phone.edit(lambda _ids, clusters: [Rename(clusters[0].id, "Mine")])
    assert phone.organise(options, keep=True).trained == 0


def test_a_full_disk_costs_the_replay_of_a_training_and_not_its_clustering(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Recorder, "save", full)
    with pytest.raises(UserError, match="full"):
        phone.organise(KMEANS)
    assert set(phone.homes().values()) != {UNSURE}
    library, _ = phone.open()
    with library:
        assert library.catalog.clusterings.current() is not None
