"""The language of the window: its own translations, and Qt's for what Qt says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from engine.assets import resource

LANGUAGES = {"system": "", "en": "English", "fr": "Français"}  # each by its own name, as its speakers look for it


def install(app: QApplication, language: str) -> None:
    """Speak `language` (of LANGUAGES) from here on; windows that stand already keep theirs."""
    locale = QLocale() if language == "system" else QLocale(language)
    if language != "system":
        QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    places = (str(resource("translations")), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, place in zip(("photoloom", "qtbase"), places, strict=True):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", place):
            app.installTranslator(translator)


def of_engine(text: str) -> str:
    """A label or a sentence of help that the engine gives its methods, networks and parameters."""
    return QCoreApplication.translate("engine", text)
