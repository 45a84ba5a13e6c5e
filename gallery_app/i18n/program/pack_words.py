"""What there is to say of model packs, in the user's words."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import backbones
from engine.embedding.packs.report import BegunReport, PackReport
from engine.embedding.packs.shelf import PREFIX
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.numbers import decimal


def pack_line(pack: PackReport) -> str:
    """ "372 MB  ·  Apache-2.0  ·  0.31 s a photo  ·  finds photos by a sentence" """
    parts = [size_words(pack.size), pack.licence or _tr("no licence named")]
    if pack.seconds >= 0.005:
        parts.append(_tr("{0} s a photo on one core").format(decimal(pack.seconds, 2)))
    if pack.sentences:
        parts.append(_tr("finds photos by a sentence"))
    return "  ·  ".join(parts)


def offer_lines(offer: PackReport) -> list[str]:
    """What is said before it is added: what comes, from whom, under which licence, and whether it is checked."""
    title = f"{offer.name} {offer.release}".strip()
    costs = _tr("{0}: {1} to fetch and keep.").format(title, size_words(offer.size))
    brings = _tr("It looks at photos, and finds them by a sentence.") if offer.sentences else _tr("It looks at photos.")
    licence = (
        _tr("Its licence: {0}.").format(offer.licence)
        if offer.licence
        else _tr("It names no licence: read the page that it comes from.")
    )
    checked = (
        _tr("Each file is checked against the SHA-256 that is named there.")
        if offer.pinned
        else _tr("No SHA-256 is named there: what comes is taken as it is, once it works.")
    )
    host = _host(offer.source)
    learns = [_tr("{0} learns what is fetched and the IP address of this computer.").format(host)] if host else []
    return [f"{costs} {brings}", f"{licence} {checked}", *learns]


def begun_line(begun: BegunReport) -> str:
    """ "120 MB of 372 MB are there, from example.org" """
    place = _host(begun.source) or Path(begun.source).name
    return _tr("{0} of {1} are there, from {2}").format(size_words(begun.there), size_words(begun.size), place)


def network_name(key: str, pack: PackReport | None) -> str:
    """What the network is called whose vectors have this key."""
    if pack is not None:
        return pack.name
    return network_label(network_of(key, "") or key.partition("-1-")[0].removeprefix("pack_"))


def network_label(backbone: str) -> str:
    """What a network is called that `open_backbone` calls so."""
    known = backbone in backbones.names()
    return of_engine(backbones.get(backbone).label) if known else backbone.removeprefix(PREFIX)


def network_of(key: str, unknown: str = DEFAULT_BACKBONE) -> str:
    """The network that came with the program and makes vectors of this key."""
    return next((name for name in backbones.names() if key.startswith(f"{name}-")), unknown)


def _host(place: str) -> str:
    """The server of an address; "" where the place is a file or a folder."""
    return urlsplit(place).hostname or "" if "://" in place else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("packs", text)
