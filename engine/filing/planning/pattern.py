"""Where photos go below a target: "{year}/{cluster}/{name}", with what is known of each.

A slash of the pattern makes a folder; one in a name never does.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property

from engine.core.errors import UserError
from engine.filing.planning.names import is_portable, portable, shortened, split

FIELDS = ("cluster", "year", "month", "day", "place", "camera", "name")
DATES = frozenset(("year", "month", "day"))
UNDATED, NOWHERE, NO_CAMERA, NO_CLUSTER = "Undated", "No place", "No camera", "No cluster"
_EMPTY = {"cluster": NO_CLUSTER, "place": NOWHERE, "camera": NO_CAMERA, "year": UNDATED, "month": "", "day": ""}
_NAME = "name"
_MOST_NAME = 200  # bytes of a component that texts make: room for " (2)" and for sidecars' suffixes

Part = tuple[str, str | None]  # literal text, and the field after it


@dataclass(frozen=True)
class Pattern:
    """`levels`: what each folder's name is made of, and last that of the file."""

    levels: tuple[tuple[Part, ...], ...]
    _kept: dict[tuple[str, tuple[tuple[str, str], ...]], tuple[str, ...]] = field(default_factory=dict, repr=False)

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(name for level in self.levels for _, name in level if name is not None)

    def place(self, name: str, values: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
        """The folders below the target, and the file's name, of a photo `name` with `values`.

        A value that is missing or empty has a word of its own; a folder that would be made of nothing is left out.
        """
        stem, suffix = split(name) if self._by_name or not self._keeps_name else ("", "")
        folders = self._folders(stem if self._by_name else "", tuple(values.items()))
        if self._keeps_name:
            return folders, name if is_portable(name) else portable(name)
        known = _known(values) | {_NAME: stem}
        return folders, portable(shortened(_text(self.levels[-1], known) + suffix))

    @cached_property
    def _keeps_name(self) -> bool:
        """Whether each photo is called as it is."""
        return self.levels[-1] == (("", _NAME),)

    @cached_property
    def _by_name(self) -> bool:
        """Whether each photo may have a folder of its own."""
        return any(field == _NAME for level in self.levels[:-1] for _, field in level)

    def _folders(self, stem: str, values: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """The folders of photos with these values, many of which are alike."""
        known = self._kept.get((stem, values))
        if known is None:
            texts = (_filled(level, _known(dict(values)) | {_NAME: stem}) for level in self.levels[:-1])
            known = tuple(portable(shortened(text, most=_MOST_NAME)) for text in texts if text)
            self._kept[stem, values] = known
        return known


def _known(values: Mapping[str, str]) -> dict[str, str]:
    """The values, with a word for each that is missing."""
    return {field: values.get(field) or empty for field, empty in _EMPTY.items()}


def parse(text: str) -> Pattern:
    """The pattern of a text; without {name} in its last level it gets that as another. A UserError if it is off."""
    levels = []
    for level in text.replace("\\", "/").split("/"):
        parts = _parts(level, text)
        if level.strip() in (".", ".."):
            raise UserError("{pattern} leads out of the target: leave the dots out.", pattern=text, usage=True)
        if level.strip():
            levels.append(parts)
    if not levels or _NAME not in [field for _, field in levels[-1]]:
        levels.append((("", _NAME),))
    return Pattern(tuple(levels))


def date_values(at: datetime | None, precision: str) -> dict[str, str]:
    """Year, month and day as far as they are known."""
    return {} if at is None else _date_values(at.year, at.month, at.day, precision)


@cache
def _date_values(year: int, month: int, day: int, precision: str) -> dict[str, str]:
    """Those of one day, which many photos share: nobody changes them."""
    values = {"year": f"{year:04}"}
    if precision != "year":
        values["month"] = f"{month:02}"
        if precision != "month":
            values["day"] = f"{day:02}"
    return values


def _parts(level: str, text: str) -> tuple[Part, ...]:
    try:
        found = list(string.Formatter().parse(level))
    except ValueError as error:
        raise _wrong(text) from error
    for _, name, form, conversion in found:
        if name is not None and (name not in FIELDS or form or conversion):
            raise _unknown(name or "", text)
    return tuple((literal, field) for literal, field, _, _ in found)


def _filled(level: tuple[Part, ...], values: Mapping[str, str]) -> str:
    """A folder's name; "" where none of its fields has a value, "2021-" is "2021"."""
    fields = [field for _, field in level if field is not None]
    if fields and not any(values[field] for field in fields):
        return ""
    return _text(level, values)


def _text(level: tuple[Part, ...], values: Mapping[str, str]) -> str:
    """The level with its fields filled in; what stands between a value and an empty one goes with the empty one."""
    text = ""
    for literal, name in level:
        value = "" if name is None else values[name]
        if name is not None and not value and text:
            continue
        text += literal + value
    return text


def _unknown(field: str, text: str) -> UserError:
    return UserError(
        "{pattern} has the field {field}, which is none; there are {fields}.",
        pattern=text,
        field="{" + field + "}",
        fields=", ".join("{" + one + "}" for one in FIELDS),
        usage=True,
    )


def _wrong(text: str) -> UserError:
    return UserError(
        "{pattern} has a brace without its other; fields are {fields}.",
        pattern=text,
        fields=", ".join("{" + one + "}" for one in FIELDS),
        usage=True,
    )
