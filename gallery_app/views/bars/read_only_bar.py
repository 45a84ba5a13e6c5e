"""ReadOnlyBar: says that the library can only be looked at, and why; it stays as long as that is so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gallery_app.i18n.bidi import isolated
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, button, label


class ReadOnlyBar(QFrame):
    """Hidden where the library can be written; `again` opens it anew."""

    again = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("foot")
        set_role(self, Role.Notification)
        self._session = session
        self.sentence = label(wrap=True)
        self.look = button(self.tr("Try again"))
        self.look.setToolTip(self.tr("Open the library again, to see whether it can be written now"))
        self.look.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("lock", 18, "text"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.look)
        self.hide()
        session.opened.connect(self._refresh)

    def text(self) -> str:
        return "" if self.isHidden() else self.sentence.text()

    def _refresh(self) -> None:
        library = self._session.library
        if library is not None and library.read_only:
            drive = self.tr("This library can only be looked at: its drive is read-only ({0}). Nothing is changed.")
            rights = self.tr("This library can only be looked at: you may not write to {0}. Nothing is changed.")
            self.sentence.setText(
                (drive if library.drive_is_read_only else rights).format(isolated(str(library.folder)))
            )
        self.setVisible(self._session.read_only)
