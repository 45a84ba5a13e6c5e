"""The context menu of a card. Each line is named by the command that does the same (QAction.objectName)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engine.core.records import Cluster
from engine.edits.clusters import MOST_PARTS
from gallery_app.base.icons import icon
from gallery_app.base.marks import chip
from gallery_app.views.parts.photo_menu import fill_filing_menu, menu_text, seal

if TYPE_CHECKING:
    from gallery_app.views.shelf.cluster_shelf import ClusterShelf


def fill_cluster_menu(menu: QMenu, shelf: ClusterShelf, cluster: Cluster) -> None:
    """Only this one, select its photos; but for Unsure: rename, lock, split, merge; file them away."""
    id_, filters = cluster.id, shelf.session.filters
    only = filters.options.only == id_
    words = _tr("Show all clusters") if only else _tr("Only this cluster")
    _add(menu, "only", "filter", words, lambda: shelf.show_only(None if only else id_))
    _add(menu, "select-cluster", "select-all", _tr("Select its photos"), lambda: shelf.select_photos(id_))
    _add(menu, "review", "check", _tr("Review this pile…"), lambda: shelf.review_wanted.emit(id_))
    if not cluster.unsure:
        _fill_own(menu, shelf, cluster)
    menu.addSeparator()
    fill_filing_menu(menu, shelf.session, filters.files_of(id_))
    seal(menu, shelf.session)


def _fill_own(menu: QMenu, shelf: ClusterShelf, cluster: Cluster) -> None:
    id_ = cluster.id
    menu.addSeparator()
    _add(menu, "rename", "rename", _tr("Rename"), lambda: shelf.rename(id_))
    drawing, verb = ("unlock", _tr("Unlock")) if cluster.locked else ("lock", _tr("Lock"))
    _add(menu, "lock", drawing, verb, lambda: shelf.set_locked(id_, not cluster.locked))
    split = menu.addMenu(icon("split"), _tr("Split into"))
    split.menuAction().setObjectName("split")
    fill_split_menu(split, shelf, cluster)
    into = menu.addMenu(icon("merge"), _tr("Merge into"))
    into.menuAction().setObjectName("merge")
    for other in shelf.session.gallery.clusters:
        if other.id != id_ and not other.unsure:
            action = QAction(chip(shelf.session.mark(other.id)), menu_text(other.name), into)
            action.triggered.connect(lambda _on=False, to=other.id: shelf.merge(id_, to))
            into.addAction(action)
    into.setEnabled(not into.isEmpty())
    _add(menu, "rule", "history", _tr("Action of its own…"), lambda: shelf.rule_wanted.emit(id_))


def fill_split_menu(menu: QMenu, shelf: ClusterShelf, cluster: Cluster) -> None:
    """The numbers of parts; the engine clusters the cluster's photos, Undo merges them again."""
    session = shelf.session
    menu.setEnabled(cluster.members > 1 and not session.busy and session.can_work)
    choices = split_choices(cluster)
    for parts, words in choices:
        action = menu.addAction(words)
        action.triggered.connect(lambda _on=False, parts=parts: session.split(cluster.id, parts))
        if parts is None:
            menu.addSeparator()


def split_choices(cluster: Cluster) -> list[tuple[int | None, str]]:
    """Into how many a cluster can be split, with the words for it; None: as many as there are."""
    numbers = range(2, min(MOST_PARTS, cluster.members) + 1)
    return [(None, _tr("As many as there are")), *((n, _tr("{0} clusters").format(n)) for n in numbers)]


def _add(menu: QMenu, command: str, drawing: str, words: str, run: Callable[[], object]) -> None:
    menu.addAction(icon(drawing), words, run).setObjectName(command)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cluster_menu", text)
