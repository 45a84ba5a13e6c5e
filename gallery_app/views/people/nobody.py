"""Nobody: what stands on the shelf of persons while there are none: why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gallery_app.state.people.consent import Consent
from gallery_app.state.session import Session
from gallery_app.widgets.labels import Drawing, button, label


class Nobody(QWidget):
    def __init__(self, consent: Consent, session: Session) -> None:
        super().__init__()
        self._consent, self._session = consent, session
        self.sentence = label(role="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.look = button(self.tr("Find people"), "primary")
        self.look.clicked.connect(lambda: consent.say(True))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 24, 18, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Drawing("people", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        consent.changed.connect(self._refresh)
        session.changed.connect(lambda _changes, _origin: self._refresh())
        self._refresh()

    def _refresh(self) -> None:
        agreed = bool(self._consent.answer)
        if agreed:
            words = self.tr("No people were found yet. Faces are looked for while nothing else is being done.")
        else:
            words = self.tr(
                "Photoloom can find the people on your photos. Faces are looked for and grouped on this computer; "
                "nothing leaves it."
            )
        self.sentence.setText(words)
        self.look.setVisible(not agreed)
        self.look.setEnabled(self._session.can_work)
