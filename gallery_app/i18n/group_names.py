"""Headings of groups: days and months in the user's language, towns with their country."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from engine.gallery.filtering import FOUND, FilterResult
from engine.gallery.groups import NONE
from gallery_app.i18n.people.person_names import person_name


def group_name(shown: FilterResult, key: str) -> str:
    """The heading of a group of `shown`."""
    options = shown.options
    if options.similar_to is not None:
        return _tr("Most like {0}").format(_name(shown, options.similar_to.file))
    if key == FOUND:
        return _tr("Found, the best first")
    if options.group == "place":
        return _tr("No place") if key == NONE else town_name(key)
    if options.group == "people":
        return _tr("Nobody") if key == NONE else person_name(shown.gallery.understood.persons[int(key)].name)
    return _tr("No date") if key == NONE else _time(key, QLocale())


@lru_cache(maxsize=1 << 15)  # of thousands of days the same are asked for after each change
def _time(key: str, locale: QLocale) -> str:
    """ "2021", "2021-03" and "2021-03-14" in words."""
    parts = [int(part) for part in key.split("-")]
    year, month, day_of_month = [*parts, 1, 1][:3]
    day = QDate(year, month, day_of_month)
    if len(parts) == 1:
        return f"{year}"
    if len(parts) == 2:
        text = f"{locale.standaloneMonthName(month)} {year}"
    else:
        text = locale.toString(day, QLocale.FormatType.LongFormat)
    return text[:1].upper() + text[1:]


def town_name(key: str) -> str:
    """A town's key (places.key_of) in words: "Lyon, France"; far from all towns "Mongolia"."""
    country, _, name = key.split("\t")
    return f"{name}, {country}" if name else country


def _name(shown: FilterResult, file: int) -> str:
    row = shown.gallery.row_of.get(file)
    return "?" if row is None else shown.gallery.files[row].path.rpartition("/")[2]


def _tr(text: str) -> str:
    return QCoreApplication.translate("group_names", text)
