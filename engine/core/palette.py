"""The colours and shapes of clusters: one palette for the window, the map and the report."""

from __future__ import annotations

# Found by packaging/find_cluster_colours.py, which says what it optimised: any two of the first twelve, and the grey of
# photos in no cluster, differ for full colour sight, protanopes, deuteranopes and tritanopes, and stand out from the
# map's ground. The two grounds share hues: a cluster keeps its colour's name when the theme changes.
_ON_DARK = (
    "#e8f04a",
    "#1aa2eb",
    "#f87724",
    "#a2f9e2",
    "#f2a7a2",
    "#a87db1",
    "#906e30",
    "#fcc6f9",
    "#6d9e6c",
    "#6461da",
    "#c23870",
    "#1a8582",
    "#a944a9",
    "#de4e4e",
    "#de809e",
    "#2fca6f",
    "#c2b2f2",
    "#a66683",
    "#5782e0",
    "#c0f7a7",
    "#da8dc8",
    "#dd579b",
    "#a3a949",
    "#a35e5a",
    "#50dfe6",
    "#2aa681",
    "#c760c6",
    "#ffa7db",
    "#d87b68",
    "#b66f74",
)
_ON_LIGHT = (
    "#967f0e",
    "#096bd4",
    "#830b18",
    "#04654c",
    "#c36886",
    "#4a128e",
    "#8a5a29",
    "#681944",
    "#678d56",
    "#8680bd",
    "#ab3a95",
    "#329286",
    "#5d3d70",
    "#b42452",
    "#e15151",
    "#1a491b",
    "#657cf4",
    "#9d6d9c",
    "#3e4dc1",
    "#797d3a",
    "#7e2491",
    "#803e44",
    "#6a5205",
    "#a66165",
    "#016883",
    "#2d7f65",
    "#8764b0",
    "#630f63",
    "#810935",
    "#844763",
)
COLOURS = len(_ON_DARK)
TELLABLE = 12  # colours that nobody takes for each other; the clusters after them have another shape
SHAPES = 5  # of the marks: so many times TELLABLE clusters differ in colour or shape


def colour(index: int, dark: bool = True) -> str:
    """The colour "#rrggbb" of cluster `index` on a dark or a light ground; it repeats after 30."""
    return (_ON_DARK if dark else _ON_LIGHT)[index % COLOURS]


def shape(index: int) -> int:
    """The shape of the mark of cluster `index`, 0 (a disc) to SHAPES - 1: each dozen clusters has its own."""
    return index // TELLABLE % SHAPES
