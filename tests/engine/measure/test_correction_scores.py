"""What the protocol `corrections` makes of where photos stood before and after a retrain."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.measure.corrections.cases import Gesture
from engine.measure.corrections.owner import harmful_flows, is_sorted, selection
from engine.measure.corrections.protocol import measure
from engine.measure.corrections.standing import Standing
from engine.measure.corrections.summary import summary_of, table_of

# Ten photos: five cats, four dogs, a bird; a person has made the pile "c3" of one cat.
TRUTH = np.array(["cat"] * 5 + ["dog"] * 4 + ["bird"])
BEFORE = Standing(
    np.arange(1, 11),
    TRUTH,
    np.array(["c3", "c1", "c1", "c2", "c1", "c2", "c2", "c1", "c2", "c0"]),
    np.arange(10) == 0,
    {"c3": "cat"},
)
GESTURE = Gesture("c3", "cat", frozenset({1}))


def after(*piles: str) -> Standing:
    return replace(BEFORE, piles=np.array(piles))


def test_a_pile_means_what_most_of_it_is_or_what_a_person_says() -> None:
    assert BEFORE.meaning == {"c1": "cat", "c2": "dog", "c3": "cat"}
    assert BEFORE.right.tolist() == [True, True, True, False, True, True, True, False, True, False]
    assert BEFORE.homes("cat") == ["c1", "c3"]
    assert BEFORE.homes("bird") == []  # Unsure is no pile of anything
    assert replace(BEFORE, meant={"c1": "dog"}).meaning == {"c1": "dog", "c2": "dog", "c3": "cat"}
    assert BEFORE.precision("c1", "cat") == 0.75
    assert BEFORE.precision("c9", "cat") is None
    assert BEFORE.recall("c1", "cat", ~BEFORE.pinned) == 0.75
    everything = np.ones(10, np.bool_)
    assert BEFORE.purity(everything) == pytest.approx(0.8)
    assert BEFORE.acc(everything) == pytest.approx(0.7)  # c1 cats 3, c2 dogs 3, Unsure the bird


def test_nothing_has_happened() -> None:
    found = measure(BEFORE, BEFORE, GESTURE)
    assert (found["moved"], found["moved_right"], found["harmed"], found["helped"]) == (0, 0, 0, 0)
    assert (found["precision"], found["recall"], found["size"]) == (None, 0, 1)
    assert found["acc"] == found["acc_before"]
    assert found["purity"] == found["purity_before"]


def test_what_moves_is_told_by_where_it_stood_and_where_it_stands() -> None:
    # One cat that stood wrong comes home, one that stood right changes its pile of cats, one dog is taken along.
    moved = after("c3", "c1", "c3", "c3", "c1", "c3", "c2", "c1", "c2", "c0")
    found = measure(BEFORE, moved, GESTURE)
    assert (found["moved"], found["moved_right"], found["harmed"], found["helped"]) == (0.3, 0.2, 0.1, 0.1)
    assert (found["size"], found["precision_with_pins"], found["precision"]) == (4, 0.75, pytest.approx(2 / 3))
    assert (found["recall"], found["recall_scattered"]) == (0.5, 1)


def test_a_pin_does_not_count_as_moved() -> None:
    elsewhere = replace(after("c1", *BEFORE.piles[1:].tolist()), pinned=np.arange(10) == 0)
    assert measure(BEFORE, elsewhere, GESTURE)["moved"] == 0


def test_a_case_without_a_pile_has_no_precision() -> None:
    assert "precision" not in measure(BEFORE, BEFORE, Gesture(None, None, frozenset({1})))


@pytest.mark.parametrize(
    ("pile", "sweep", "screen"),
    [
        ("xxx", [0, 1, 2], [0, 1, 2]),
        ("x.xx.x", [2, 3], [0, 2, 3, 5]),
        ("." * 5 + "x", [5], [5]),
        ("x" * 30, list(range(20)), list(range(20))),
        ("xx" + "." * 40 + "x.x.x", [0, 1], [42, 44, 46]),
    ],
)
def test_a_drag_takes_a_run_or_for_a_nimble_owner_what_a_screen_shows(
    pile: str, sweep: list[int], screen: list[int]
) -> None:
    wanted = np.array([photo == "x" for photo in pile])
    assert selection(wanted) == sweep
    assert selection(wanted, nimble=True) == screen


def test_sorted_is_what_stands_in_the_one_pile_of_its_label() -> None:
    assert is_sorted(BEFORE).tolist() == [False, True, True, False, True, True, True, False, True, False]


def test_a_flow_that_takes_three_sorted_photos_away_is_refused() -> None:
    assert harmful_flows(BEFORE, after(*["c3"] * 2, *BEFORE.piles[2:].tolist())) == {}
    ravaged = after("c3", "c1", "c1", "c2", "c1", "c3", "c3", "c1", "c3", "c0")
    assert harmful_flows(BEFORE, ravaged) == {("c2", "c3"): [6, 7, 9]}


def record(kind: str, n: int = 8, **changed: object) -> dict[str, object]:
    found = measure(BEFORE, BEFORE, GESTURE) | {"precision": 0.9, "recall": 0.5}
    return {"kind": kind, "n": n, "label": "cat", "offered": True, "seconds": 1.0} | found | changed


def test_the_summary_says_what_holds_and_what_does_not() -> None:
    cases = [record("new"), record("new", 4, precision=None, recall=0.0), record("rename", 0, moved=0.1)]
    owners = [{"habit": "by hand", "gestures": 70}, {"habit": "nimble, by hand", "gestures": 9}]
    summary = summary_of([{"cases": cases, "owners": owners}, {"cases": [], "owners": owners[:1]}])
    assert summary["kinds"]["new"]["precision"] == 0.9  # a pile that took nothing in has none
    assert summary["kinds"]["new"]["recall"] == 0.25
    assert list(summary["kinds"]) == ["new", "new 8", "new 4", "rename"]
    verdict = {must["what"]: must["holds"] for must in summary["must"]}
    assert verdict["piles made of scattered photos: mean precision"] is True
    assert verdict["piles made of scattered photos: mean recall"] is False
    assert verdict["piles made of any photos: mean recall"] is None
    assert verdict["moved after a rename"] is False
    assert verdict["gestures until 95 % are sorted, best habit but the nimble (of 900 photos)"] is False
    assert summary["gestures"] == {"by hand": 70, "nimble, by hand": 9}
    table = table_of(summary)
    assert "| moved after a rename | ≤ 0 | 0.100 | NO |" in table
    assert "| new | 2 | 1.00 |" in table


def test_a_library_that_could_not_be_sorted_has_no_number_of_gestures() -> None:
    owners = [{"habit": "by hand", "gestures": 70}, {"habit": "by hand", "gestures": None}]
    assert summary_of([{"cases": [], "owners": owners}])["gestures"] == {"by hand": None}
