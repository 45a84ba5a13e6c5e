"""Searches are kept in their library."""

from __future__ import annotations

from pathlib import Path

from engine.library.catalog.catalog import Catalog
from engine.library.searches import delete_search, save_search, saved_searches


def test_searches_are_kept_once_in_order_and_forgotten(tmp_path: Path) -> None:
    catalog = Catalog(tmp_path / "catalog.db")
    assert saved_searches(catalog) == ()
    for words in ("march  2021", "dogs", "march 2021", "  "):
        save_search(catalog, words)
    assert saved_searches(catalog) == ("march 2021", "dogs")
    catalog.close()
    again = Catalog(tmp_path / "catalog.db")
    assert delete_search(again, "march 2021") == ("dogs",)
    assert saved_searches(again) == ("dogs",)
    again.close()
