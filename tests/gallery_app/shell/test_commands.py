"""Commands: one declaration each, read by menus, palette, shortcut sheet and enabling."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from engine.core.records import UNSURE, Cluster
from gallery_app.app import Parts
from gallery_app.shell.commands.cluster import CLUSTER
from gallery_app.shell.commands.command import Command
from gallery_app.shell.commands.context import Context
from gallery_app.shell.commands.menus import MENUS

DOGS, STRAYS = Cluster("c1", "Dogs", 5), Cluster(UNSURE, "Unsure", 5)

# Text, shortcuts, and * for what is on or off.
WHOLE = """\
&Folder
  Open folder…  Ctrl+O
  > Recent folders
  Demo gallery
  ---
  Add a folder…
  Look for new photos  F5
  Watch for new photos *
  Pause looking at pictures *
  Forget missing photos…
  Close folder  Ctrl+W
  ---
  Preferences…  Ctrl+,
  Quit  Ctrl+Q
&Edit
  Undo  Ctrl+Z
  Redo  Ctrl+Shift+Z
  History…  Ctrl+H
  ---
  Select all  Ctrl+A
  Select none  Ctrl+Shift+A
  ---
  Find  Ctrl+F
  Find similar  Ctrl+Shift+F
  Keep this search  Ctrl+D
  Show all photos  Ctrl+Shift+X
  Near-identical photos…
  ---
  Move to…  Ctrl+M
  New cluster from selection  Ctrl+Shift+N
  Not this cluster  Ctrl+Backspace
  ---
  Review…  Ctrl+Shift+R
  Mark as kept
  Mark as rejected
  Take the mark away
  Rejected photos…
  Space…
  ---
  File away…  Ctrl+Shift+E
  > File awa&y
    Move to folder…
    Copy to folder…
    Write keywords…  Ctrl+K
    Make album…
  Delete…  Del
  ---
  Open
  Reveal in file manager
  Copy path  Ctrl+Shift+C
  Search the web for this picture…
&Cluster
  Only this cluster  F4 *
  Select its photos
  ---
  Rename cluster  F2
  Lock cluster  Ctrl+L *
  Merge into…  Ctrl+Shift+M
  Split cluster…  Ctrl+Shift+S
  Action of its own…
  ---
  Take over names…
  Ask me…  Ctrl+J
  Retrain  Ctrl+R
  Compare methods…
  Earlier clusterings…
  Stop  Ctrl+.
&People
  Find people
  Who is this?…  Ctrl+Shift+J
  ---
  Only this person *
  Select the photos of a person
  ---
  Name person
  Merge person into…
  Split person
  Hide person *
  Show hidden persons *
  ---
  Not this person
  A stranger
  Not a face
  ---
  Names on faces *
  Mark a face…
  ---
  Forget all faces…
&View
  Photos  Ctrl+1 *
  Map  Ctrl+2 *
  Both  Ctrl+3 *
  ---
  > Group by
    Content  Alt+1 *
    Time  Alt+2 *
    Place  Alt+3 *
    People  Alt+4 *
  > Kinds of pictures
    All kinds
    ---
    Photographs *
    Portraits *
    Groups of people *
    Screenshots *
    Documents *
    Receipts *
    Whiteboards *
    Pictures of code *
    Memes *
    Greetings *
    Quotes *
    Drawings *
  > Time in
    Days *
    Months *
    Years *
  > Order in a cluster
    Typical first *
    Date taken *
    File name *
    File size *
  Square thumbnails *
  Larger  Ctrl++, Ctrl+=
  Smaller  Ctrl+-
  Fit the map  Ctrl+0
  ---
  > Map layout
    Neighbour map *
    t-SNE *
    PCA *
    Self-organising grid *
    Self-organising map *
  Save the map as a picture…
  Lab…
  ---
  Turn the view to the left
  Turn the view to the right
  Filmstrip *
  Facts about the photo *
  Text in the photo *
  Copy the text in the photo
  Slideshow  Shift+F5
  ---
  Next pane  F6
  Previous pane  Shift+F6
  Clusters  F7 *
  Inspector  F8 *
  Training  F9 *
  ---
  > Appearance
    Like the system *
    Light *
    Dark *
    High contrast *
  Full screen  F11 *
&Help
  Find a command…  Ctrl+Shift+P
  Shortcuts  ?, F1
  ---
  Check for updates…
  Save a report…
  Show the log
  ---
  About Photoloom
