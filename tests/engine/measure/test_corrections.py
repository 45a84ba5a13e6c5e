"""Protocol `corrections` on forty pictures: a real library, real edits, real retrains."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.edits import Move
from engine.edits.history import History
from engine.measure.benchmark import Benchmark
from engine.measure.corrections.cases import Case, ask, cases_of, make
from engine.measure.corrections.owner import HABITS, Owner, is_sorted
from engine.measure.corrections.protocol import Corrections, run_case, run_corrections
from engine.measure.corrections.trial import EmbeddedPhotos, Trial, embed_photos, trial
from engine.pipeline.options import OrganiseOptions

KMEANS = OrganiseOptions(k=5, method="kmeans", map="pca", backbone="efficientnet_lite0", device="cpu", threads=1)
# Of these kinds so many go to these labels: a label whose photos do not look alike is scattered over the piles.
LABELS = {
    "animals": {"animals": 8, "portraits": 2},
    "paper": {"receipts": 12},
    "people": {"portraits": 8},
    "things": {"tools": 6, "quotes": 4},
}


@pytest.fixture(scope="module")
def labelled(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty of the demo's pictures, a folder a label, and a file that is none."""
    folder = tmp_path_factory.mktemp("labelled")
    of_kind: dict[str, list[str]] = {}
    for path, kind in sorted(json.loads((demo / "labels.json").read_text("utf-8")).items()):
        of_kind.setdefault(kind, []).append(path)
    for label, kinds in LABELS.items():
        (folder / label).mkdir()
        for kind, count in kinds.items():
            for path in [of_kind[kind].pop() for _ in range(count)]:
                shutil.copy2(demo / path, folder / label / Path(path).name)
    (folder / "things" / "broken.jpg").write_bytes(b"no picture")
    return folder


