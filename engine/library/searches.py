"""Searches that the user keeps: words of the find field, in the library they were looked for in."""

from __future__ import annotations

import json

from engine.library.catalog.catalog import Catalog

_SETTING = "searches"


def saved_searches(catalog: Catalog) -> tuple[str, ...]:
    """The kept searches, in the order in which they were kept."""
    return tuple(json.loads(catalog.setting(_SETTING) or "[]"))


def save_search(catalog: Catalog, words: str) -> tuple[str, ...]:
    """Keep a search; one that is kept already stays where it is. Returns all that are kept then."""
    words = " ".join(words.split())
    kept = saved_searches(catalog)
    return _keep(catalog, kept if not words or words in kept else (*kept, words))


def delete_search(catalog: Catalog, words: str) -> tuple[str, ...]:
    """Forget a kept search. Returns those that are kept still."""
    return _keep(catalog, tuple(kept for kept in saved_searches(catalog) if kept != words))


def _keep(catalog: Catalog, searches: tuple[str, ...]) -> tuple[str, ...]:
    catalog.set_setting(_SETTING, json.dumps(searches))
    return searches
