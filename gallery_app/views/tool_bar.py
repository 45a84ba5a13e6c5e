"""ToolBar: the folder, the view, how many clusters, the method, Retrain, and the theme."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from engine.records import Changes
from gallery_app.actions import Actions
from gallery_app.session import Session
from gallery_app.widgets.k_control import KControl
from gallery_app.widgets.labels import IconButton, button, label
from gallery_app.widgets.parameter_form import ParameterForm
from gallery_app.widgets.segments import Segments

NARROW = 1060  # pixels, below which words and the slider give way to the controls


class ToolBar(QFrame):
    """`retrain_wanted` carries the words to organise with."""

    retrain_wanted = Signal(object)

    def __init__(self, session: Session, actions: Actions, recent: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._session = session
        self._parameters: dict[str, Any] = {}
        self._folder = IconButton("folder", self.tr("Folder"))
        self._folder.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._folder.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._folder.setMenu(recent)
        self._folder.setMaximumWidth(220)
        self.k = KControl()
        self.k.chosen.connect(lambda _k: self._retrain())
        self.method = QComboBox()
        self.method.setAccessibleName(self.tr("Method"))
        self.method.setMinimumWidth(120)
        self.method.activated.connect(self._method_chosen)
        self._advanced = _Advanced(self)
        self._advanced.accepted.connect(self._take_parameters)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self._folder)
        self._views = Segments([actions[f"view-{v}"] for v in ("photos", "map", "both")], self.tr("View"))
        row.addWidget(self._views)
        row.addWidget(_tool(actions, "undo"))
        row.addWidget(_tool(actions, "redo"))
        row.addStretch(1)
        row.addWidget(self.k)
        row.addSpacing(6)
        row.addWidget(self.method)
        row.addWidget(self._retrain_button(actions))
        row.addSpacing(4)
        row.addWidget(self._theme_button(actions))
        session.opened.connect(self._opened)
        session.changed.connect(self._refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._views.set_compact(self.width() < NARROW)
        self.k.set_compact(self.width() < NARROW)
        super().resizeEvent(event)

    def _retrain_button(self, actions: Actions) -> QWidget:
        both = QFrame()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        retrain = _tool(actions, "retrain")
        retrain.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold = IconButton("parameters", self.tr("Advanced parameters of the method"))
        self._fold.clicked.connect(self._unfold)
        row.addWidget(retrain)
        row.addWidget(self._fold)
        return both

    def _theme_button(self, actions: Actions) -> QWidget:
        themes = IconButton("system", self.tr("Light or dark"))
        menu = QMenu(themes)
        for name in ("theme-system", "theme-light", "theme-dark"):
            menu.addAction(actions[name])
        themes.setMenu(menu)
        themes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return themes

    def words(self) -> dict[str, Any]:
        """What the controls ask for."""
        method = self.method.currentData() or "dec"
        kept = {"k": self.k.value, "method": method, "parameters": self._parameters.get(method, {})}
        return {**self._session.words, **kept}

    def _opened(self) -> None:
        if self.method.count() == 0:
            from engine.clustering.method import methods

            for name in methods.names():
                owner = methods.get(name)
                self.method.addItem(owner.label, name)
                self.method.setItemData(self.method.count() - 1, owner.help, Qt.ItemDataRole.ToolTipRole)
        self._parameters = {}
        folder = self._session.folder
        self._folder.setText(f" {folder.name}" if folder else self.tr("Folder"))
        self._folder.setToolTip(str(folder) if folder else "")

    def _refresh(self, changes: Changes, _origin: object) -> None:
        gallery, words = self._session.gallery, self._session.words
        asked = words.get("k", "auto")
        auto = asked in ("auto", None)
        k = len(gallery.clusters) if auto else int(asked)
        method = words.get("method", "dec")
        self._parameters[method] = words.get("parameters", {})
        self.method.setCurrentIndex(max(0, self.method.findData(method)))
        least = sum(c.anchor for c in gallery.clusters)
        ready = bool(gallery.clusters) and not self._session.away
        for part in (self.k, self.method, self._fold):  # what is being trained can be asked for anew
            part.setEnabled(ready)
        if gallery.clusters:
            self.k.show_state(max(1, k), auto, len(gallery), least)
        else:
            self.k.show_nothing()

    def _method_chosen(self) -> None:
        if self.method.currentData() != self._session.words.get("method", "dec"):
            self._retrain()

    def _retrain(self) -> None:
        self.retrain_wanted.emit(self.words())

    def _unfold(self) -> None:
        from engine.clustering.method import methods

        name = self.method.currentData()
        self._advanced.show_method(methods.get(name), self._parameters.get(name, {}))
        corner = self._fold.mapToGlobal(QPoint(self._fold.width(), self._fold.height() + 6))
        self._advanced.move(corner - QPoint(self._advanced.width(), 0))
        self._advanced.show()

    def _take_parameters(self) -> None:
        self._parameters[self.method.currentData()] = self._advanced.form.values()
        self._retrain()


class _Advanced(QFrame):
    """The fold under Retrain: every parameter of the method, each with its sentence."""

    accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setFixedSize(480, 520)
        self._title = label(role="title")
        self._help = label(role="muted", wrap=True)
        self.form = ParameterForm()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reset = button(self.tr("Defaults"))
        reset.clicked.connect(lambda: self.form.show_owner(self._owner, {}))
        retrain = button(self.tr("Retrain"), "primary")
        retrain.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.addWidget(reset)
        row.addStretch()
        row.addWidget(retrain)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        for widget in (self._title, self._help):
            column.addWidget(widget)
        column.addWidget(area, 1)
        column.addLayout(row)

    def show_method(self, owner: type[Any], values: dict[str, Any]) -> None:
        self._owner = owner
        self._title.setText(owner.label)
        self._help.setText(owner.help)
        self.form.show_owner(owner, values)

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()


def _tool(actions: Actions, id_: str) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(actions[id_])
    made.setIconSize(QSize(18, 18))
    made.setAccessibleName(actions[id_].text())
    return made