@pytest.fixture(scope="module")
def embedded(labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedPhotos:
    folder = tmp_path_factory.mktemp("embedded")
    return embed_photos(labelled, folder / "own", KMEANS, folder / "library", Job())


@pytest.fixture
def made(embedded: EmbeddedPhotos, tmp_path: Path) -> Iterator[Trial]:
    with trial(embedded, KMEANS, tmp_path, Job()) as organised:
        yield organised


def homes(made: Trial) -> dict[int, str]:
    now = made.standing()
    return dict(zip(now.ids.tolist(), now.piles.tolist(), strict=True))


def test_each_seed_shuffles_the_photos_and_none_is_embedded_again(
    embedded: EmbeddedPhotos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wake(*_: object, **__: object) -> None:
        raise AssertionError("everything was embedded before")

    def decode(_: object, requests: Iterator[object], job: Job) -> list[object]:
        assert not list(requests), "everything was read before"
        return []

    monkeypatch.setattr("engine.pipeline.embed.open_runtime", wake)
    monkeypatch.setattr("engine.pipeline.read.DecodePool.run", decode)
    orders = []
    for seed in (0, 1, 0):
        folder = tmp_path / str(len(orders))
        folder.mkdir()
        with trial(embedded, replace(KMEANS, seed=seed), folder, Job()) as made:
            files = made.library.catalog.files.readable()
            orders.append([file.digest for file in files])
            label_of = {photo.digest: photo.label for photo in embedded.photos}
            assert {file.id: label_of[str(file.digest)] for file in files} == made.truth
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(photo.digest for photo in embedded.photos)
    assert orders[0] == orders[2] != orders[1]
    assert len(orders[0]) == 40


def test_a_case_starts_where_the_first_organise_ended(made: Trial) -> None:
    start = homes(made)
    for _ in range(2):
        record = run_case(made, Case("any", 4, "paper"))
        assert homes(made) != start
        assert record["precision_gesture"] == 1
        made.reset()
        assert homes(made) == start
        assert History(made.library.catalog).undo_label is None


def test_a_new_pile_is_named_pinned_and_of_what_stands_scattered(made: Trial) -> None:
    start = made.standing()
    for case in cases_of(start, ["new"], [1, 2, 4]):
        made.reset()
        gesture = make(made, case)
        now = made.standing()
        here = now.piles == gesture.pile
        assert set(now.ids[here].tolist()) == gesture.touched
        assert set(now.truth[here].tolist()) == {case.label}
        assert now.pinned[here].all()
        assert not start.right[here].any()
        assert len(gesture.touched) == case.n
    made.reset()
    gestures = []
    for _ in range(2):
        made.reset()
        gestures.append(make(made, Case("any", 4, "animals")))
    assert gestures[0] == gestures[1]


def test_strays_go_to_the_pile_that_has_the_most_of_their_label(made: Trial) -> None:
    start = made.standing()
    cases = list(cases_of(start, ["strays"], [1]))
    assert cases
    for case in cases:
        made.reset()
        gesture = make(made, case)
        candidates = start.homes(case.label) or sorted(start.meaning)
        most = max(start.count(pile, case.label) for pile in candidates)
        assert start.count(str(gesture.pile), case.label) == most
        assert made.standing().homes(case.label)[0] == gesture.pile
        [moved] = gesture.touched
        assert start.piles[start.ids == moved] != gesture.pile
        assert made.standing().piles[start.ids == moved] == gesture.pile


def test_a_rename_leaves_every_photo_where_it_is_until_the_retrain(made: Trial) -> None:
    start = homes(made)
    gesture = make(made, Case("rename"))
    assert homes(made) == start
    assert gesture.touched == frozenset()
    names = {cluster.id: cluster.name for cluster in made.library.catalog.clusters.visible()}
    assert names[str(gesture.pile)] == "A name of my own"


def test_merge_and_split_do_what_they_say(made: Trial) -> None:
    start = made.standing()
    gesture = make(made, Case("merge"))
    merged = made.standing()
    assert len(set(merged.piles)) == len(set(start.piles)) - 1
    assert set(merged.piles[start.rows(gesture.touched)]) == {gesture.pile}
    made.reset()
    gesture = make(made, Case("split"))
    assert len(set(made.standing().piles)) > len(set(start.piles))
    [divided] = set(start.piles[start.rows(gesture.touched)].tolist())
    assert gesture.touched == set(start.ids[start.piles == divided].tolist())


def test_questions_are_answered_by_the_labels(made: Trial) -> None:
    asked = ask(made, 6)
    now = made.standing()
    assert len(set(asked)) == 6
    assert now.right[now.rows(asked)].all()
    assert now.pinned[now.rows(asked)].all()
    assert now.pinned.sum() == 6


def test_k_follows_the_piles_unless_it_is_automatic(made: Trial) -> None:
    assert made.current_options.k == 5
    make(made, Case("any", 4, "paper"))
    assert made.current_options.k == 6
    made.options = replace(made.options, k=None)
    assert made.current_options.k is None


def test_nothing_offered_is_nothing_moved(made: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Trial, "propose", lambda _: None)
    record = run_case(made, Case("any", 4, "paper"))
    assert (record["offered"], record["moved"], record["recall"], record["precision"]) == (False, 0, 0, None)
    assert record["precision_with_pins"] == record["precision_gesture"] == 1
    assert record["acc"] == record["acc_before"]


@pytest.mark.parametrize("habit", [HABITS[0], HABITS[3]])
def test_an_owner_sorts_a_library_by_hand(made: Trial, habit: object) -> None:
    found = Owner(made, habit).sort()  # type: ignore[arg-type]
    assert found["sorted"] == is_sorted(made.standing()).mean() >= 0.95
    assert found["gestures"] == sum(found["by"].values()) == found["curve"][-1][0]
    shares = [share for _, share in found["curve"]]
    assert shares == sorted(shares)
    assert "retrain" not in found["by"]


def test_an_owner_dismisses_a_retrain_that_is_of_no_use(
    embedded: EmbeddedPhotos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs a gesture each time, and what was sorted by hand stays."""
    with trial(embedded, replace(KMEANS, k=2), tmp_path, Job()) as made:
        by_hand = Owner(made, HABITS[0]).sort()
        assert by_hand["gestures"] >= 3

        def heap(_: int) -> None:
            made.do(Move(sorted(made.truth), made.library.catalog.clusters.visible()[0].id))

        monkeypatch.setattr(made, "propose", lambda: 1)
        monkeypatch.setattr(made, "accept", heap)
        found = Owner(made, replace(HABITS[1], retrain_after=1)).sort()
    assert found["by"]["retrain"] >= 1
    assert "refuse" not in found["by"]
    assert found["gestures"] == by_hand["gestures"] + found["by"]["retrain"]


def test_the_protocol_tells_all_of_it_as_json(labelled: Path, tmp_path: Path) -> None:
    asked = Corrections(["any", "rename", "answers", "owner"], [4])
    words = Benchmark(
        "folders", labelled, "kmeans", "corrections", seeds=[0, 1], device="cpu", threads=1,
        backbone="efficientnet_lite0",
    )  # fmt: skip
    before = sorted(labelled.rglob("*"))
    numbers = run_corrections(words, asked, tmp_path / "own", Job())
    json.dumps(numbers, allow_nan=False)
    assert sorted(labelled.rglob("*")) == before
    assert (numbers["version"], numbers["protocol"], numbers["method"]) == (1, "corrections", "kmeans")
    assert [run["seed"] for run in numbers["runs"]] == [0, 1]
    for run in numbers["runs"]:
        kinds = [record["kind"] for record in run["cases"]]
        assert kinds == ["any"] * 4 + ["rename"] + ["answers"] * 2  # 10 and 24 of forty photos
        assert [owner["habit"] for owner in run["owners"]] == [habit.name for habit in HABITS]
    assert numbers["kinds"]["any"]["cases"] == 8
    assert numbers["kinds"]["any 4"]["recall"] == numbers["kinds"]["any"]["recall"]
    accuracies = [run["acc"] for run in numbers["runs"]]
    assert numbers["mean"]["acc"] == pytest.approx(np.mean(accuracies))
    assert set(numbers["gestures"]) == {habit.name for habit in HABITS}


def test_a_cancel_is_heard_between_the_cases(labelled: Path, tmp_path: Path) -> None:
    job = Job(lambda progress: job.cancel() if "any 4" in progress.message else None)
    words = Benchmark(
        "folders", labelled, "kmeans", "corrections", device="cpu", threads=1, backbone="efficientnet_lite0"
    )
    with pytest.raises(Cancelled):
        run_corrections(words, Corrections(["any"], [4]), tmp_path / "own", job)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Corrections(["new", "odd"]), "There are no cases 'odd'; there are: new, any"),
        (Corrections(["new"], [4, 0]), "--sizes takes whole numbers from 1 on"),
    ],
)
def test_words_that_are_off(labelled: Path, asked: Corrections, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        run_corrections(Benchmark("folders", labelled, "kmeans", "corrections"), asked, None, Job())
    assert caught.value.usage
