"""What is said of a flow and of its photos."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.edits.flows import Flow, Preview
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, percent
from gallery_app.state.session import Session

VERY, QUITE, HARDLY = 0.9, 0.75, 0.5  # the least certainty of each


def target_name(preview: Preview, target: str) -> str:
    """The name of where photos would go, and that it is the user's own cluster, or a new one."""
    name = isolated(preview.names.get(target, target))
    if target in preview.yours:
        return _tr("your cluster {0}").format(name)
    return _tr("new cluster {0}").format(name) if target in preview.new else name


def from_to(preview: Preview, flow: Flow) -> str:
    """ "From Mammals to your cluster Cats"."""
    source = isolated(preview.names.get(flow.source or "", ""))
    return _tr("From {0} to {1}").format(source, target_name(preview, flow.target))


def how_sure(count: int, certainty: float) -> str:
    """ "12 photos, quite sure": their mean probability in words, which agree with their number where they have to."""
    if certainty >= VERY:
        words = _tr("{0} photo, very sure"), _tr("{0} photos, very sure")
    elif certainty >= QUITE:
        words = _tr("{0} photo, quite sure"), _tr("{0} photos, quite sure")
    elif certainty >= HARDLY:
        words = _tr("{0} photo, not so sure"), _tr("{0} photos, not so sure")
    else:
        words = _tr("{0} photo, in doubt"), _tr("{0} photos, in doubt")
    return counted(count, *words)


def flow_summary(flow: Flow, refused: int) -> str:
    """ "12 photos, quite sure", and how many of them are refused."""
    said = how_sure(flow.count, flow.certainty)
    if not refused:
        return said
    return said + "  ·  " + counted(refused, _tr("1 refused"), _tr("{0} refused"))


def photo_caption(session: Session, file: int, chance: float, refused: bool) -> str:
    """ "IMG_1.jpg, 93% sure", and that it is refused."""
    row = session.gallery.row_of.get(file)
    name = "" if row is None else isolated(session.gallery.files[row].path.rpartition("/")[2])
    said = _tr("{0}, {1} sure").format(name, percent(chance))
    return _tr("{0}: refused").format(said) if refused else said


def _tr(text: str) -> str:
    return QCoreApplication.translate("flow_words", text)
