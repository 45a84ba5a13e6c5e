"""Pages of the web that search by a picture which is pasted into them, and which of them the user has chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.base.settings import AppSettings

OFFERED = "web_search"  # the keys of the settings
PAGE = "web_search_page"


@dataclass(frozen=True)
class SearchPage:
    """`owner` is who gets the picture; `address` the page that takes one from the clipboard."""

    name: str
    owner: str
    address: str


PAGES = (
    SearchPage("Google Lens", "Google", "https://lens.google.com/"),
    SearchPage("Bing Visual Search", "Microsoft", "https://www.bing.com/visualsearch"),
    SearchPage("TinEye", "Idée Inc.", "https://tineye.com/"),
    SearchPage("Yandex Images", "Yandex", "https://yandex.com/images/"),
)


class WebSearch(QObject):
    """Whether the web may be searched at all, and where; kept in the settings."""

    changed = Signal()

    def __init__(self, settings: AppSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def offered(self) -> bool:
        """False where the user has said never."""
        return self._settings.flag(OFFERED, True)

    def offer(self, on: bool) -> None:
        self._settings.keep_flag(OFFERED, on)
        self.changed.emit()

    @property
    def page(self) -> SearchPage:
        """The one chosen last, at first the first."""
        name = self._settings.word(PAGE)
        return next((page for page in PAGES if page.name == name), PAGES[0])

    def choose(self, name: str) -> None:
        self._settings.keep_word(PAGE, name)
