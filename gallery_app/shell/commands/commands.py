"""Commands: the menus and QActions of one window, made from the declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gallery_app.base.actions import Actions, native
from gallery_app.base.icons import icon
from gallery_app.base.plain_tip import plain_tip
from gallery_app.shell.commands.command import RECENT, SEPARATOR, Command, Menu
from gallery_app.shell.commands.menus import MENUS

if TYPE_CHECKING:  # not imported before the first frame
    from gallery_app.models.entries import Entry
    from gallery_app.shell.commands.context import Context
    from gallery_app.shell.workspace import Workspace

# On macOS these stand in the program's own menu.
ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}


class Commands:
    """Menus are there from the first frame; `complete` and `connect` follow with the Workspace."""

    def __init__(self, window: QWidget, bar: QMenuBar, recent: QMenu) -> None:
        self._window, self._recent = window, recent
        self.actions = Actions(window)
        self._menus = [menu.copy() for menu in MENUS]
        self._read_only = False  # the library can only be looked at
        self._incomplete: list[tuple[Menu, QMenu]] = []  # menus with `later`
        for menu in self._menus:
            self._fill(bar.addMenu(menu.translated_title), menu)

    def complete(self) -> None:
        """Add the commands that could not be listed before the first frame."""
        for menu, menu_widget in self._incomplete:
            for command in menu.complete():
                menu_widget.addAction(self._action(command))
        self._incomplete.clear()

    def connect(self, workspace: Workspace) -> None:
        """Connect every command to this workspace."""
        for command, _ in self._with_menu_path():
            self.actions[command.id].triggered.connect(lambda _on=False, run=command.run: run(workspace))

    def enable(self, context: Context) -> None:
        """Enable or disable every command by `context`."""
        sealed, self._read_only = self._read_only is not context.read_only, context.read_only
        for command, _ in self._with_menu_path():
            action = self.actions[command.id]
            on = command.enabled_when(context) and not (command.writes and context.read_only)
            if on is not action.isEnabled() or (sealed and command.writes):
                action.setEnabled(on)
                self._explain(action, command)
        cluster = context.cluster
        self.actions["lock"].setChecked(cluster is not None and cluster.locked)
        self.actions["only"].setChecked(context.only)
        for id_, action in self.actions.items():
            if id_.startswith("kind-"):
                action.setChecked(id_.removeprefix("kind-") in context.kinds)
        person = context.person
        self.actions["hide-person"].setChecked(person is not None and person.hidden)
        self.actions["only-person"].setChecked(context.only_person)

    def entries(self) -> list[Entry]:
        """Every command as an Entry of the palette and the shortcut sheet, in menu order; not those that are hidden."""
        found = self._with_menu_path()
        return [self._entry(command, where) for command, where in found if self.actions[command.id].isVisible()]

    def _with_menu_path(self) -> list[tuple[Command, str]]:
        return [found for menu in self._menus for found in menu.commands()]

    def _entry(self, command: Command, where: str) -> Entry:
        from gallery_app.models.entries import Entry

        action = self.actions[command.id]
        text, keys = action.text().replace("&&", "&"), native(command.shortcut)
        on, help_ = action.isEnabled(), command.translated_help
        needs = "" if on else self._needs(command)
        return Entry(text, where, action.trigger, keys, command.icon, help_, on, needs)

    def _needs(self, command: Command) -> str:
        """What is missing for a command that is disabled."""
        if self._read_only and command.writes:
            return QCoreApplication.translate("commands", "This library can only be looked at: it cannot be written.")
        return command.translated_needs

    def _explain(self, action: QAction, command: Command) -> None:
        """What it does, and what is missing where it cannot be done."""
        help_ = command.translated_help
        action.setStatusTip(help_)
        tip = f"{help_} ({keys})" if (keys := native(command.shortcut)) else help_
        needs = self._needs(command)
        action.setToolTip(plain_tip(tip if action.isEnabled() or not needs else f"{tip}\n{needs}"))

    def _fill(self, menu_widget: QMenu, menu: Menu) -> None:
        menu_widget.setToolTipsVisible(True)  # a disabled command tells what is missing
        for item in menu.items:
            if isinstance(item, Command):
                menu_widget.addAction(self._action(item))
            elif isinstance(item, Menu):
                self._fill(menu_widget.addMenu(item.translated_title), item)
            elif item == SEPARATOR:
                menu_widget.addSeparator()
            else:
                assert item == RECENT
                menu_widget.addMenu(self._recent)
        if menu.later is not None:
            self._incomplete.append((menu, menu_widget))

    def _action(self, command: Command) -> QAction:
        action = QAction(command.translated_text, self._window)
        action.setShortcuts(QKeySequence.listFromString(command.shortcut))
        self._explain(action, command)
        action.setMenuRole(ROLES.get(command.id, QAction.MenuRole.NoRole))  # else Qt guesses by the text
        action.setCheckable(command.checkable or bool(command.group))
        if command.icon:
            action.setIcon(icon(command.icon))
        self.actions.add(command.id, action, command.group)
        return action
