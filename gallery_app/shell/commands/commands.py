"""Commands: the declarations as menus and QActions of one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gallery_app.base.actions import Actions, native
from gallery_app.base.icons import icon
from gallery_app.shell.commands.command import RECENT, SEPARATOR, Command, Menu
from gallery_app.shell.commands.menus import MENUS

if TYPE_CHECKING:  # the first frame does not wait for what only comes into play with the parts
    from gallery_app.models.entries import Entry
    from gallery_app.shell.commands.context import Context
    from gallery_app.shell.workspace import Workspace


class Commands:
    """Menus stand from the first frame on; `complete` and `connect` follow with the parts that do the work."""

    def __init__(self, window: QWidget, bar: QMenuBar, recent: QMenu) -> None:
        self._window, self._recent = window, recent
        self.actions = Actions(window)
        self._menus = [menu.copied() for menu in MENUS]
        self._open_ended: list[tuple[Menu, QMenu]] = []  # to be completed
        for menu in self._menus:
            self._fill(bar.addMenu(menu.shown_title), menu)

    def complete(self) -> None:
        """Add what could not be listed before the first frame."""
        for menu, shown in self._open_ended:
            for command in menu.complete():
                shown.addAction(self._action(command))
        self._open_ended.clear()

    def connect(self, parts: Workspace) -> None:
        """Let every command act on these parts."""
        for command, _ in self._listed():
            self.actions[command.id].triggered.connect(lambda _on=False, run=command.run: run(parts))

    def enable(self, context: Context) -> None:
        """Switch every command on or off by what holds now."""
        for command, _ in self._listed():
            self.actions[command.id].setEnabled(command.enabled_when(context))

    def entries(self) -> list[Entry]:
        """Every command as the palette and the sheet of shortcuts show it, in the order of the menus."""
        return [self._entry(command, where) for command, where in self._listed()]

    def _listed(self) -> list[tuple[Command, str]]:
        return [found for menu in self._menus for found in menu.commands()]

    def _entry(self, command: Command, where: str) -> Entry:
        from gallery_app.models.entries import Entry

        action = self.actions[command.id]
        text, keys = action.text().replace("&&", "&"), native(command.shortcut)
        return Entry(text, where, action.trigger, keys, command.icon, command.shown_help, action.isEnabled())

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        for item in menu.items:
            if isinstance(item, Command):
                shown.addAction(self._action(item))
            elif isinstance(item, Menu):
                self._fill(shown.addMenu(item.shown_title), item)
            elif item == SEPARATOR:
                shown.addSeparator()
            else:
                assert item == RECENT
                shown.addMenu(self._recent)
        if menu.later is not None:
            self._open_ended.append((menu, shown))

    def _action(self, command: Command) -> QAction:
        action = QAction(command.shown_text, self._window)
        action.setShortcuts(QKeySequence.listFromString(command.shortcut))
        action.setStatusTip(command.shown_help)
        keys = native(command.shortcut)
        action.setToolTip(f"{command.shown_help} ({keys})" if keys else command.shown_help)
        action.setCheckable(command.checkable or bool(command.group))
        if command.icon:
            action.setIcon(icon(command.icon))
        self.actions.add(command.id, action, command.group)
        return action
