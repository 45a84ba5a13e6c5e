"""The pages of the preferences that are a few settings each; what changes applies at once."""

from __future__ import annotations

from engine.embedding.backbone import available, backbones
from engine.embedding.packs.backbone import PackBackbone, is_pack
from engine.embedding.packs.shelf import PREFIX
from gallery_app.base import motion, theme
from gallery_app.base.actions import Actions
from gallery_app.base.settings import SLIDE_SECONDS, AppSettings
from gallery_app.i18n.language import LANGUAGES, of_engine
from gallery_app.state.program.updates import Updates
from gallery_app.state.session import Session
from gallery_app.views.preferences.page import Page


class AppearancePage(Page):
    """Settings that are also in a menu are changed through their command, so that both agree."""

    def __init__(self, settings: AppSettings, actions: Actions) -> None:
        super().__init__(self.tr("Appearance"))
        self._settings, self._actions = settings, actions
        themes = [(id_.removeprefix("theme-"), action.text()) for id_, action in actions.group("theme").items()]
        self.theme = self.choice(self.tr("Theme"), themes, settings.theme, self._set_theme)
        sizes = [(str(size), self.tr("{0} %").format(size)) for size in theme.TEXT_SIZES]
        self.text_size = self.choice(self.tr("Text size"), sizes, str(settings.text_size), self._set_text_size)
        self.motion = self.choice(self.tr("Motion"), self._motions(), settings.motion, self._set_motion)
        languages = [(name, text or self.tr("Like the system")) for name, text in LANGUAGES.items()]
        self.language = self.choice(self.tr("Language"), languages, settings.language, self._set_language)
        self.restart = self.note(self.tr("Photoloom speaks it from its next start on."))
        self.restart.hide()
        self.section(self.tr("SLIDESHOW"))
        times = [(str(n), self.tr("{0} seconds").format(n)) for n in SLIDE_SECONDS]
        now = str(settings.slide_seconds)
        self.seconds = self.choice(self.tr("A photo is shown for"), times, now, self._set_seconds)

    def _motions(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the system says")),
            ("full", self.tr("Glide and fade")),
            ("less", self.tr("Less: changes show at once")),
        ]

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
        self.grown.emit()

    def _set_seconds(self, seconds: str) -> None:
        self._settings.slide_seconds = int(seconds)


class SortingPage(Page):
    def __init__(self, session: Session, settings: AppSettings) -> None:
        super().__init__(self.tr("Sorting"))
        self._session, self._settings = session, settings
        networks = [(name, of_engine(backbones.get(name).label)) for name in available()]
        if is_pack(session.backbone):  # chosen on the page See better
            networks.append((session.backbone, session.backbone.removeprefix(PREFIX)))
        self.backbone = self.choice(
            self.tr("Network that looks at the photos"), networks, session.backbone, self._set_backbone
        )
        self._help = self.note("")
        self._show_help()
        self.preview = self.check(self.tr("Show what a retrain would move before it is taken"), settings.preview)
        self.preview.toggled.connect(self._set_preview)

    def _set_backbone(self, name: str) -> None:
        self._settings.backbone = self._session.backbone = name
        self._show_help()
        self.grown.emit()

    def _show_help(self) -> None:
        chosen = self._session.backbone
        help_ = of_engine((PackBackbone if is_pack(chosen) else backbones.get(chosen)).help)
        self._help.setText(f"{help_} {self.tr('The next retrain looks with it.')}")

    def _set_preview(self, on: bool) -> None:
        self._settings.preview = on


class FoldersPage(Page):
    def __init__(self, settings: AppSettings, actions: Actions) -> None:
        super().__init__(self.tr("Folders"))
        self.watch = self.check(self.tr("Watch the open folders for new photos"), actions["watch"].isChecked())
        self.watch.clicked.connect(actions["watch"].trigger)
        self.again = self.check(self.tr("Open again at the start what was open last"), settings.flag("again", True))
        self.again.toggled.connect(lambda on: settings.keep_flag("again", on))


class UpdatesPage(Page):
    """`what_is_asked` stands there, for this is where the only question of its own is switched on."""

    def __init__(self, updates: Updates, what_is_asked: str) -> None:
        super().__init__(self.tr("Updates"))
        self.weekly = self.check(self.tr("Look for a newer version once a week"), updates.weekly)
        self.weekly.toggled.connect(updates.set_weekly)
        self.wide_note(what_is_asked)
