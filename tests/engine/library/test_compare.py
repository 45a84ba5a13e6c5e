"""New, changed, moved, gone: by properties and by example."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.core.records import File
from engine.library.compare import compare, match_moves
from engine.library.scan import FoundFile, Problem

PATHS = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=4).map("/".join)
FOUND = st.builds(FoundFile, PATHS, st.integers(0, 2), st.integers(0, 2), st.just(False), st.just(0))
FILES = st.lists(FOUND, unique_by=lambda f: f.path, max_size=20).map(
    lambda found: [File(i, 1, f.path, f.size, f.mtime_ns) for i, f in enumerate(found)]
)


def file(number: int, path: str, digest: str | None = "same") -> File:
    return File(number, 1, path, 3, 4, digest)


def moves(gone: list[File], new: list[str], digest: str = "same") -> dict[str, str]:
    pairs = match_moves(gone, [(FoundFile(path, 3, 4), digest) for path in new])
    return {old.path: here.path for old, here in pairs}


@given(found=st.lists(FOUND, unique_by=lambda f: f.path, max_size=20), known=FILES)
def test_every_file_is_in_one_list_and_in_the_right_one(found: list[FoundFile], known: list[File]) -> None:
    scan = compare(found, known)
    here = [*scan.new, *(f for _, f in scan.changed), *(FoundFile(f.path, f.size, f.mtime_ns) for f in scan.unchanged)]
    assert sorted(f.path for f in here) == sorted(f.path for f in found)
    old = [*(f for f, _ in scan.changed), *scan.unchanged, *scan.gone, *scan.unseen]
    assert sorted(f.id for f in old) == sorted(f.id for f in known)
    paths = {f.path for f in found}
    assert all(f.path not in {k.path for k in known} for f in scan.new)
    assert all(f.path not in paths for f in scan.gone)
    assert all(f in found for f in here if f not in scan.new)
    assert all(f.path == g.path and (f.size, f.mtime_ns) != (g.size, g.mtime_ns) for f, g in scan.changed)
    assert scan.unseen == []


def test_a_file_with_a_problem_is_not_retried_while_it_is_unchanged() -> None:
    broken = file(1, "a")._replace(problem="is empty", digest=None)
    assert compare([FoundFile("a", 3, 4)], [broken]).unchanged == [broken]
    assert compare([FoundFile("a", 3, 5)], [broken]).changed == [(broken, FoundFile("a", 3, 5))]


def test_what_lies_below_an_unreadable_folder_is_not_gone() -> None:
    known = [file(1, "trip/a"), file(2, "trip/deep/b"), file(3, "tripod"), file(4, "c")]
    scan = compare([], known, [Problem("trip", "no"), Problem("c", "no")])
    assert [f.id for f in scan.unseen] == [1, 2, 4]
    assert [f.id for f in scan.gone] == [3]


def test_a_renamed_or_moved_file_is_recognised_by_its_content() -> None:
    assert moves([file(1, "a/x.jpg"), file(2, "b/y.jpg", "other")], ["c/z.jpg"]) == {"a/x.jpg": "c/z.jpg"}
    assert moves([file(1, "a/x.jpg", None)], ["c/z.jpg"]) == {}


def test_the_nearest_of_several_copies_is_the_one_that_moved() -> None:
    gone = [file(1, "trip/day1/x.jpg"), file(2, "trip/day2/x.jpg"), file(3, "old/y.jpg")]
    assert moves(gone, ["trip/day2/new/x.jpg"]) == {"trip/day2/x.jpg": "trip/day2/new/x.jpg"}
    assert moves(gone, ["trip/day2/y.jpg"]) == {"old/y.jpg": "trip/day2/y.jpg"}, "the name counts first"
    assert moves(gone, ["trip/day2/z.jpg"]) == {"trip/day2/x.jpg": "trip/day2/z.jpg"}


@given(gone=FILES, new=st.lists(FOUND, unique_by=lambda f: f.path, max_size=20), data=st.data())
def test_moves_pair_equal_contents_once_and_as_many_as_there_are(
    gone: list[File], new: list[FoundFile], data: st.DataObject
) -> None:
    digests = st.sampled_from(["x", "y"])
    gone = [f._replace(digest=data.draw(digests)) for f in gone]
    arrived = [(f, data.draw(digests)) for f in new]
    pairs = match_moves(gone, arrived)
    of = {f.path: digest for f, digest in arrived}
    assert all(old.digest == of[here.path] for old, here in pairs)
    assert len({old.id for old, _ in pairs}) == len({here.path for _, here in pairs}) == len(pairs)
    for digest in ("x", "y"):
        possible = min(sum(f.digest == digest for f in gone), sum(d == digest for d in of.values()))
        assert sum(old.digest == digest for old, _ in pairs) == possible
    assert match_moves(gone[::-1], arrived[::-1]) == pairs, "the order of the lists must not matter"


def test_what_was_read_and_is_in_the_cloud_now_stays_what_it_was() -> None:
    known = file(1, "a.jpg")
    assert compare([FoundFile("a.jpg", 5, 6, True)], [known]).unchanged == [known]
    assert compare([FoundFile("a.jpg", 5, 6, False)], [known]).changed == [(known, FoundFile("a.jpg", 5, 6))]
    unread = known._replace(digest=None)
    assert compare([FoundFile("a.jpg", 5, 6, True)], [unread]).changed
