"""Numbers in the user's locale, and singular and plural."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def number(value: int) -> str:
    """ "1,200" in English, "1 200" in French."""
    return _locale().toString(value)


def decimal(value: float, digits: int) -> str:
    """With so many digits after the point: "0.85" in English, "0,85" in French."""
    return _locale().toString(value, "f", digits)


def percent(share: float) -> str:
    """A share of 1: "85%" in English, "85 %" in French."""
    return QCoreApplication.translate("numbers", "{0}%").format(number(round(100 * share)))


def one_or_many(count: int, one: str, many: str) -> str:
    """The text for one, or that for many; French counts none as one."""
    alone = count == 1 or (count == 0 and QLocale().language() is QLocale.Language.French)
    return one if alone else many


def counted(count: int, one: str, many: str, *others: object) -> str:
    """The text for one or for many with the number at {0} and `others` after it: "1 photo", "1,200 photos".

    Where both read the same in English the text for one says "1": French tells them apart.
    """
    return one_or_many(count, one, many).format(number(count), *others)


def _locale() -> QLocale:
    """The user's locale; English for the C locale, which groups no digits."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() is QLocale.Language.C else locale
