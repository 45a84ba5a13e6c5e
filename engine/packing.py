"""Small dataclasses of arrays as bytes and back: what a fit has learned, kept in the catalog."""

from __future__ import annotations

import io
import types
import typing
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import numpy as np

T = TypeVar("T")

_LARGE = 2**14  # numbers; from there on half precision is kept: it moves no photo, and a network takes half the room


def pack(value: Any) -> bytes:
    """A dataclass whose fields are arrays, numbers, such dataclasses, tuples of those, or None, as bytes."""
    buffer = io.BytesIO()
    np.savez(buffer, **_flat(value, "_"))
    return buffer.getvalue()


def unpack(kind: type[T], packed: bytes) -> T:
    """What `pack` has packed, as a `kind`; large float32 arrays come back at half precision, if that held them."""
    with np.load(io.BytesIO(packed), allow_pickle=False) as found:
        result: T = _whole(kind, dict(found), "_")
    return result


def _flat(value: Any, name: str) -> dict[str, Any]:
    if value is None:
        return {}
    if is_dataclass(value):
        parts = [_flat(getattr(value, f.name), f"{name}.{f.name}") for f in fields(value)]
    elif isinstance(value, tuple):
        parts = [_flat(one, f"{name}.{place}") for place, one in enumerate(value)]
    else:
        array = np.asarray(value)
        half = array.dtype == np.float32 and array.size >= _LARGE and np.abs(array).max() <= np.finfo(np.float16).max
        return {name: array.astype(np.float16) if half else array}
    return {key: array for part in parts for key, array in part.items()}


def _whole(kind: Any, found: dict[str, Any], name: str) -> Any:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        if not any(key == name or key.startswith(f"{name}.") for key in found):
            return None
        kind = next(one for one in typing.get_args(kind) if one is not type(None))
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{f.name: _whole(hints[f.name], found, f"{name}.{f.name}") for f in fields(kind)})  # type: ignore[operator]
    if typing.get_origin(kind) is tuple:
        return _members(typing.get_args(kind), found, name)
    array = found[name]
    if kind in (int, float, bool, str):
        return kind(array.item())
    return array.astype(np.float32) if array.dtype == np.float16 else array


def _members(kinds: tuple[Any, ...], found: dict[str, Any], name: str) -> tuple[Any, ...]:
    """A tuple of fixed `kinds`, or of as many of the first kind as there are."""
    if kinds[-1] is not Ellipsis:
        return tuple(_whole(kind, found, f"{name}.{place}") for place, kind in enumerate(kinds))
    start = len(name) + 1
    count = len({key[start:].partition(".")[0] for key in found if key.startswith(f"{name}.")})
    return tuple(_whole(kinds[0], found, f"{name}.{place}") for place in range(count))
