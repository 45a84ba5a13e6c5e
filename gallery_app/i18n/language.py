"""The language of the window: our translations and Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.core.assets import resource
from engine.core.errors import Sentence
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.cluster_names import cluster_name
from gallery_app.i18n.numbers import number

LANGUAGES = {"system": "", "en": "English", "fr": "Français"}  # each by its own name, as its speakers look for it


def install(app: QCoreApplication, language: str) -> None:
    """Use `language` (a key of LANGUAGES) from now on; existing windows keep theirs."""
    locale = QLocale() if language == "system" else QLocale(language)
    if language != "system":
        QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    folders = (str(resource("translations")), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, folder in zip(("photoloom", "qtbase"), folders, strict=True):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)


class _Count(int):
    """An int that is formatted in the user's locale for the format specs "" and ","."""

    def __format__(self, spec: str) -> str:
        return number(int(self)) if spec in ("", ",") else super().__format__(spec)


def of_engine(text: str) -> str:
    """The translation of a text of the engine: a label or help of a method, network or parameter, or a template."""
    return QCoreApplication.translate("engine", text)


def translate(sentence: Sentence) -> str:
    """A sentence of the engine in the user's language; in English where there is no translation."""
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
