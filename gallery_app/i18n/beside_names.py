"""What lies beside the photos and is left alone, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.library.beside.seen import Beside
from gallery_app.i18n.numbers import counted

NAMED = 4  # kinds or programs that are named; more would hide how many there are


def unknown_kinds(beside: Beside) -> str:
    """ "14 files of kinds that are not read: jxl, psd"; "" if there are none."""
    one, many = _tr("{0} file of a kind that is not read: {1}"), _tr("{0} files of kinds that are not read: {1}")
    count = beside.unknown.total()
    return counted(count, one, many, _listed(beside.kinds())) if count else ""


def left_out_folders(beside: Beside) -> str:
    """ "3 folders of other programs left out: @eaDir, #recycle"; "" if there are none."""
    one = _tr("{0} folder of another program left out: {1}")
    many = _tr("{0} folders of other programs left out: {1}")
    count = beside.left_out.total()
    return counted(count, one, many, _listed(beside.programs())) if count else ""


def _listed(names: list[str]) -> str:
    return ", ".join([*names[:NAMED], "…"] if len(names) > NAMED else names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("beside_names", text)
