"""Saved searches: queries of the find field, kept in the library."""

from __future__ import annotations

import json

from engine.library.catalog.catalog import Catalog

_SETTING = "searches"


def saved_searches(catalog: Catalog) -> tuple[str, ...]:
    """The saved searches, the oldest first."""
    return tuple(json.loads(catalog.setting(_SETTING) or "[]"))


def save_search(catalog: Catalog, query: str) -> tuple[str, ...]:
    """Save a search; one that is saved already keeps its position. Returns all saved searches."""
    query = " ".join(query.split())
    kept = saved_searches(catalog)
    return _keep(catalog, kept if not query or query in kept else (*kept, query))


def delete_search(catalog: Catalog, query: str) -> tuple[str, ...]:
    """Delete a saved search. Returns the others."""
    return _keep(catalog, tuple(kept for kept in saved_searches(catalog) if kept != query))


def _keep(catalog: Catalog, searches: tuple[str, ...]) -> tuple[str, ...]:
    catalog.set_setting(_SETTING, json.dumps(searches))
    return searches
