"""PeoplePage: whether faces are looked for in the open library, and the way to have all of them forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from gallery_app.state.people.consent import Consent
from gallery_app.state.session import Session
from gallery_app.views.preferences.page import Page
from gallery_app.widgets.labels import button


class PeoplePage(Page):
    """The answer is of the open library, and lies in it; without one there is nothing to say."""

    forget_wanted = Signal()

    def __init__(self, session: Session, consent: Consent) -> None:
        super().__init__(self.tr("People"))
        self.look = self.check(self.tr("Find people on the photos of this library"), bool(consent.answer))
        self.look.clicked.connect(consent.say)
        self.wide_note(
            self.tr(
                "Faces are looked for and grouped on this computer, while nothing else is being done; nothing leaves "
                "it. What was found stays where this is switched off."
            )
        )
        self.forget = button(self.tr("Forget all faces…"))
        self.forget.clicked.connect(self.forget_wanted)
        row = QHBoxLayout()
        row.addWidget(self.forget)
        row.addStretch(1)
        self.form.addRow(row)
        self.wide_note(self.tr("You see first what would be gone. Your photos stay as they are."))
        open_, at_rest = session.library is not None and not session.read_only, not session.busy
        self.look.setEnabled(open_)
        self.forget.setEnabled(open_ and at_rest)
