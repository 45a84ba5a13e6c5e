"""Whether links that leave a photo folder are followed: the user's choice, kept for each folder of the library."""

from __future__ import annotations

from engine.library.catalog.catalog import Catalog

_SETTING = "follow links of root "


def follows_links(catalog: Catalog, root: int) -> bool:
    """Not unless the user has asked for it: what they lead to may be anybody's."""
    return catalog.setting(f"{_SETTING}{root}") == "yes"


def follow_links(catalog: Catalog, root: int) -> None:
    """Follow them from now on."""
    catalog.set_setting(f"{_SETTING}{root}", "yes")
