"""The language of the window: its own translations, and Qt's for what Qt says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.core.assets import resource
from engine.core.errors import Sentence
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.cluster_names import cluster_name
from gallery_app.i18n.numbers import number

LANGUAGES = {"system": "", "en": "English", "fr": "Français"}  # each by its own name, as its speakers look for it


def install(app: QCoreApplication, language: str) -> None:
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


class _Count(int):
    """Is written as the user's country does, where a template asks for a plain number or one with commas."""

    def __format__(self, asked: str) -> str:
        return number(int(self)) if asked in ("", ",") else super().__format__(asked)


def of_engine(text: str) -> str:
    """A text of the engine's: a label or a sentence of help of a method, a network or a parameter, a template."""
    return QCoreApplication.translate("engine", text)


def translate(sentence: Sentence) -> str:
    """A sentence of the engine in the user's language; in English where nobody has translated it."""
    values = {name: _value(name, value) for name, value in sentence.values.items()}
    return of_engine(sentence.template).format(**values)


def _value(name: str, value: object) -> object:
    if isinstance(value, Sentence):
        return translate(value)
    if isinstance(value, int):
        return _Count(value)
    if isinstance(value, float):
        return value
    return isolated(cluster_name(str(value)) if name == "cluster" else str(value))
