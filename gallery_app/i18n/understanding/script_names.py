"""What is said of text that could not be read: the networks know some scripts, and make nonsense of the others."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.core.records import PictureText


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("script_names", text))


_SCRIPTS = {
    "cyrillic": _t("Cyrillic"),
    "greek": _t("Greek"),
    "arabic": _t("Arabic"),
    "hebrew": _t("Hebrew"),
    "devanagari": _t("Devanagari"),
    "korean": _t("Korean"),
    "thai": _t("Thai"),
}


def unread_words(text: PictureText) -> str:
    """The sentence about what is written in a script that is not read; empty where there is none."""
    if text.unread is None:
        return ""
    script = _SCRIPTS.get(text.unread.casefold())
    if script is None:
        return _tr("There is text in a script that is not read.")
    return _tr("There is text in a script that is not read: {0}.").format(_tr(script))


def _tr(text: str) -> str:
    return QCoreApplication.translate("script_names", text)
