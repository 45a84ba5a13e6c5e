"""The context menu of photos: the same in the grid, on the map and in the inspector.

Each line is named by the command that does the same (QAction.objectName).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from engine.edits import Move
from gallery_app.base import desktop
from gallery_app.base.icons import icon
from gallery_app.base.marks import chip
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import number
from gallery_app.state.session import Session
from gallery_app.state.similar import find_similar
from gallery_app.views.parts.people_menu import fill_people_menu

# The lines that change the library, by their commands; those that file photos away need an engine as well.
WRITES = frozenset(
    {"move", "new-cluster", "not-this", "review", "rename", "lock", "split", "merge", "rule", "who-is-it"}
)


def photo_menu(session: Session, origin: QWidget, ids: list[int], opened: Callable[[int], None] | None = None) -> QMenu:
    """The context menu for files, the clicked one first; `opened` adds "Open". It is deleted when it closes."""
    menu = QMenu(origin)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rows = [row for i in ids if (row := session.gallery.row_of.get(i)) is not None]
    if not rows:
        return menu
    first = rows[0]
    if opened is not None:
        menu.addAction(icon("expand"), _tr("Open"), lambda: opened(ids[0])).setObjectName("open-photo")
        menu.addSeparator()
    move = menu.addMenu(icon("move-to"), _tr("Move to"))
    move.menuAction().setObjectName("move")
    fill_move_menu(move, session, origin, ids)
    made = menu.addAction(icon("add"), _tr("New cluster"), lambda: session.new_cluster(ids, origin))
    made.setObjectName("new-cluster")
    cluster = session.gallery.cluster_of(first)
    if cluster is not None and not cluster.unsure and len(session.gallery.clusters) > 1:
        members = [i for i, row in zip(ids, rows, strict=False) if session.gallery.cluster_of(row) == cluster]
        menu.addAction(
            icon("not-this"),
            _tr("Not {name}").format(name=menu_text(cluster.name)),
            lambda: session.reject(members, origin),
        ).setObjectName("not-this")
    fill_people_menu(menu, session, origin, ids)
    menu.addSeparator()
    fill_filing_menu(menu, session, ids)
    menu.addSeparator()
    if session.gallery.clusters:
        similar = menu.addAction(icon("similar"), _tr("Find similar"), lambda: find_similar(session, ids[0], origin))
        similar.setObjectName("find-like")
    path = session.photo_path(first)
    menu.addAction(icon("reveal"), _tr("Reveal in file manager"), lambda: desktop.reveal(path)).setObjectName("reveal")
    paths = [str(session.photo_path(row)) for row in rows]
    text = _tr("Copy path") if len(paths) == 1 else _tr("Copy {count} paths").format(count=number(len(paths)))
    copy = menu.addAction(icon("copy"), text, lambda: QGuiApplication.clipboard().setText("\n".join(paths)))
    copy.setObjectName("copy-path")
    seal(menu, session)
    return menu


def fill_move_menu(menu: QMenu, session: Session, origin: object, ids: list[int]) -> None:
    """Add an entry for each cluster that moves the files there."""
    gallery = session.gallery
    current_clusters = {c.id for i in ids if i in gallery.row_of and (c := gallery.cluster_of(gallery.row_of[i]))}
    for cluster in (c for c in gallery.clusters if not c.unsure):
        action = menu.addAction(chip(session.mark(cluster.id)), menu_text(cluster.name))
        action.setEnabled(current_clusters != {cluster.id})
        action.triggered.connect(lambda _=False, c=cluster.id: session.edit(Move(ids, c), origin))


def fill_filing_menu(menu: QMenu, session: Session, ids: list[int]) -> None:
    """Add what is done with the files themselves: the plan is shown first."""
    away = menu.addMenu(icon("folder"), _tr("File away"))
    away.menuAction().setObjectName("file-away")
    for action, command, drawing, words in (
        ("move", "file-move", "move-to", _tr("Move to folder…")),
        ("copy", "file-copy", "copy", _tr("Copy to folder…")),
        ("keywords", "file-keywords", "name", _tr("Write keywords…")),
        ("csv", "file-album", "report", _tr("Make album…")),
    ):
        wanted = partial(session.filing_wanted.emit, action, ids)
        away.addAction(icon(drawing), words, wanted).setObjectName(command)
    trash = menu.addAction(icon("trash"), _tr("Delete…"), partial(session.filing_wanted.emit, "trash", ids))
    trash.setObjectName("delete")
    for part in (away.menuAction(), trash):
        part.setEnabled(session.can_work)


def seal(menu: QMenu, session: Session) -> None:
    """Disable what changes a library that can only be looked at."""
    for action in menu.actions():
        if session.read_only and action.objectName() in WRITES:
            action.setEnabled(False)


def menu_text(name: str) -> str:
    """A name as menu text: bidi-isolated, & escaped."""
    return isolated(name).replace("&", "&&")


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_menu", text)
