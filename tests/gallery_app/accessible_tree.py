"""The accessible tree of a window, walked in this process as a screen reader walks it from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

Role, Text = QAccessible.Role, QAccessible.Text
MEANINGLESS = {Role.NoRole, Role.Client, Role.Whitespace, Role.Border}
ITEMS = 40  # children of one parent that are walked at most


@dataclass(frozen=True)
class Node:
    """One accessible object, as it says what it is."""

    depth: int
    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    visible: bool
    thing: QObject | None
    interface: QAccessibleInterface

    @property
    def shown_text(self) -> str:
        """The text that is to be seen on it."""
        if isinstance(self.thing, QLabel | QAbstractButton):
            return plain(self.thing.text())
        return ""

    def __str__(self) -> str:
        kind = "" if self.thing is None else f" [{type(self.thing).__name__} {self.thing.objectName()}]"
        return f"{'  ' * self.depth}{self.role.name} '{self.name}' ({self.description}){kind}"


def tree(widget: QWidget) -> list[Node]:
    """What is visible of a widget and everything in it, from outside in."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return [node for node in _walk(found, 0) if node.visible]


def _walk(one: QAccessibleInterface, depth: int) -> Iterator[Node]:
    state = one.state()
    visible = not state.invisible
    yield Node(
        depth, one.role(), one.text(Text.Name), one.text(Text.Description), bool(state.focusable), visible,
        one.object(), one,
    )  # fmt: skip
    if visible:
        for at in range(min(one.childCount(), ITEMS)):
            child = one.child(at)
            if child is not None and child.isValid():
                yield from _walk(child, depth + 1)


def faults(nodes: list[Node]) -> list[str]:
    """What somebody who hears the window instead of seeing it would not learn, or would hear wrong."""
    found = []
    for node in nodes:
        if node.focusable and not node.name.strip() and not _is_inner(node):
            found.append(f"no name: {node}")
        if node.focusable and node.role in MEANINGLESS and not _is_inner(node):
            found.append(f"no role: {node}")
        if node.shown_text and node.shown_text.casefold() not in plain(node.name).casefold():
            found.append(f"the name hides '{node.shown_text}': {node}")
    return found


def _is_inner(node: Node) -> bool:
    """Parts of Qt's own widgets, which pass the focus on to the whole."""
    thing = node.thing
    parent = thing.parent() if thing is not None else None
    return thing is not None and (
        thing.objectName().startswith("qt_") or (parent is not None and parent.metaObject().className() == "QComboBox")
    )


def plain(text: str) -> str:
    """The words of a text, without marks for shortcuts and directions."""
    unmarked = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return " ".join(word.strip(".,:;…\u2066\u2067\u2068\u2069") for word in unmarked.split())
