"""AskedBar: asks once whether faces may be looked for, at the foot of the photos."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from gallery_app.state.people.consent import Consent
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, button, label


class AskedBar(QFrame):
    """Hidden unless there is something to ask."""

    def __init__(self, consent: Consent) -> None:
        super().__init__()
        self.setObjectName("foot")
        set_role(self, Role.Notification)
        self._consent = consent
        self.sentence = label(
            self.tr(
                "Find the people on your photos? Faces are looked for and grouped on this computer; nothing leaves it."
            ),
            wrap=True,
        )
        self.yes, self.no = button(self.tr("Find people"), "primary"), button(self.tr("No"))
        self.no.setToolTip(self.tr("It stays in the People menu"))
        self.yes.clicked.connect(lambda: consent.say(True))
        self.no.clicked.connect(lambda: consent.say(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("people", 18, "text"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.hide()
        consent.changed.connect(lambda: self.setVisible(consent.asking))
