"""Cluster names in the user's language: the engine names clusters in English; names by the user stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:  # the window's frame is painted before numpy is imported
    from engine.core.records import Cluster
    from engine.gallery.snapshot import Gallery

_NUMBERED = re.compile(r"(.+?)((?: \d+)*)", re.DOTALL)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("cluster_names", text))


_PLAIN = (
    _t("Drawings"),
    _t("Photos"),
    _t("Pictures"),
    _t("Group"),
    _t("New cluster"),
    _t("Unsure"),
)  # beside the kinds
_OF_KIND = (  # of pictures: engine/clustering/naming/by_kind.py
    _t("Screenshots"),
    _t("Documents"),
    _t("Receipts"),
    _t("Whiteboards"),
    _t("Code"),
    _t("Memes"),
    _t("Greetings"),
    _t("Quotes"),
    _t("Portraits"),
    _t("Groups of people"),
    _t("People"),
)
_TRAITS = (
    _t("drawn"),
    _t("red"),
    _t("orange & brown"),
    _t("yellow"),
    _t("green"),
    _t("blue"),
    _t("purple"),
    _t("dark"),
    _t("black & white"),
    _t("colourful"),
    _t("long"),
    _t("upright"),
    _t("wide"),
    _t("other"),
)


def with_translated_names(gallery: Gallery, known: Iterable[Cluster] = ()) -> Gallery:
    """The gallery with automatic cluster names translated; clusters in `known` keep the name they have there.

    Names stay unique: a translation that is taken already is not used, and the English name stays.
    """
    named = {c.id: c.name for c in known}
    taken = {c.name for c in gallery.clusters if c.named_by_user} | set(named.values())
    clusters = []
    for cluster in gallery.clusters:
        name = named.get(cluster.id) or cluster.name
        if cluster.id not in named and not cluster.named_by_user:
            name = cluster_name(name) if cluster_name(name) not in taken else name
            taken.add(name)
        clusters.append(cluster if name == cluster.name else replace(cluster, name=name))
    if tuple(clusters) == gallery.clusters:
        return gallery
    translated = gallery.with_changes(clusters=tuple(clusters))
    translated.prepare()
    return translated


def cluster_name(name: str) -> str:
    """The translation of an automatic name ("Dogs, drawn 2"); any other name unchanged."""
    match = _NUMBERED.fullmatch(name)
    if match is None:
        return name
    base, number = match.groups()
    if (whole := _tr(base)) != base:
        return whole + number
    first, _, second = base.partition(", ")
    kind = second[:1].upper() + second[1:]
    translated = _tr(second) if second in _TRAITS else _lowered(_tr(kind))
    ours = bool(second) and (_tr(first), translated) != (first, second)
    return f"{_tr(first)}, {translated}{number}" if ours else name


def _lowered(word: str) -> str:
    """A kind after another: only its first letter, and not that of a name in capitals ("CD players")."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("cluster_names", text)
