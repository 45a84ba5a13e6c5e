"""Packs, and what is offered, as they are told to the window."""

from __future__ import annotations

from pathlib import Path

from engine.embedding.packs.backbone import PackBackbone
from engine.embedding.packs.layout import layout_of
from engine.embedding.packs.manifest import Manifest
from engine.embedding.packs.report import BegunReport, PackReport, PacksReport
from engine.embedding.packs.shelf import Pack, begun, installed
from engine.embedding.packs.text import can_read


def report_packs(home: Path) -> PacksReport:
    """All packs of the data folder `home`."""
    waiting = tuple(BegunReport(one.name, one.source, one.there, one.size) for one in begun(home))
    return PacksReport(tuple(map(_of_pack, installed(home))), waiting, can_read())


def report_offer(offered: Manifest, place: str) -> PackReport:
    """Of what a source at this place offers."""
    layout = layout_of(offered.paths)
    knows_words = layout is not None and bool(layout.textual)
    told = offered.name, offered.release, offered.licence, offered.size
    return PackReport(*told, knows_words, 0.0, offered.is_pinned, place)


def _of_pack(pack: Pack) -> PackReport:
    manifest = pack.manifest
    told = pack.name, manifest.release, manifest.licence, manifest.size
    key = PackBackbone(pack).key
    return PackReport(*told, pack.trial.sentences, pack.trial.seconds, pack.pinned, pack.source, key)
