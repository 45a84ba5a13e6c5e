"""Small dataclasses of arrays as bytes and back: the fitted state that the catalog keeps.

A field that is `registered` may hold any class of a registry: its name is kept beside what it holds.
"""

from __future__ import annotations

import io
import types
import typing
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from typing import Any, TypeVar

import numpy as np

from engine.core.registry import Registry

T = TypeVar("T")
Arrays = dict[str, Any]  # by the path of the field that holds them: "_.part.mean"

_LARGE = (
    2**14
)  # numbers; from there on half precision is kept: no photo changes its cluster, and a network takes half the space


def registered(registry: Registry) -> dict[str, Registry]:
    """The metadata of a dataclass field that holds a dataclass of `registry`, whichever."""
    return {"registry": registry}


def pack(value: Any) -> bytes:
    """A dataclass whose fields are arrays, numbers, such dataclasses, tuples of those, or None, as bytes."""
    buffer = io.BytesIO()
    np.savez(buffer, **_flatten(value, "_"))
    return buffer.getvalue()


def unpack(kind: type[T], packed: bytes, upgrade: Callable[[Arrays], Arrays] | None = None) -> T:
    """What `pack` has packed, as a `kind`; large float32 arrays come back at half precision, if that held them.

    `upgrade` makes what an earlier version has packed into what this one would have. A class that is not registered
    any more is a UserError.
    """
    with np.load(io.BytesIO(packed), allow_pickle=False) as found:
        arrays = dict(found)
    result: T = _unflatten(kind, arrays if upgrade is None else upgrade(arrays), "_")
    return result


def _flatten(value: Any, name: str) -> Arrays:
    if value is None:
        return {}
    if is_dataclass(value):
        parts = [_flatten(getattr(value, f.name), f"{name}.{f.name}") for f in fields(value)]
        parts += [{_tag(name, f.name): np.array(getattr(value, f.name).name)} for f in fields(value) if _registry(f)]
    elif isinstance(value, tuple):
        parts = [_flatten(one, f"{name}.{index}") for index, one in enumerate(value)]
    else:
        array = np.asarray(value)
        half = array.dtype == np.float32 and array.size >= _LARGE and np.abs(array).max() <= np.finfo(np.float16).max
        return {name: array.astype(np.float16) if half else array}
    return {key: array for part in parts for key, array in part.items()}


def _unflatten(kind: Any, found: Arrays, name: str) -> Any:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        if not any(key == name or key.startswith(f"{name}.") for key in found):
            return None
        kind = next(one for one in typing.get_args(kind) if one is not type(None))
    if is_dataclass(kind):
        hints: dict[str, Any] = typing.get_type_hints(kind)
        for f in fields(kind):
            if registry := _registry(f):
                hints[f.name] = registry.get(str(found[_tag(name, f.name)]))
        return kind(**{f.name: _unflatten(hints[f.name], found, f"{name}.{f.name}") for f in fields(kind)})  # type: ignore[operator]
    if typing.get_origin(kind) is tuple:
        return _unflatten_tuple(typing.get_args(kind), found, name)
    array = found[name]
    if kind in (int, float, bool, str):
        return kind(array.item())
    return array.astype(np.float32) if array.dtype == np.float16 else array


def _registry(declared: Field[Any]) -> Registry | None:
    registry: Registry | None = declared.metadata.get("registry")
    return registry


def _tag(name: str, field_name: str) -> str:
    return f"{name}.{field_name}.registered"


def _unflatten_tuple(kinds: tuple[Any, ...], found: Arrays, name: str) -> tuple[Any, ...]:
    """A tuple of fixed `kinds`, or of as many of the first kind as there are."""
    if kinds[-1] is not Ellipsis:
        return tuple(_unflatten(kind, found, f"{name}.{index}") for index, kind in enumerate(kinds))
    start = len(name) + 1
    count = len({key[start:].partition(".")[0] for key in found if key.startswith(f"{name}.")})
    return tuple(_unflatten(kinds[0], found, f"{name}.{index}") for index in range(count))
