"""Kinds of pictures in the user's language, one and many; the engine names them in English (records.KINDS)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gallery_app.i18n.numbers import number, percent

SURE = 0.9  # from here on no number is said


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("kind_names", text))


_ONE = {
    "photo": _t("Photograph"),
    "portrait": _t("Portrait"),
    "group": _t("Group of people"),
    "screenshot": _t("Screenshot"),
    "document": _t("Document"),
    "receipt": _t("Receipt"),
    "whiteboard": _t("Whiteboard"),
    "code": _t("Picture of code"),
    "meme": _t("Meme"),
    "greeting": _t("Greeting"),
    "quote": _t("Quote"),
    "drawing": _t("Drawing"),
}
_MANY = {
    "photo": _t("Photographs"),
    "portrait": _t("Portraits"),
    "group": _t("Groups of people"),
    "screenshot": _t("Screenshots"),
    "document": _t("Documents"),
    "receipt": _t("Receipts"),
    "whiteboard": _t("Whiteboards"),
    "code": _t("Pictures of code"),
    "meme": _t("Memes"),
    "greeting": _t("Greetings"),
    "quote": _t("Quotes"),
    "drawing": _t("Drawings"),
}


def kind_name(kind: str) -> str:
    """One of a kind: "Screenshot"."""
    return _tr(_ONE.get(kind, kind))


def kinds_name(kind: str) -> str:
    """All of a kind: "Screenshots"."""
    return _tr(_MANY.get(kind, kind))


def counted_kind(kind: str, count: int) -> str:
    """As a filter has it: "Screenshots 214"."""
    return _tr("{0} {1}").format(kinds_name(kind), number(count))


def kind_words(kind: str, probability: float | None) -> str:
    """A picture's kind, and how sure that is: "Screenshot · sure", "Screenshot · 73%"."""
    if probability is None:
        return kind_name(kind)
    sure = _tr("sure") if probability >= SURE else percent(probability)
    return f"{kind_name(kind)} · {sure}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("kind_names", text)
