"""A registry of classes by name, filled by a decorator: adding a method, backbone or map is adding one file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any, TypeVar

from engine.core.errors import UserError

C = TypeVar("C", bound=type[Any])


class Registry:
    """Classes of one room by their `name`; the room's files are imported when it is first read.

    Those files import torch inside their functions, so the list can be read where torch is missing.
    """

    def __init__(self, room: str, noun: str) -> None:
        self._room, self._noun = room, noun
        self._classes: dict[str, type[Any]] = {}
        self._loaded = False

    def register(self) -> Callable[[C], C]:
        def keep(owner: C) -> C:
            self._classes[owner.name] = owner
            return owner

        return keep

    def forget(self, name: str) -> None:
        """The class of that name is no part of the program: a test's own, say."""
        del self._classes[name]

    def names(self) -> list[str]:
        return sorted(self._all())

    def get(self, name: str) -> type[Any]:
        """The class called `name`; a UserError(usage) that lists the names where there is none."""
        found = self._all().get(name)
        if found is None:
            raise UserError(
                "There is no {noun} {name!r}; there are: {names}.",
                noun=self._noun,
                name=name,
                names=", ".join(self.names()),
                usage=True,
            )
        return found

    def _all(self) -> dict[str, type[Any]]:
        if not self._loaded:
            package = importlib.import_module(self._room)
            for module in pkgutil.iter_modules(package.__path__):
                importlib.import_module(f"{self._room}.{module.name}")
            self._loaded = True
        return self._classes
