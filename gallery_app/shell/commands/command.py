"""Command and Menu: the declarations. Texts are in English here, and translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # menus are built before the parts are imported
    from gallery_app.shell.commands.context import Context
    from gallery_app.shell.workspace import Workspace

SEPARATOR = "separator"
RECENT = "recent"  # the submenu of recent folders


@dataclass(frozen=True, eq=False)
class Command:
    """One command. Of those with the same `group` exactly one is checked; `checkable` toggles by itself.

    `shortcut` may list several, separated by "; "; the first is shown. `context` is Qt's translation context.
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
    needs: str = ""  # one sentence: what is missing while it is disabled
    writes: bool = False  # it changes the library or files: not where that can only be looked at

    @property
    def translated_text(self) -> str:
        return QCoreApplication.translate(self.context, self.text)

    @property
    def translated_help(self) -> str:
        return QCoreApplication.translate(self.context, self.help)

    @property
    def translated_needs(self) -> str:
        return QCoreApplication.translate(self.context, self.needs) if self.needs else ""


@dataclass
class Menu:
    """A menu with `items` in order; `later` makes commands that need imports after the first frame."""

    title: str
    items: Sequence[Command | Menu | str] = ()
    later: Callable[[], Sequence[Command]] | None = None

    @property
    def translated_title(self) -> str:
        return QCoreApplication.translate("actions", self.title)

    def copy(self) -> Menu:
        """A deep copy, for one window to complete."""
        return replace(self, items=[item.copy() if isinstance(item, Menu) else item for item in self.items])

    def complete(self) -> Sequence[Command]:
        """Append the commands of `later`, and return them."""
        made = self.later() if self.later is not None else ()
        self.items, self.later = [*self.items, *made], None
        return made

    def commands(self, where: str = "") -> Iterator[tuple[Command, str]]:
        """All commands, those of submenus too, each with its menu path ("View › Order")."""
        where = f"{where} › {self.translated_title}" if where else self.translated_title.replace("&", "")
        for item in self.items:
            if isinstance(item, Menu):
                yield from item.commands(where)
            elif isinstance(item, Command):
                yield item, where
