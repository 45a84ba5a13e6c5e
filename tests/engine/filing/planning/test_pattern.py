"""Where a pattern puts a photo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import UserError
from engine.filing.planning.pattern import FIELDS, parse

VALUES = {"cluster": "AC/DC", "year": "2021", "month": "03", "day": "14", "place": "Lyon, France", "camera": "X100"}


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ("{cluster}/{name}", "AC_DC/a.b.jpg"),
        ("{year}/{month}", "2021/03/a.b.jpg"),
        ("{year}-{month}-{day} {name}", "2021-03-14 a.b.jpg"),
        ("{name}_{camera}", "a.b_X100.jpg"),
        ("/{place}//{name}/", "Lyon, France/a.b.jpg"),
        ("{name}/{year}", "a.b/2021/a.b.jpg"),
        ("", "a.b.jpg"),
        ("Sorted\\{year}", "Sorted/2021/a.b.jpg"),
        (".hidden/{name}", "hidden/a.b.jpg"),
    ],
)
def test_a_pattern_is_filled_in(pattern: str, place: str) -> None:
    folders, name = parse(pattern).place("a.b.jpg", VALUES)
    assert "/".join((*folders, name)) == place


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ("{year}/{month}/{day}", "Undated/a.jpg"),
        ("{year}-{month}/{name}", "Undated/a.jpg"),
        ("{place}/{camera}/{cluster}", "No place/No camera/No cluster/a.jpg"),
    ],
)
def test_what_is_unknown_has_a_word_or_no_level(pattern: str, place: str) -> None:
    folders, name = parse(pattern).place("a.jpg", {})
    assert "/".join((*folders, name)) == place


def test_a_month_without_a_day_ends_there() -> None:
    folders, _ = parse("{year}/{year}-{month}-{day}").place("a.jpg", {"year": "1993", "month": "07"})
    assert folders == ("1993", "1993-07")


@pytest.mark.parametrize("pattern", ["{yaer}", "{name!r}", "{year:>20}", "{}", "{0}", "{name.__class__}", "{year"])
def test_another_field_is_refused_with_those_there_are(pattern: str) -> None:
    with pytest.raises(UserError, match=r"\{cluster\}, \{year\}") as caught:
        parse(pattern)
    assert caught.value.usage


@pytest.mark.parametrize("pattern", ["../{name}", "a/../../{name}", "./{name}"])
def test_a_pattern_that_leads_out_is_refused(pattern: str) -> None:
    with pytest.raises(UserError, match="leads out of the target"):
        parse(pattern)


TEXT = st.text(st.characters(exclude_characters="\x00"), max_size=300)


@given(st.dictionaries(st.sampled_from(FIELDS[:-1]), TEXT), TEXT.filter(lambda name: "/" not in name and bool(name)))
def test_no_text_makes_a_level_or_leaves_the_target(values: dict[str, str], name: str) -> None:
    folders, own = parse("{cluster}/{place} {camera}/{name}").place(name, values)
    assert 1 <= len(folders) <= 2
    for part in (*folders, own):
        assert part not in ("", ".", "..")
        assert "/" not in part
    assert not any(part.startswith(".") for part in folders)
