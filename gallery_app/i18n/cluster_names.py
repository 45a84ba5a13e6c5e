"""How clusters are called in the user's language; the machine names them in English, and what the user says stays."""

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
)


def in_users_language(gallery: Gallery, known: Iterable[Cluster] = ()) -> Gallery:
    """The gallery with the names that the machine has made in the user's language, but for clusters `known` already.

    No two clusters are called the same: where two words, or the user's own, come to one, the later stays as it was.
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
    told = gallery.with_changes(clusters=tuple(clusters))
    told.prepare()
    return told


def cluster_name(made: str) -> str:
    """A name as the machine makes it ("Dogs, drawn 2") in the user's language; as it is where it is none."""
    match = _NUMBERED.fullmatch(made)
    if match is None:
        return made
    words, number = match.groups()
    if (whole := _tr(words)) != words:
        return whole + number
    first, _, second = words.partition(", ")
    kind = second[:1].upper() + second[1:]
    told = _tr(second) if second in _TRAITS else _lowered(_tr(kind))
    ours = bool(second) and (_tr(first), told) != (first, second)
    return f"{_tr(first)}, {told}{number}" if ours else made


def _lowered(word: str) -> str:
    """A kind after another: only its first letter, and not that of a name in capitals ("CD players")."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("cluster_names", text)
