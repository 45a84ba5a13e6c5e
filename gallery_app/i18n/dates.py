"""Dates in the user's language, as precise as they are known, and where they come from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from engine.gallery.taken import Taken


def day_text(day: int, *, short: bool = False) -> str:
    """The day yyyymmdd, in which zeros stand for what is not known: "1993", "July 1993", "3 July 1993"."""
    year, month, of_month = day // 10000, day // 100 % 100, day % 100
    locale = QLocale()
    if not month:
        return f"{year}"
    if not of_month:
        length = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
        return f"{locale.standaloneMonthName(month, length)} {year}"
    date = QDate(year, month, of_month)
    return locale.toString(date, "d MMM yyyy") if short else locale.toString(date, QLocale.FormatType.LongFormat)


def taken_text(taken: Taken) -> str:
    """Day and time: "Sunday, January 3, 2022, 12:30"; less where less is known."""
    at, precision = taken.at, taken.precision
    month = 0 if precision == "year" else at.month
    text = day_text(at.year * 10000 + month * 100 + (0 if precision in ("year", "month") else at.day))
    return f"{text}, {at:%H:%M}" if precision in ("minute", "second") else text


def source_text(taken: Taken) -> str:
    """Where the date comes from: "from the file's name"."""
    if taken.changed:
        return _tr("when the picture was last changed")
    return {
        "exif": _tr("from the camera (EXIF)"),
        "xmp": _tr("from the picture's description (XMP)"),
        "iptc": _tr("from the picture's caption (IPTC)"),
        "gps": _tr("from the satellites (GPS): world time, UTC"),
        "name": _tr("from the file's name"),
        "file": _tr("from the file"),
    }[taken.source]


def _tr(text: str) -> str:
    return QCoreApplication.translate("dates", text)
