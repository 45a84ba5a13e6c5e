"""What was said of a copy that is thrown away goes over to the one that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.filing.acting import act as acting
from engine.filing.acting.act import act
from engine.filing.acting.keeping import Keeping
from engine.filing.acting.recover import recover
from engine.filing.acting.undo import undo
from engine.filing.actions.action import Done, Intend
from engine.filing.actions.keywords import Keywords
from engine.filing.keywords.xmp import merge, read
from engine.filing.operations import FilingOptions, Operation
from engine.filing.planning.plan import plan, write_plan
from engine.library.library import Library
from tests.engine.filing.files import ids_of, opened, tree, write


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in ("kept.jpg", "copy.jpg", "other.jpg"):
        write(tmp_path / "Photos" / name)
    write(tmp_path / "Photos" / "copy.jpg.xmp", merge(None, [("Family", "Anna")]))
    return tmp_path / "Photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "Dogs", "c2": "Cats"})
        library.catalog.clusters.assign((id_, "c1", 0.5) for id_ in ids_of(library).values())
        yield library


def thrown(library: Library) -> int:
    ids = ids_of(library)
    keepers = ((ids["copy.jpg"], ids["kept.jpg"]),)
    options = FilingOptions("trash", files=(ids["copy.jpg"],), keepers=keepers)
    return act(library, write_plan(library, plan(library, options, Job())), Job()).id


def test_pin_and_keywords_go_over_and_undo_takes_them_back(library: Library, photos: Path) -> None:
    before, ids = tree(photos), ids_of(library)
    library.catalog.corrections.pin([(ids["copy.jpg"], "c2")])
    action = thrown(library)
    assert sorted(tree(photos)) == ["kept.jpg", "kept.jpg.xmp", "other.jpg"]
    assert read((photos / "kept.jpg.xmp").read_bytes()) == [("Family", "Anna")]
    assert library.catalog.corrections.pin_of(ids["kept.jpg"]) == "c2"
    undo(library, action, None, Job())
    assert tree(photos) == before
    assert library.catalog.corrections.pin_of(ids["kept.jpg"]) is None
    assert library.catalog.clusters.assignments_of([ids["kept.jpg"]]) == {ids["kept.jpg"]: ("c1", 0.5)}
    assert library.catalog.corrections.pin_of(ids["copy.jpg"]) == "c2"


def test_what_was_said_of_the_kept_one_holds(library: Library) -> None:
    ids = ids_of(library)
    library.catalog.corrections.pin([(ids["copy.jpg"], "c2"), (ids["kept.jpg"], "c1")])
    action = thrown(library)
    assert library.catalog.corrections.pin_of(ids["kept.jpg"]) == "c1"
    undo(library, action, None, Job())
    assert library.catalog.corrections.pin_of(ids["kept.jpg"]) == "c1"


class Crash(BaseException):
    """The program ends here."""


def before_the_merge(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Keeping, "done", crash)


def after_the_last_file(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Keeping, "done", lambda *_: None)
    patch.setattr(acting, "remove_folders", crash)


def between_pin_and_keywords(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Keywords, "do", crash)


def after_the_keywords(patch: pytest.MonkeyPatch) -> None:
    do = Keywords.do

    def write_and_crash(self: Keywords, operation: Operation, intend: Intend, job: Job) -> Done:
        do(self, operation, intend, job)
        raise Crash

    patch.setattr(Keywords, "do", write_and_crash)


def crash(*_: object) -> None:
    raise Crash


@pytest.mark.parametrize("cut", [before_the_merge, after_the_last_file, between_pin_and_keywords, after_the_keywords])
def test_a_merge_that_a_crash_has_cut_is_made(
    cut: Callable[[pytest.MonkeyPatch], None], library: Library, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, ids = tree(photos), ids_of(library)
    library.catalog.corrections.pin([(ids["copy.jpg"], "c2")])
    with monkeypatch.context() as patch:
        cut(patch)
        with pytest.raises(Crash):
            thrown(library)
    (action,) = recover(library, Job())
    assert not (photos / "copy.jpg").exists()
    assert read((photos / "kept.jpg.xmp").read_bytes()) == [("Family", "Anna")]
    assert library.catalog.corrections.pin_of(ids["kept.jpg"]) == "c2"
    undo(library, action, None, Job())
    assert tree(photos) == before
    assert library.catalog.corrections.pin_of(ids["kept.jpg"]) is None
    assert library.catalog.clusters.assignments_of([ids["kept.jpg"]]) == {ids["kept.jpg"]: ("c1", 0.5)}
