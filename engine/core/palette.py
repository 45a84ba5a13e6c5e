"""The colours of clusters: one palette for the window, the map and the report."""

from __future__ import annotations

# Chosen farthest-first in Oklab (Ottosson 2020), each pair apart for full colour sight and as seen by protanopes
# and deuteranopes (Machado, Oliveira & Fernandes 2009), within a calm range of chroma. The two grounds share
# hues: a cluster keeps its colour's name when the theme changes.
_ON_DARK = (
    "#8d91fc",
    "#f1e344",
    "#db640e",
    "#48fbf6",
    "#359988",
    "#fcada2",
    "#24c7da",
    "#70bc46",
    "#f7daa1",
    "#9772c3",
    "#a4df70",
    "#f68c11",
    "#ea648c",
    "#4483eb",
    "#66fec2",
    "#e8c031",
    "#ef96cb",
    "#caa282",
    "#c480d4",
    "#70943a",
    "#6eaff7",
    "#a9786b",
    "#6394ad",
    "#c1bbff",
    "#77e2c2",
    "#17d6a4",
    "#aec26f",
    "#9bd5e8",
    "#80afaf",
    "#a09b60",
)
_ON_LIGHT = (
    "#5e5dc8",
    "#aea200",
    "#984303",
    "#0ab5b1",
    "#036a5d",
    "#bf7268",
    "#0b8c9a",
    "#418607",
    "#b79a60",
    "#6b4496",
    "#68a327",
    "#ad6108",
    "#b5295d",
    "#0e53bc",
    "#0dba85",
    "#a68705",
    "#b65e94",
    "#956d4d",
    "#924ca1",
    "#476703",
    "#3479c1",
    "#7c4d40",
    "#33667f",
    "#8780c4",
    "#29a687",
    "#0d9773",
    "#788a32",
    "#5d99ac",
    "#4c7c7c",
    "#716b2c",
)
COLOURS = len(_ON_DARK)


def colour(index: int, dark: bool = True) -> str:
    """The colour "#rrggbb" of cluster `index` on a dark or a light ground; it repeats after 30."""
    return (_ON_DARK if dark else _ON_LIGHT)[index % COLOURS]
