"""Parameters declared once, as dataclass fields: the form in the window, `--set` and validation read them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from engine.core.errors import Sentence, UserError

Value = bool | int | float | str
M = TypeVar("M")

_WANTED = {"bool": Sentence("on or off"), "int": Sentence("a whole number"), "float": Sentence("a number")}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What is known of one parameter; `low` and `high` are inclusive, None where there is no bound."""

    name: str
    kind: str  # "bool", "int", "float" or "choice"
    default: Value
    low: float | None
    high: float | None
    choices: tuple[str, ...]
    label: str
    help: str


def param(
    default: Any,
    low: float | None = None,
    high: float | None = None,
    *,
    label: str,
    help: str,
    choices: tuple[str, ...] = (),
) -> Any:
    """A dataclass field with its range, label and one sentence of help."""
    return dataclasses.field(
        default=default,
        metadata={"low": low, "high": high, "choices": choices, "label": label, "help": help},
    )


def describe(owner: type[Any]) -> tuple[Parameter, ...]:
    """The parameters of a dataclass, in the order they were declared; other classes have none."""
    if not dataclasses.is_dataclass(owner):
        return ()
    return tuple(
        Parameter(
            name=f.name,
            kind=_kind(f.default),
            default=cast(Value, f.default),  # param() always gives one
            low=f.metadata["low"],
            high=f.metadata["high"],
            choices=f.metadata["choices"],
            label=f.metadata["label"],
            help=f.metadata["help"],
        )
        for f in dataclasses.fields(owner)
        if "label" in f.metadata
    )


def build(owner: type[M], values: Mapping[str, Any]) -> M:
    """Make `owner` from texts or values; an unknown name, a wrong type or range is a UserError(usage)."""
    known = {p.name: p for p in describe(owner)}
    for name in values:
        if name not in known:
            raise UserError(
                "{name!r} is no parameter; there are: {names}.", name=name, names=", ".join(known) or "none", usage=True
            )
    return owner(**{name: _checked(known[name], value) for name, value in values.items()})


def _kind(default: Any) -> str:
    return {bool: "bool", int: "int", float: "float"}.get(type(default), "choice")


def _checked(parameter: Parameter, value: Any) -> Value:
    try:
        converted = _converted(parameter.kind, value)
    except ValueError:
        raise UserError(
            "{name} takes {wanted}, not {value!r}.",
            name=parameter.name,
            wanted=_WANTED[parameter.kind],
            value=value,
            usage=True,
        ) from None
    if parameter.kind == "choice" and converted not in parameter.choices:
        choices = ", ".join(parameter.choices)
        raise UserError(
            "{name} is one of {choices}, not {value!r}.", name=parameter.name, choices=choices, value=value, usage=True
        )
    if isinstance(converted, int | float) and not _within(converted, parameter.low, parameter.high):
        raise UserError(
            "{name} lies between {low} and {high}, not {value!r}.",
            name=parameter.name,
            low=parameter.low,
            high=parameter.high,
            value=value,
            usage=True,
        )
    return converted


def _converted(kind: str, value: Any) -> Value:
    if kind == "int":
        if isinstance(value, float) and not value.is_integer():
            raise ValueError(value)
        return int(value)
    if kind == "float":
        return float(value)
    if kind == "bool":
        switches = {"on": True, "true": True, "1": True, "yes": True}
        switches |= {"off": False, "false": False, "0": False, "no": False}
        if str(value).lower() not in switches:
            raise ValueError(value)
        return switches[str(value).lower()]
    return str(value)


def _within(value: float, low: float | None, high: float | None) -> bool:
    return value == value and (low is None or value >= low) and (high is None or value <= high)
