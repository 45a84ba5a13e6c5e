"""Makes resources/world/countries.npz: the outlines of all countries, for which one a photo was taken in.

Needs the npm package @rapideditor/country-coder (ISC), whose outlines are drawn to be right where people live. The
result is committed, so that only who changes it runs this:

    npm pack @rapideditor/country-coder && tar xzf rapideditor-country-coder-*.tgz
    python packaging/make_borders.py package
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.gallery.geography.borders import Borders
from engine.gallery.geography.gazetteer import country_names, entries

OUT = Path(__file__).resolve().parent.parent / "resources" / "world"
STEPS = 10_000  # a degree: eleven metres, as in the package

Outline = NDArray[np.float64]  # (n, 2) longitudes and latitudes, closed


def code_of(properties: dict[str, Any], known: set[str]) -> str | None:
    """The country an area belongs to in GeoNames' way: Guernsey is one, "Metropolitan France" is not."""
    groups = [group for group in properties.get("groups", ()) if group in known]
    return next(
        (code for code in (properties.get("iso1A2"), *groups, properties.get("country")) if code in known), None
    )


def outlines_of(feature: dict[str, Any]) -> list[Outline]:
    polygons = feature["geometry"]["coordinates"]  # all are MultiPolygons
    return [np.array(ring, np.float64) for polygon in polygons for ring in polygon]


def packed(outlines: list[Outline], areas: list[int], codes: list[str]) -> dict[str, Any]:
    """All points in STEPS of a degree, each as the way from the one before it, and where outlines begin."""
    points = np.rint(np.concatenate(outlines) * STEPS).astype(np.int32)
    return {
        "points": np.diff(points, axis=0, prepend=0).astype(np.int32),
        "starts": np.cumsum([0, *map(len, outlines)], dtype=np.int32),
        "areas": np.array(areas, np.int32),
        "countries": np.array(codes),
        "steps": np.int32(STEPS),
    }


def as_the_towns_say(outlines: list[Outline], areas: list[int], codes: list[str]) -> list[str]:
    """The country that most towns of each area are of: land in dispute must not part its towns from their names."""
    starts = np.cumsum([0, *map(len, outlines)])
    numbered = Borders(np.concatenate(outlines), starts, np.array(areas), tuple(map(str, range(len(codes)))))
    votes: list[Counter[str]] = [Counter() for _ in codes]
    for town in entries():
        for area in numbered.countries_at(town["latitude"], town["longitude"]):
            votes[int(area)][town["country_code"]] += 1
    said = [vote.most_common(1)[0][0] if vote else code for vote, code in zip(votes, codes, strict=True)]
    print("as the towns say:", *(f"{a} -> {b}" for a, b in zip(codes, said, strict=True) if a != b))
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the unpacked package @rapideditor/country-coder")
    words = parser.parse_args()
    features = json.loads((words.folder / "src" / "data" / "borders.json").read_text("utf-8"))["features"]
    known = set(country_names()) - {"EU"}
    outlines: list[Outline] = []
    areas: list[int] = []
    codes: list[str] = []
    for feature in features:
        if not feature["geometry"]:
            continue  # a group of others
        new = outlines_of(feature)
        outlines += new
        areas += [len(codes)] * len(new)
        codes.append(code_of(feature["properties"], known) or "")
    arrays = packed(outlines, areas, as_the_towns_say(outlines, areas, codes))
    np.savez_compressed(OUT / "countries.npz", **arrays)
    print(f"{len(codes)} areas, {len(outlines)} outlines, {len(arrays['points']):,} points")


if __name__ == "__main__":
    main()
