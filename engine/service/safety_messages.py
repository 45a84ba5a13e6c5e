"""What the window asks about a catalog that cannot be opened, and photos that are away; `protocol.py` has the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.library.safety.survey import Rescue, Survey
from engine.pipeline.forget import Missing


@dataclass(frozen=True, slots=True)
class SurveyCatalog:
    """Say what is left of a catalog that is damaged or missing; nothing is changed."""


@dataclass(frozen=True, slots=True)
class CatalogSurveyed:
    survey: Survey


Way = Literal["backup", "rescue", "anew"]


@dataclass(frozen=True, slots=True)
class MendCatalog:
    """Put the backup of this name, what can be read, or an empty catalog in the place of a damaged or missing one."""

    way: Way
    backup: str = ""


@dataclass(frozen=True, slots=True)
class CatalogMended:
    """`kept` is the name of the damaged catalog from here on, if there was one; `rescue` what the new one holds."""

    way: Way
    kept: str | None
    rescue: Rescue


@dataclass(frozen=True, slots=True)
class CountMissing:
    """Count the photos that are not where they were, folder by folder."""


@dataclass(frozen=True, slots=True)
class MissingCounted:
    folders: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class ForgetMissing:
    """Forget the missing photos of these folders: (root, how many the user has seen counted)."""

    counted: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MissingForgotten:
    count: int


SafetyRequest = SurveyCatalog | MendCatalog | CountMissing | ForgetMissing
SafetyResult = CatalogSurveyed | CatalogMended | MissingCounted | MissingForgotten
SAFETY_REQUESTS = (SurveyCatalog, MendCatalog, CountMissing, ForgetMissing)
