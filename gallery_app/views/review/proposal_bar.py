"""ProposalBar: shown below the photos while a retrain waits to be taken, or has found nothing to make better."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from engine.edits.flows import Preview
from gallery_app.i18n.numbers import counted
from gallery_app.state.proposals import Proposals
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, IconButton, button, label


class ProposalBar(QFrame):
    """Hidden where there is nothing to say; `preview_wanted` asks for the RetrainPreview, `ask_wanted` for a round."""

    preview_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, proposals: Proposals) -> None:
        super().__init__()
        self.setObjectName("foot")
        set_role(self, Role.Notification)
        self._proposals = proposals
        self.sentence = label(wrap=True)
        self.see = button(self.tr("See what would move"))
        self.see.clicked.connect(self.preview_wanted)
        self.accept = button(self.tr("Take it"))
        self.accept.clicked.connect(proposals.accept)
        self.dismiss = button(self.tr("Leave it"))
        self.dismiss.clicked.connect(proposals.dismiss)
        self.ask = button(self.tr("Ask me"))
        self.ask.clicked.connect(self._ask)
        self.shut = IconButton("close", self.tr("Close this message"))
        self.shut.clicked.connect(proposals.forget_doubt)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("retrain", 18, "text"))
        row.addWidget(self.sentence, 1)
        for part in (self.see, self.accept, self.dismiss, self.ask, self.shut):
            row.addWidget(part)
        self.hide()
        proposals.changed.connect(self._refresh)
        proposals.choice_changed.connect(self._refresh)

    def text(self) -> str:
        return "" if self.isHidden() else self.sentence.text()

    def _refresh(self) -> None:
        proposal, chosen, in_doubt = self._proposals.current, self._proposals.chosen, self._proposals.in_doubt
        for part in (self.see, self.accept, self.dismiss):
            part.setVisible(proposal is not None)
        self.ask.setVisible(bool(in_doubt))
        self.shut.setVisible(in_doubt is not None)
        if proposal is not None and chosen is not None:
            begin = self.tr("Going back: {0}.") if proposal.is_earlier else self.tr("The retrain is ready: {0}.")
            self.sentence.setText(begin.format(self._counted(chosen)))
        elif in_doubt:
            one = self.tr("Nothing would get better: {0} photo is in doubt.")
            many = self.tr("Nothing would get better: {0} photos are in doubt.")
            self.sentence.setText(counted(in_doubt, one, many))
        elif in_doubt is not None:
            self.sentence.setText(self.tr("Nothing would get better."))
        self.setVisible(proposal is not None or in_doubt is not None)

    def _ask(self) -> None:
        self._proposals.forget_doubt()
        self.ask_wanted.emit()

    def _counted(self, preview: Preview) -> str:
        gone, new = len(preview.gone), len(preview.new)
        parts = [counted(preview.moved, self.tr("{0} photo would move"), self.tr("{0} photos would move"))]
        if gone:
            parts.append(counted(gone, self.tr("{0} cluster would go"), self.tr("{0} clusters would go")))
        if new:
            parts.append(counted(new, self.tr("1 would be new"), self.tr("{0} would be new")))
        return ", ".join(parts)
