"""Queries of the find field are parsed as a person means them."""

from __future__ import annotations

import pytest

from engine.gallery.searching.query import MONTHS, Days, Term, parse


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2019", Days(20190000, 20199999)),
        ("2021-03", Days(20210300, 20210399)),
        ("2021-3-14", Days(20210314, 20210314)),
        ("2021/03/14", Days(20210314, 20210314)),
        ("2019..2021-02", Days(20190000, 20210299)),
        ("march", Days(month=3)),
        ("Sept", Days(month=9)),
        ("March 2021", Days(20210300, 20210399)),
        ("14 march 2021", Days(20210314, 20210314)),
        ("March 14, 2021", Days(20210314, 20210314)),
        ('date:"march 2021"', Days(20210300, 20210399)),
        ("date:never", Days(-1, -1)),
    ],
)
def test_dates(text: str, days: Days) -> None:
    (term,) = parse(text)
    assert term.days == days


@pytest.mark.parametrize("text", ["dogs", "20190", "2021-13", "12345678", "1066", '"2019"', "name:2019", "2021-03-32"])
def test_what_is_no_date(text: str) -> None:
    (term,) = parse(text)
    assert term.days is None


def test_words_fields_quotes_and_what_is_not_wanted() -> None:
    assert parse('Chiens -flou camera:Canon "New York"') == (
        Term(("chiens",)),
        Term(("flou",), negated=True),
        Term(("canon",), "camera"),
        Term(("new york",)),
    )


def test_a_colon_without_a_field_and_open_quotes_are_words() -> None:
    assert parse('c:users "not closed') == (Term(("c:users",)), Term(("not closed",)))
    assert parse('  ""  ') == ()


def test_a_date_leaves_the_words_around_it_alone() -> None:
    assert parse("dogs march 2021 beach") == (
        Term(("dogs",)),
        Term(("march", "2021"), days=Days(20210300, 20210399)),
        Term(("beach",)),
    )


def test_months_of_another_language() -> None:
    (term,) = parse("août 2021", MONTHS | {"aout": 8})
    assert term.days == Days(20210800, 20210899)
