"""Frozen dataclasses as JSON and back, by the types of their fields."""

from __future__ import annotations

import base64
import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from typing import Any, Union

import numpy as np

from engine.core.errors import Sentence

TYPE = "type"  # names the dataclass, so that a field may be one of several


def encode(value: Any) -> Any:
    """A value that `json` can write, from a dataclass of plain values, tuples, mappings, arrays and Sentences."""
    if isinstance(value, Sentence):
        return value.to_json()
    if isinstance(value, np.ndarray):
        packed = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
        return {"dtype": value.dtype.name, "shape": list(value.shape), "base64": packed}
    if dataclasses.is_dataclass(value):
        fields = {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {TYPE: type(value).__name__, **fields}
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    return value


def decode(kind: Any, value: Any) -> Any:
    """The value of type `kind` that was encoded; ValueError where it is not one."""
    if kind is Sentence:
        return Sentence.from_json(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass(kind, value)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else decode(_member(inner, value), value)
    if origin is np.ndarray:
        packed = base64.b64decode(value["base64"])
        return np.frombuffer(packed, np.dtype(value["dtype"])).reshape(value["shape"]).copy()
    if origin is tuple:
        kinds = inner[:1] * len(value) if inner[1:] == (...,) else inner
        return tuple(decode(one, item) for one, item in zip(kinds, value, strict=True))
    if origin is dict:
        return {_key(inner[0], key): decode(inner[1], item) for key, item in value.items()}
    if isinstance(kind, type) and hasattr(kind, "_fields"):  # a NamedTuple
        return kind(*(decode(one, item) for one, item in zip(_hints(kind).values(), value, strict=True)))
    return float(value) if kind is float else value


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _dataclass(kind: type, value: Mapping[str, Any]) -> Any:
    if value.get(TYPE) != kind.__name__:
        raise ValueError(f"expected {kind.__name__}, not {value.get(TYPE)}")
    hints = _hints(kind)
    return kind(**{name: decode(hints[name], item) for name, item in value.items() if name != TYPE})


def _member(kinds: tuple[Any, ...], value: Any) -> Any:
    """The one of a union that the value is: a dataclass by its name, else the one that is not None."""
    if isinstance(value, Mapping) and TYPE in value:
        for kind in kinds:
            if getattr(kind, "__name__", None) == value[TYPE]:
                return kind
        raise ValueError(f"{value[TYPE]} is none of {', '.join(kind.__name__ for kind in kinds)}")
    return next(kind for kind in kinds if kind is not type(None))


def _key(kind: Any, key: str) -> Any:
    return int(key) if kind is int else key
