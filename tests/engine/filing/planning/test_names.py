"""Names that every system takes, and none twice."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.filing.planning.names import MOST_BYTES, free_name, is_portable, name_key, numbered, portable


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("AC/DC", "AC_DC"),
        ("..", "_"),
        ("../../etc", "_.._etc"),
        (".hidden", "hidden"),
        ("con", "_con"),
        ("NUL.jpg", "_NUL.jpg"),
        ("COM¹", "_COM¹"),
        ("Console", "Console"),
        ("Dogs. ", "Dogs"),
        ('a<b>c:"d"|e?f*', "a_b_c__d__e_f_"),
        ("tab\tline\n", "tab_line_"),
        ("", "_"),
        ("u\u0308ber", "über"),
        ("gpj\u202eexe", "gpj_exe"),
        ("\udcff.jpg", "\udcff.jpg"),
    ],
)
def test_texts_become_names_that_every_system_takes(name: str, made: str) -> None:
    assert portable(name) == made


ANY = st.text(st.characters(exclude_characters="\x00"), max_size=400)


@given(ANY)
def test_any_text_becomes_one_level_that_is_not_hidden(text: str) -> None:
    name = portable(text)
    assert is_portable(name)
    assert not name.startswith(".")
    assert "/" not in name
    assert portable(name) == name


@given(ANY.filter(bool), st.integers(1, 99_999))
def test_a_number_goes_before_the_suffix_and_never_makes_a_name_too_long(text: str, number: int) -> None:
    name = portable(text)
    made = numbered(name, number)
    assert len(os.fsencode(made)) <= MOST_BYTES
    assert f" ({number})" in made or number == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("A.JPG", "a.jpg"), ("STRASSE", "straße"), ("e\u0301te\u0301", "Été"), ("\u212b", "å")],
)
def test_names_are_one_where_some_file_system_says_so(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_free_name_is_the_first_that_nothing_has() -> None:
    there = {"a.jpg", "a (2).jpg"}
    assert free_name("a.jpg", there.__contains__) == "a (3).jpg"
    assert free_name("b.jpg", there.__contains__) == "b.jpg"
    assert free_name(".jpg", {".jpg"}.__contains__) == ".jpg (2)"
