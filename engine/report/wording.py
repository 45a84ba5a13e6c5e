"""Texts of the report: any file name made readable, and how the clustering was made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_STAGES = ("scan", "thumbnails", "embed", "cluster", "map")


def readable(name: str) -> str:
    """A file's name as text that can be encoded and displayed: bytes that were no UTF-8 become �, controls symbols."""
    text = re.sub("[\ud800-\udfff\ufffe\uffff\x80-\x9f]", "\ufffd", str(name))
    return re.sub("[\x00-\x1f\x7f]", lambda c: chr(0x2421 if c[0] == "\x7f" else 0x2400 + ord(c[0])), text)


def percent(share: float | None) -> int | None:
    """A share 0…1 in whole percent."""
    return None if share is None else round(100 * share)


def facts(result: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Terms and values of the footer: method, k, backbone, map, seed, device, how long it took."""
    parameters = ", ".join(f"{name} {value}" for name, value in result["parameters"].items())
    seconds = result["seconds"]
    stages = [f"{stage} {seconds[stage]:.1f}" for stage in _STAGES if seconds.get(stage)]
    listed = [
        ("Method", f"{result['method']} ({parameters})" if parameters else result["method"]),
        ("Clusters (k)", str(result["k"])),
        ("Looked at by", result["backbone"]),
        ("Map", result["map"]),
        ("Seed", str(result["seed"])),
        ("Device", f"{result['device']}, {result['threads']} threads"),
        ("Seconds", f"{seconds['total']:.1f}" + (f" ({', '.join(stages)})" if stages else "")),
    ]
    return [(term, readable(value)) for term, value in listed]
