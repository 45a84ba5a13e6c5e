"""Preferences: the settings dialog; each change applies at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.embedding.backbone import backbones
from gallery_app.base import motion, theme
from gallery_app.base.actions import Actions
from gallery_app.base.settings import SLIDE_SECONDS, AppSettings
from gallery_app.i18n.language import LANGUAGES, of_engine
from gallery_app.state.session import Session
from gallery_app.widgets.fit_screen import available
from gallery_app.widgets.labels import button, label

WIDTH = 520
SIDE = 24


class Preferences(QDialog):
    """Settings that are also in a menu are changed through their command, so that both agree."""

    def __init__(self, session: Session, settings: AppSettings, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._actions = session, settings, actions
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(18)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._section(self.tr("APPEARANCE"))
        themes = [(id_.removeprefix("theme-"), action.text()) for id_, action in actions.group("theme").items()]
        self.theme = self._choice(self.tr("Theme"), themes, settings.theme, self._set_theme)
        sizes = [(str(size), self.tr("{0} %").format(size)) for size in theme.TEXT_SIZES]
        self.text_size = self._choice(self.tr("Text size"), sizes, str(settings.text_size), self._set_text_size)
        self.motion = self._choice(self.tr("Motion"), self._motions(), settings.motion, self._set_motion)
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
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.addStretch(1)
        row.addWidget(done)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 18)
        column.setSpacing(18)
        column.addWidget(self._scrolled(self._form), 1)
        column.addLayout(row)
        self._fit()

    # Parts

    def _scrolled(self, form: QFormLayout) -> QScrollArea:
        """The form, which scrolls where the screen is low or the text large."""
        content, area = QWidget(), QScrollArea()
        form.setContentsMargins(SIDE, 18, SIDE, 4)
        content.setLayout(form)
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content, self._area = content, area
        return area

    def _fit(self) -> None:
        """Fit the size to the text, and to wrapped labels, which Qt counts as one line; but not beyond the screen."""
        room = available(self).size()
        width = min(max(theme.current().in_type(WIDTH), self._content.minimumSizeHint().width()), room.width())
        rest = self._column.minimumSize().height() - self._area.minimumSizeHint().height()
        wanted = QSize(width, self._form.heightForWidth(width) + rest)
        self.setMinimumWidth(width)
        self.resize(wanted.expandedTo(self.size()).boundedTo(room))

    def _motions(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the system says")),
            ("full", self.tr("Glide and fade")),
            ("less", self.tr("Less: changes show at once")),
        ]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)  # once its parts have the font as well

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

    def _set_text_size(self, percent: str) -> None:
        self._settings.text_size = int(percent)
        theme.apply_to_application(self._settings.theme, int(percent))

    def _set_motion(self, name: str) -> None:
        self._settings.motion = name
        motion.set_motion(name)

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