"""


def lines(menu: QMenu, depth: int = 1) -> Iterator[str]:
    """What stands in a menu and below it."""
    for action in menu.actions():
        below = action.menu()
        keys = ", ".join(keys.toString() for keys in action.shortcuts())
        words = "---" if action.isSeparator() else f"{'> ' if isinstance(below, QMenu) else ''}{action.text()}"
        mark = " *" if action.isCheckable() else ""
        yield "  " * depth + words + (f"  {keys}" if keys else "") + mark
        if isinstance(below, QMenu):
            yield from lines(below, depth + 1)


def menu_bar(parts: Parts) -> list[str]:
    """The whole menu bar, line by line."""
    found = []
    for action in parts.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found += [action.text(), *lines(menu)]
    return found


def test_menus_order_and_shortcuts_are_those_that_users_know(make: Callable[[], Parts]) -> None:
    assert menu_bar(make()) == WHOLE.splitlines()


def test_macos_moves_into_the_programs_menu_what_belongs_there_and_nothing_else(make: Callable[[], Parts]) -> None:
    found, role = {action.text(): action.menuRole() for action in make().window.actions_}, QAction.MenuRole
    named = {text: found.pop(text) for text in ("About Photoloom", "Preferences…", "Quit")}
    assert list(named.values()) == [role.AboutRole, role.PreferencesRole, role.QuitRole]
    assert set(found.values()) == {role.NoRole}


def test_no_two_commands_share_an_id_or_a_shortcut() -> None:
    commands = [command for menu in MENUS for command, _ in menu.commands()]
    keys = [one for command in commands for one in command.shortcut.split("; ") if one]
    assert len({command.id for command in commands}) == len(commands)
    assert len(set(keys)) == len(keys)


def test_a_command_is_one_declaration(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """It stands in menu, palette and shortcut sheet, is enabled by what it says, and runs with the parts."""
    ran: list[object] = []
    toy = Command(
        id="toy",
        text="Toy command",
        help="A sentence about it.",
        shortcut="Ctrl+Alt+T",
        enabled_when=lambda c: c.selection,
        run=ran.append,
    )
    monkeypatch.setattr(CLUSTER, "items", [toy, *CLUSTER.items])
    parts: Parts = request.getfixturevalue("parts")
    before = menu_bar(parts)
    assert before[before.index("&Cluster") + 1] == "  Toy command  Ctrl+Alt+T"
    entry = parts.window.commands.entries()[[e.text for e in parts.window.commands.entries()].index("Toy command")]
    assert (entry.where, entry.shortcut, entry.help) == ("Cluster", "Ctrl+Alt+T", "A sentence about it.")
    parts.window.actions_["palette"].trigger()
    assert "Toy command" in parts.workspace.palette.texts()
    parts.workspace.palette.leave()
    assert ("Toy command", "Ctrl+Alt+T") in dict(parts.workspace.sheet.groups())["Cluster"]
    assert not parts.window.actions_["toy"].isEnabled()
    parts.window.actions_["select-all"].trigger()
    assert parts.window.actions_["toy"].isEnabled()
    QTest.keyClick(parts.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert ran == [parts.workspace]


@pytest.mark.parametrize(
    ("context", "on", "off"),
    [
        (
            Context(),
            {"open", "demo", "about", "report", "updates", "palette"},
            {"close", "undo", "retrain", "stop", "find", "split"},
        ),
        (Context(folder=True), {"close"}, {"rescan", "add-folder"}),
        (
            Context(folder_present=True, photos=True, at_work=True),
            {"retrain", "find"},
            {"copies", "ask", "save-map", "rename", "lock", "merge", "only"},
        ),
        (Context(photos=True, in_viewer=True), {"turn-left", "slideshow", "find"}, {"select-all", "rename"}),
        (
            Context(folder_present=True, clusters=True, at_work=True, cluster=DOGS),
            {"split", "lock"},
            {"find-like", "merge"},
        ),
        (Context(folder_present=True, at_work=True, cluster=DOGS, busy=True), {"stop", "only"}, {"split", "copies"}),
        (Context(at_work=True, cluster=STRAYS, others=True), {"only", "select-cluster"}, {"rename", "lock", "merge"}),
        (Context(at_work=True, only=True), {"only"}, {"select-cluster"}),
        (Context(selection=True, placed=True), set(), {"new-cluster", "not-this", "delete"}),
        (Context(selection=True, at_work=True), {"new-cluster"}, {"not-this", "delete"}),
        (
            Context(folder_present=True, selection=True, placed=True, at_work=True),
            {"new-cluster", "not-this", "delete", "file-away", "file-move"},
            set(),
        ),
        (Context(folder_present=True, at_work=True, cluster=STRAYS), {"delete", "file-keywords", "file-album"}, set()),
        (Context(folder_present=True, at_work=True), set(), {"delete", "file-away"}),
        (Context(folder_present=True, selection=True), set(), {"delete", "file-away"}),
    ],
)
def test_what_can_be_done_follows_from_the_context_alone(context: Context, on: set[str], off: set[str]) -> None:
    enabled = {c.id: c.enabled_when(context) for menu in MENUS for c, _ in menu.commands()}
    assert {id_ for id_ in on | off if enabled[id_]} == on
