"""File actions in the user's language: what they are called, what their button says, and what they have done."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from engine.filing.operations import ALBUMS, FilingOptions
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted

if TYPE_CHECKING:
    from engine.filing.rules import Rule


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("filing_names", text))


_BUTTONS = {
    "copy": (_t("Copy {0} photo"), _t("Copy {0} photos")),
    "move": (_t("Move {0} photo"), _t("Move {0} photos")),
    "hardlink": (_t("Link {0} photo"), _t("Link {0} photos")),
    "symlink": (_t("Link {0} photo"), _t("Link {0} photos")),
    "trash": (_t("Move {0} photo to the trash"), _t("Move {0} photos to the trash")),
    "album": (_t("List {0} photo"), _t("List {0} photos")),
    "keywords": (_t("Write keywords for {0} photo"), _t("Write keywords for {0} photos")),
}
_DONE = {
    "copy": (_t("{0} photo copied to {1}"), _t("{0} photos copied to {1}")),
    "move": (_t("{0} photo moved to {1}"), _t("{0} photos moved to {1}")),
    "hardlink": (_t("{0} photo linked in {1}"), _t("{0} photos linked in {1}")),
    "symlink": (_t("{0} photo linked in {1}"), _t("{0} photos linked in {1}")),
    "trash": (_t("{0} photo moved to the trash"), _t("{0} photos moved to the trash")),
    "album": (_t("{0} photo listed in {1}"), _t("{0} photos listed in {1}")),
    "keywords": (_t("Keywords of {0} photo written"), _t("Keywords of {0} photos written")),
}
_RUNNING = {
    "copy": (_t("Copying {0} photo"), _t("Copying {0} photos")),
    "move": (_t("Moving {0} photo"), _t("Moving {0} photos")),
    "hardlink": (_t("Linking {0} photo"), _t("Linking {0} photos")),
    "symlink": (_t("Linking {0} photo"), _t("Linking {0} photos")),
    "trash": (_t("Moving {0} photo to the trash"), _t("Moving {0} photos to the trash")),
    "album": (_t("Listing {0} photo"), _t("Listing {0} photos")),
    "keywords": (_t("Writing keywords for {0} photo"), _t("Writing keywords for {0} photos")),
}


def button_words(options: FilingOptions, photos: int) -> str:
    """ "Move 912 photos" """
    return _counted(_BUTTONS, options, photos)


def running_words(options: FilingOptions, photos: int) -> str:
    """ "Moving 912 photos" """
    return _counted(_RUNNING, options, photos)


def done_words(options: FilingOptions, done: int, left: int, *, undone: bool = False) -> str:
    """ "912 photos moved to Holidays, 3 left as they are" """
    if undone:
        words = counted(done, _tr("{0} photo put back"), _tr("{0} photos put back"))
    else:
        words = _counted(_DONE, options, done)
    return f"{words}, {left_words(left)}" if left else words


def left_words(left: int) -> str:
    """How many files are left as they are."""
    return counted(left, _tr("{0} left as it is"), _tr("{0} left as they are"))


def size_words(size: int) -> str:
    """ "1.2 GB" """
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def target_name(options: FilingOptions) -> str:
    """The last part of the target."""
    target = options.target or ""
    return isolated(target.rstrip(os.sep).rpartition(os.sep)[2] or target)


def _counted(words: dict[str, tuple[str, str]], options: FilingOptions, count: int) -> str:
    forms: Sequence[str] = words["album" if options.action in ALBUMS else options.action]
    return counted(count, _tr(forms[0]), _tr(forms[1]), target_name(options))


def rule_words(rule: Rule) -> str:
    """What is proposed for what lands in a cluster with this rule, and when."""
    day = QLocale().standaloneDayName(rule.weekday + 1)
    if rule.action == "trash":
        return _tr("On {0}, what is new here is proposed for the trash.").format(day)
    if rule.action == "move" and rule.target:
        where = isolated(Path(rule.target).name)
        return _tr("On {0}, what is new here is proposed to be moved to {1}.").format(day, where)
    return _tr("On {0}, an action is proposed for what is new here.").format(day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("filing_names", text)
