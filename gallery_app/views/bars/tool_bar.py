"""ToolBar: folder, grouping, undo and redo, search, number of clusters, and Retrain with its method."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.core.records import Changes
from engine.gallery.filtering import GROUPS
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import Organise, Organised
from gallery_app.base import theme
from gallery_app.base.actions import Actions
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.run import Done, Outcome, Run
from gallery_app.i18n.language import of_engine
from gallery_app.state.cluster_order import fit_of
from gallery_app.state.library_access import options_of
from gallery_app.state.session import Session
from gallery_app.views.bars.find_field import FindField
from gallery_app.views.bars.k_curve import CurvePopup
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.fit_screen import available
from gallery_app.widgets.k_control import KControl
from gallery_app.widgets.labels import IconButton, button, label
from gallery_app.widgets.parameter_form import ParameterForm
from gallery_app.widgets.segments import Segments

# The words of groups, then the slider, then the word of Retrain, then the folder's name, which the title has, too.
LEFT_OUT = tuple(tuple(part < left for part in range(4)) for left in range(5))


class ToolBar(QFrame):
    """`retrain_wanted` carries the OrganiseOptions of the controls."""

    retrain_wanted = Signal(object)

    def __init__(self, session: Session, actions: Actions, recent: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._session = session
        self._parameters: dict[str, Any] = {}
        self._chosen: int | str | None = None  # k, or "auto", until there are other clusters: a retrain may get there
        self._standing: Hashable = None
        self._fitted = 0  # pixels: the least width of what is shown
        self._folder = IconButton("folder", self.tr("Folder"))
        self._folder.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._folder.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._folder.setMenu(recent)
        self._folder.setMaximumWidth(220)
        self.k = KControl()
        self.k.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.k.curve_wanted.connect(self._show_curve)
        self.k.chosen.connect(self._choose_k)
        self.curve = CurvePopup(session, self)
        self.curve.chosen.connect(self.k.choose)
        self._advanced = _Advanced(self)
        self.method = self._advanced.method
        self.method.activated.connect(lambda _index: self._show_method())
        self._advanced.accepted.connect(self._take_parameters)
        self.finder = FindField(session, actions["keep-search"])
        self.finder.setMinimumWidth(210)  # words of the others go before it is too short for a search
        self.finder.setMaximumWidth(420)
        self._groups = Segments([actions[f"group-{g}"] for g in GROUPS], self.tr("Group by"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self._folder)
        row.addWidget(self._groups)
        row.addWidget(_tool_button(actions, "undo"))
        row.addWidget(_tool_button(actions, "redo"))
        row.addSpacing(4)
        row.addWidget(self.finder, 3)
        row.addStretch()  # beside a finder that is as wide as it may be
        row.addSpacing(10)
        row.addWidget(self.k)
        self._retrain = self._retrain_button(actions)
        row.addWidget(self._retrain)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._refresh)
        session.jobs.begun.connect(self._on_begun)
        session.writing.connect(self.k.commit)  # store a previewed k before its clusters are edited

    def _fit(self) -> None:
        """Leave out what there is no room for, in this language and at this size of the text."""
        icon, words = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for wordless, narrow, tight, least in LEFT_OUT:
            self._groups.set_compact(wordless)
            self.k.set_compact(narrow)
            self._retrain_tool.setToolButtonStyle(icon if tight else words)
            self._folder.setToolButtonStyle(icon if least else words)
            for part in (self._groups, self.k, self._retrain):
                part.updateGeometry()  # at once: their own layouts tell it later
            self._fitted = self._row.totalMinimumSize().width()
            if self._fitted <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._row.totalMinimumSize().width() != self._fitted:
            self._fit()  # a part has become wider: another folder, a larger font
        return handled

    def _retrain_button(self, actions: Actions) -> QWidget:
        both = QFrame()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._retrain_tool = _tool_button(actions, "retrain")
        self._method_button = IconButton("parameters", self.tr("Method and its parameters"))
        self._method_button.clicked.connect(self._show_parameters)
        row.addWidget(self._retrain_tool)
        row.addWidget(self._method_button)
        return both

    def options(self) -> OrganiseOptions:
        """The options with the chosen method, parameters and number of clusters."""
        options = self._session.options
        method, k = self.method.currentData() or options.method, self.k.value
        parameters = self._parameters.get(method, {})
        return replace(options, k=k if isinstance(k, int) else None, method=method, parameters=parameters)

    def _on_opened(self) -> None:
        if self.method.count() == 0:
            from engine.clustering.methods.method import methods

            for name in methods.names():
                owner = methods.get(name)
                self.method.addItem(of_engine(owner.label), name)
                self.method.setItemData(self.method.count() - 1, of_engine(owner.help), Qt.ItemDataRole.ToolTipRole)
        self._parameters, self._chosen = {}, None
        folder = self._session.folder
        self._folder.setText(f" {folder.name}" if folder else self.tr("Folder"))
        self._folder.setToolTip(plain_tip(str(folder) if folder else ""))

    def _refresh(self, changes: Changes, _origin: object) -> None:
        gallery, options = self._session.gallery, self._session.options
        method = options.method
        self._parameters[method] = options.parameters
        if not self._advanced.isVisible():  # else the user is choosing
            self.method.setCurrentIndex(max(0, self.method.findData(method)))
        ready = bool(gallery.clusters) and self._session.can_work
        for part in (self.k, self._method_button):  # also during a training
            part.setEnabled(ready)
        self._show_k()

    def _show_k(self) -> None:
        """Show how many clusters there are or, until that changes, were chosen."""
        gallery = self._session.gallery
        if self.k.choosing:
            return  # what is shown is a preview
        standing = gallery.cluster_count, fit_of(gallery)
        if standing != self._standing:
            self._standing, self._chosen = standing, None
        if not gallery.clusters:
            self.k.show_nothing()
            return
        chosen = self._chosen or options_of(gallery).k or "auto"
        k = chosen if isinstance(chosen, int) else gallery.cluster_count
        self.k.show_state(max(1, k), chosen == "auto", len(gallery), sum(c.anchor for c in gallery.clusters))

    def _choose_k(self, k: int | str) -> None:
        self._chosen = k

    def _on_begun(self, run: Run) -> None:
        """A training begins, for a number that someone else may have chosen."""
        if isinstance(run.request, Organise) and not run.request.keep:
            self._chosen = run.request.options.k or "auto"
            run.ended.connect(self._on_ended)

    def _on_ended(self, outcome: Outcome) -> None:
        """A training that proposes nothing does not get to the number that was chosen; what it stored is read next."""
        if not isinstance(outcome, Done):
            self.forget_choice()
        elif not isinstance(outcome.result, Organised) or outcome.result.proposed is None:
            self._chosen = None

    def forget_choice(self) -> None:
        """Show how many clusters there are: nothing is on its way to another number."""
        self._chosen = None
        self._show_k()

    def retrain(self) -> None:
        """Ask for a training with what the controls say."""
        self.k.apply()  # now: as the preview hides the control it would replace what is previewed
        self.retrain_wanted.emit(self.options())

    def _show_curve(self) -> None:
        at = self.k.mapToGlobal(QPoint(self.k.width(), self.k.height() + 8))
        self.curve.move(at - QPoint(self.curve.width(), 0))
        self.curve.open_popup()

    def _show_parameters(self) -> None:
        self._show_method()
        corner = self._method_button.mapToGlobal(QPoint(self._method_button.width(), self._method_button.height() + 6))
        self._advanced.move(corner - QPoint(self._advanced.width(), 0))
        self._advanced.show()
        self.method.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_method(self) -> None:
        from engine.clustering.methods.method import methods

        name = self.method.currentData()
        self._advanced.show_method(methods.get(name), self._parameters.get(name, {}))

    def _take_parameters(self) -> None:
        self._parameters[self.method.currentData()] = self._advanced.form.values()
        self.retrain()


class _Advanced(QFrame):
    """The popup below Retrain: the method and its parameters."""

    accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Method and its parameters"))
        set_role(self, Role.Dialog)
        now = theme.current()
        self.setFixedSize(QSize(now.in_type(480), now.in_type(520)).boundedTo(available(parent).size()))
        self.method = QComboBox()
        self.method.setAccessibleName(self.tr("Method"))
        self._help = label(role="muted", wrap=True)
        self.form = ParameterForm()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have the keys
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reset = self._reset = button(self.tr("Defaults"))
        reset.clicked.connect(lambda: self.show_method(self._owner, {}))
        retrain = self._retrain = button(self.tr("Retrain"), "primary")
        retrain.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.addWidget(reset)
        row.addStretch()
        row.addWidget(retrain)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        heading = label(self.tr("METHOD"), "section")
        heading.setBuddy(self.method)  # on Linux the name of a combo box is its text: a reader asks what labels it
        for widget in (heading, self.method, self._help):
            column.addWidget(widget)
        column.addWidget(area, 1)
        column.addLayout(row)

    def show_method(self, owner: type[Any], values: dict[str, Any]) -> None:
        self._owner = owner
        self._help.setText(of_engine(owner.help))
        self.method.setAccessibleDescription(self._help.text())
        self.form.show_owner(owner, values)
        for one, following in pairwise((self.method, *self.form.editors, self._reset, self._retrain)):
            self.setTabOrder(one, following)

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()


def _tool_button(actions: Actions, id_: str) -> QToolButton:
    tool = QToolButton()
    tool.setDefaultAction(actions[id_])
    tool.setIconSize(QSize(18, 18))
    tool.setAccessibleName(actions[id_].text())
    actions[id_].changed.connect(lambda: tool.setAccessibleName(actions[id_].text()))  # "Undo: move 12 photos"
    return tool
