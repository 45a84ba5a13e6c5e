"""Command and Menu: what a declaration says. Texts are English here, and translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # the menus stand before the parts are imported
    from gallery_app.shell.commands.context import Context
    from gallery_app.shell.workspace import Workspace

SEPARATOR = "separator"
RECENT = "recent"  # the menu of folders that were open before


@dataclass(frozen=True, eq=False)
class Command:
    """`group` names commands of which exactly one is on; `checkable` is on or off by itself.

    `shortcut` may be several, with "; " between them; the first is shown. `context` is where Qt finds the translation.
    """

    id: str
    text: str
    help: str  # one sentence
    run: Callable[[Workspace], object]
    shortcut: str = ""
    icon: str = ""
    enabled_when: Callable[[Context], bool] = lambda _context: True
    group: str = ""
    checkable: bool = False
    context: str = "actions"

    @property
    def shown_text(self) -> str:
        return QCoreApplication.translate(self.context, self.text)

    @property
    def shown_help(self) -> str:
        return QCoreApplication.translate(self.context, self.help)


@dataclass
class Menu:
    """`items` stand in their order; `later` makes those that need what is imported after the first frame."""

    title: str
    items: Sequence[Command | Menu | str] = ()
    later: Callable[[], Sequence[Command]] | None = None

    @property
    def shown_title(self) -> str:
        return QCoreApplication.translate("actions", self.title)

    def copied(self) -> Menu:
        """One to be completed, for one window."""
        return replace(self, items=[item.copied() if isinstance(item, Menu) else item for item in self.items])

    def complete(self) -> Sequence[Command]:
        """Take in what `later` makes, and return it."""
        made = self.later() if self.later is not None else ()
        self.items, self.later = [*self.items, *made], None
        return made

    def commands(self, where: str = "") -> Iterator[tuple[Command, str]]:
        """Its commands and those of the menus below, each with the way there."""
        where = f"{where} › {self.shown_title}" if where else self.shown_title.replace("&", "")
        for item in self.items:
            if isinstance(item, Menu):
                yield from item.commands(where)
            elif isinstance(item, Command):
                yield item, where
