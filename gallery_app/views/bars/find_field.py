"""FindField: the search field; filters the photos while one types, and keeps searches."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from engine.library.searches import delete_search, save_search, saved_searches
from gallery_app.base.icons import icon
from gallery_app.i18n.people.person_names import person_name
from gallery_app.state.session import Session
from gallery_app.widgets.labels import IconButton

AROUND = 52  # pixels of the field for its frame and its lens
LEAST, LENS = 80, 44  # pixels of the field: alone, and beside a chip
SHORTEST = 28  # pixels: a photo's name on the chip that would be shorter is left out


class FilterChip(QToolButton):
    """Names the photo or cluster that a filter is for; the name is elided, or left out, where it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._name, self._whole = "{0}", "", QSize()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("close"))
        self.setProperty("role", "chip")

    def show_name(self, words: str, name: str) -> None:
        self._words, self._name = words, name.replace("&", "&&")
        self.setText(words.format(self._name))
        self.setAccessibleName(self.text())
        self._whole = super().sizeHint()
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return self._whole if self._whole.isValid() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.iconSize().width() + 8, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self._words.format(self._name))
        room = self.width() - around
        left = room - metrics.horizontalAdvance(self._words.format(""))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, left) if left >= SHORTEST else ""
        self.setText(metrics.elidedText(self._words.format(name).strip(), Qt.TextElideMode.ElideRight, room))


class FindField(QWidget):
    """Edits and follows the session's filters; Enter and Escape emit `left`: the focus goes back to the photos."""

    left = Signal()

    def __init__(self, session: Session, keep: QAction) -> None:
        super().__init__()
        self._session, self._filters, self._keep = session, session.filters, keep
        self._like = FilterChip()
        self._like.setToolTip(self.tr("Show photos that are not like it, too"))
        self._like.clicked.connect(
            lambda: self._filters.set_options(replace(self._filters.options, similar_to=None), self)
        )
        self._like.hide()
        self._only = FilterChip()
        self._only.setToolTip(self.tr("Show the others, too"))
        self._only.clicked.connect(lambda: self._filters.show_only(None, self))
        self._only.hide()
        self.field = QLineEdit()
        self.field.setMinimumWidth(LEAST)
        self.field.setClearButtonEnabled(True)
        glass = QAction(icon("search"), self.tr("Find photos"), self.field)
        glass.triggered.connect(self.focus_field)
        self.field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        for inner in self.field.findChildren(QToolButton):
            inner.setAccessibleName(self.tr("Find photos") if inner.defaultAction() is glass else self.tr("Clear"))
        self.field.setPlaceholderText(self.tr("Find photos"))
        self.field.setAccessibleName(self.tr("Find photos"))
        examples = 'dog beach, receipts 2021, "new york", text:total, shows:cat, -blurry'
        self.field.setToolTip(
            self.tr("What pictures show, what is written in them, people, names, places and dates: {0}").format(
                examples
            )
        )
        self.field.textEdited.connect(lambda query: self._filters.find(query, self))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self._kept = IconButton("star", self.tr("Kept searches"))
        self._kept.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._kept)
        self._kept.setMenu(self._menu)
        self._forget_menu = QMenu(self.tr("Forget a search"), self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part, stretch in ((self._like, 0), (self._only, 0), (self.field, 1), (self._kept, 0)):
            row.addWidget(part, stretch)
        self._filters.changed.connect(self._follow)
        session.opened.connect(self._on_opened)
        self._on_opened()

    def _fit_words(self) -> None:
        """Words that do not fit into the field are left out: the lens says it."""
        words = self.tr("Find photos")
        fits = self.field.width() >= self.fontMetrics().horizontalAdvance(words) + AROUND
        self.field.setPlaceholderText(words if fits else "")

    def focus_field(self) -> None:
        """Ctrl+F: focus the field and select its text."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keep(self) -> None:
        """Keep the current search in this library."""
        query = self._filters.options.query
        if query.strip():
            self._session.query(lambda lib: save_search(lib.catalog, query), self._fill)

    def _on_opened(self) -> None:
        self._fill(())
        self._follow(None)
        self._session.query(lambda library: saved_searches(library.catalog), self._fill)

    def _follow(self, _origin: object) -> None:
        options = self._filters.options
        if self.field.text() != options.query:
            self.field.setText(options.query)
        row = -1 if options.similar_to is None else self._session.gallery.row_of.get(options.similar_to.file, -1)
        self._like.setVisible(options.similar_to is not None)
        only = next((c.name for c in self._session.gallery.clusters if c.id == options.only), None)
        person = self._session.gallery.understood.persons.get(options.person or 0)
        if person is not None and options.group != "people":  # there the shelf and the heading say it
            only = person_name(person.name)
        self._only.setVisible(only is not None)
        chips = only is not None or options.similar_to is not None
        self.field.setMinimumWidth(LENS if chips else LEAST)  # a name is worth more than an empty field
        if only is not None:
            self._only.show_name(self.tr("Only {0}"), only)
        if row >= 0:
            name = self._session.gallery.files[row].path.rpartition("/")[2]
            self._like.show_name(self.tr("Like {0}"), name)

    def _on_text(self, query: str) -> None:
        self._keep.setEnabled(bool(query.strip()))

    def _fill(self, kept: tuple[str, ...]) -> None:
        self._menu.clear()
        self._menu.addAction(self._keep)
        self._menu.addSeparator()
        for query in kept:
            shown = query.replace("&", "&&")
            self._menu.addAction(icon("search"), shown, partial(self._filters.find, query, None))
        if kept:
            self._menu.addMenu(self._forget_menu)
            self._forget_menu.clear()
            for query in kept:
                self._forget_menu.addAction(query.replace("&", "&&"), partial(self._forget_search, query))

    def _forget_search(self, query: str) -> None:
        self._session.query(lambda lib: delete_search(lib.catalog, query), self._fill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_words()
        if event.type() == QEvent.Type.FocusIn:
            self._filters.prepare()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                if self._filters.options.filters:
                    self._filters.clear(None)
                else:
                    self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return False
