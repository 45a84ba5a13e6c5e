"""Parses a search query: words, fields, dates and negation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as declared

from engine.core.folding import fold

FIELDS = ("name", "folder", "cluster", "camera", "type", "place", "date", "text", "shows", "kind", "person")
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FRENCH = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
MONTHS: dict[str, int] = {name[:n]: i for i, name in enumerate(_ENGLISH, 1) for n in (3, len(name))} | {"sept": 9}
MONTHS |= {name: i for i, name in enumerate(_FRENCH, 1)}
_TOKEN = re.compile(r'(?P<no>-?)(?:(?P<field>\w+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))')
_YEAR = re.compile(r"(18|19|20|21)\d\d")
_NUMBERS = re.compile(r"(?P<year>(?:18|19|20|21)\d\d)(?:[-/.](?P<month>\d\d?)(?:[-/.](?P<day>\d\d?))?)?")


@dataclass(frozen=True)
class Days:
    """Days from `first` to `last`, as yyyymmdd; or any of one `month` of any year."""

    first: int = 0
    last: int = 0
    month: int = 0


@dataclass(frozen=True)
class Term:
    """What each photo found has: all the words (in `field`, or anywhere), or a date among `days`.

    `negated` inverts it. `span` is where it stands in the query, `text` what its words are there.
    """

    words: tuple[str, ...]
    field: str = ""
    days: Days | None = None
    negated: bool = False
    span: tuple[int, int] = declared(default=(0, 0), compare=False)
    text: str = declared(default="", compare=False)
    quoted: bool = declared(default=False, compare=False)

    @property
    def plain(self) -> bool:
        """Whether it is a word like any other."""
        return not (self.field or self.negated or self.quoted) and self.days is None and len(self.words) == 1


@dataclass(frozen=True)
class _Token:
    text: str
    field: str
    negated: bool
    quoted: bool
    span: tuple[int, int]
    typed: str


def parse(text: str, months: Mapping[str, int] = MONTHS) -> tuple[Term, ...]:
    """The terms of a query, all of which must hold: `dogs -blurry camera:canon "new york" march 2021 type:png`.

    `months` are names of months as `fold` leaves them; those of the user's language may be among them.
    """
    tokens = list(_tokens(text))
    terms: list[Term] = []
    index = 0
    while index < len(tokens):
        days, used = _date(tokens, index, months)
        token = tokens[index]
        words = tuple(t.text for t in tokens[index : index + used])
        if days is None and token.field == "date":  # not a date at all: nothing was taken then
            days = Days(-1, -1)
        taken = tokens[index : index + used]
        span, typed = (token.span[0], taken[-1].span[1]), " ".join(t.typed for t in taken)
        terms.append(Term(words, token.field, days, token.negated, span, typed, token.quoted))
        index += used
    return tuple(terms)


def without(text: str, span: tuple[int, int]) -> str:
    """A query with what stands in a span (see Term) taken out."""
    return f"{text[: span[0]].rstrip()} {text[span[1] :].lstrip()}".strip()


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        quoted = match["quoted"] is not None
        typed, name = match["quoted"] if quoted else match["plain"], fold(match["field"] or "")
        if name and name not in FIELDS:  # "c:users" is a word like any other
            typed, name = f"{match['field']}:{typed}", ""
        if typed.strip():
            yield _Token(fold(typed), name, match["no"] == "-", quoted, match.span(), typed)


def _date(tokens: list[_Token], index: int, months: Mapping[str, int]) -> tuple[Days | None, int]:
    """The date that begins at a token, and how many tokens it takes; (None, 1) where there is none."""
    first = tokens[index]
    if first.field not in ("", "date") or (first.quoted and first.field != "date"):
        return None, 1
    words = first.text.split() if first.quoted else [first.text]
    for token in () if first.quoted else tokens[index + 1 : index + 3]:
        if token.field or token.quoted or token.negated:
            break
        words.append(token.text)
    stripped = [word.strip(",.") for word in words]
    for used in range(min(3, len(stripped)), 0, -1):
        days = _days(stripped[:used], months)
        if days is not None:
            return days, 1 if first.quoted else used
    return None, 1


def _days(words: list[str], months: Mapping[str, int]) -> Days | None:
    """`2019`, `2021-03`, `2021-03-14`, `2019..2021`, `march`, `march 2021`, `14 march 2021`, `march 14 2021`."""
    if len(words) == 1:
        ends = words[0].split("..")
        spans = [_numbers(end) for end in ends]
        if len(ends) <= 2 and None not in spans:
            return Days(min(s.first for s in spans if s), max(s.last for s in spans if s))
        return Days(month=months[words[0]]) if words[0] in months else None
    if not _YEAR.fullmatch(words[-1]):
        return None
    year, before = int(words[-1]), words[:-1]
    named = [months[word] for word in before if word in months]
    day = [int(word) for word in before if word.isdecimal() and len(word) <= 2]
    if len(named) != 1 or len(named) + len(day) != len(before):
        return None
    return _span(year, named[0], day[0] if day else 0)


def _numbers(word: str) -> Days | None:
    match = _NUMBERS.fullmatch(word)
    return None if match is None else _span(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))


def _span(year: int, month: int, day: int) -> Days | None:
    if month > 12 or day > 31:
        return None
    if not month:
        return Days(year * 10000, year * 10000 + 9999)
    start = year * 10000 + month * 100
    return Days(start + day, start + day) if day else Days(start, start + 99)
