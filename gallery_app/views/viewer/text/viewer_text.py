"""ViewerText: the text of the viewed photo, over it; its keys, and what the search found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from engine.core.records import PictureText
from gallery_app.state.session import Session
from gallery_app.state.understanding.found_text import found_in
from gallery_app.views.viewer.text.text_layer import TextLayer

if TYPE_CHECKING:
    from gallery_app.views.viewer.viewer import Viewer

Key = QKeySequence.StandardKey


class ViewerText:
    """Ctrl-A selects all of the text and Ctrl-C copies what is selected, where there is any; Escape lets go of it."""

    def __init__(self, viewer: Viewer, session: Session) -> None:
        self._viewer, self._session = viewer, session
        self.layer = TextLayer(viewer.canvas)
        session.understood.connect(viewer.describe)
        session.filters.changed.connect(lambda _origin: self.refresh())

    def of_photo(self) -> PictureText:
        """What is written in the viewed photo, as far as it is known."""
        gallery, file = self._session.gallery, self._viewer.file
        if file is None or file not in gallery.row_of or self._viewer.slideshow.running:
            return PictureText()
        return gallery.understood.texts.get(gallery.files[gallery.row_of[file]].digest or "", PictureText())

    def refresh(self) -> None:
        text = self.of_photo()
        self.layer.show_text(text, found_in(text, self._session.filters.options.query))

    def words(self) -> str:
        """What a screen reader says of it after the photo itself."""
        words = self.layer.words()
        return "" if not words else f". {self.layer.accessibleName()}: {words}"

    def takes(self, event: QEvent) -> bool:
        """Whether a key is for the text, and not a command's shortcut."""
        if not isinstance(event, QKeyEvent) or not self.layer.on or not self.layer.text.lines:
            return False
        return event.matches(Key.SelectAll) or (event.matches(Key.Copy) and bool(self.layer.selected_text()))

    def take_key(self, event: QKeyEvent) -> bool:
        if self.takes(event):
            self.layer.select_all() if event.matches(Key.SelectAll) else self.layer.copy()
            return True
        return event.key() == Qt.Key.Key_Escape and self.layer.leave()
