"""Preferences: the settings dialog; each change applies at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.embedding.backbone import backbones
from gallery_app.base.actions import Actions
from gallery_app.base.settings import SLIDE_SECONDS, AppSettings
from gallery_app.i18n.language import LANGUAGES, of_engine
from gallery_app.state.session import Session
from gallery_app.widgets.labels import button, label

WIDTH = 520


class Preferences(QDialog):
    """Settings that are also in a menu are changed through their command, so that both agree."""

    def __init__(self, session: Session, settings: AppSettings, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._actions = session, settings, actions
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.resize(WIDTH, 0)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(18)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._section(self.tr("APPEARANCE"))
        themes = [(id_.removeprefix("theme-"), action.text()) for id_, action in actions.group("theme").items()]
        self.theme = self._choice(self.tr("Theme"), themes, settings.theme, self._set_theme)
        languages = [(name, text or self.tr("Like the system")) for name, text in LANGUAGES.items()]
        self.language = self._choice(self.tr("Language"), languages, settings.language, self._set_language)
        self.restart = self._note(self.tr("Photoloom speaks it from its next start on."))
        self.restart.hide()
        self._section(self.tr("SORTING"))
        networks = [(name, of_engine(backbones.get(name).label)) for name in backbones.names()]
        self.backbone = self._choice(
            self.tr("Network that looks at the photos"), networks, session.backbone, self._set_backbone
        )
        self._backbone_help = self._note("")
        self._show_backbone_help()
        self.preview = self._check(self.tr("Show what a retrain would move before it is taken"), settings.preview)
        self.preview.toggled.connect(self._set_preview)
        self._section(self.tr("SLIDESHOW"))
        times = [(str(n), self.tr("{0} seconds").format(n)) for n in SLIDE_SECONDS]
        now = str(settings.slide_seconds)
        self.seconds = self._choice(self.tr("A photo is shown for"), times, now, self._set_seconds)
        self._section(self.tr("FOLDERS"))
        self.watch = self._check(self.tr("Watch the open folders for new photos"), actions["watch"].isChecked())
        self.watch.clicked.connect(actions["watch"].trigger)
        self.again = self._check(self.tr("Open again at the start what was open last"), settings.flag("again", True))
        self.again.toggled.connect(lambda on: settings.keep_flag("again", on))
        done = button(self.tr("Close"), "primary")
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(18)
        column.addLayout(self._form)
        column.addLayout(row)
        self._fit()

    # Parts

    def _fit(self) -> None:
        """Fit the height to wrapped labels, which Qt counts as one line."""
        self.resize(self.width(), max(self.height(), self._column.heightForWidth(self.width())))

    def _section(self, title: str) -> None:
        heading = label(title, "section")
        heading.setContentsMargins(0, 10 if self._form.rowCount() else 0, 0, 0)
        self._form.addRow(heading)

    def _choice(
        self, title: str, choices: Iterable[tuple[str, str]], now: str, chosen: Callable[[str], None]
    ) -> QComboBox:
        box = QComboBox()
        for name, text in choices:
            box.addItem(text, name)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.setAccessibleName(title)
        box.activated.connect(lambda _index: chosen(box.currentData()))
        self._form.addRow(title, box)
        return box

    def _note(self, text: str) -> QLabel:
        note = label(text, "small", wrap=True)
        self._form.addRow("", note)
        return note

    def _check(self, title: str, on: bool) -> QCheckBox:
        box = QCheckBox(title)
        box.setChecked(on)
        self._form.addRow(box)
        return box

    # What is set

    def _set_theme(self, name: str) -> None:
        self._actions[f"theme-{name}"].trigger()

    def _set_language(self, name: str) -> None:
        self.restart.setVisible(name != self._settings.language or self.restart.isVisible())
        self._settings.language = name
        self._fit()

    def _set_backbone(self, name: str) -> None:
        self._settings.backbone = self._session.backbone = name
        self._show_backbone_help()
        self._fit()

    def _show_backbone_help(self) -> None:
        help_ = of_engine(backbones.get(self._session.backbone).help)
        self._backbone_help.setText(f"{help_} {self.tr('The next retrain looks with it.')}")

    def _set_seconds(self, seconds: str) -> None:
        self._settings.slide_seconds = int(seconds)

    def _set_preview(self, on: bool) -> None:
        self._settings.preview = on
