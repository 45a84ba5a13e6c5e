"""ProposalBar: shown below the photos while a retrain waits to be accepted or discarded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from engine.edits.flows import Preview
from gallery_app.i18n.numbers import counted
from gallery_app.state.proposals import Proposals
from gallery_app.widgets.labels import Drawing, button, label


class ProposalBar(QFrame):
    """Hidden without a proposal; `preview_wanted` asks for the RetrainPreview."""

    preview_wanted = Signal()

    def __init__(self, proposals: Proposals) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._proposals = proposals
        self.sentence = label(wrap=True)
        self.see = button(self.tr("See what would move"))
        self.see.clicked.connect(self.preview_wanted)
        self.accept = button(self.tr("Take it"))
        self.accept.clicked.connect(proposals.accept)
        self.dismiss = button(self.tr("Leave it"))
        self.dismiss.clicked.connect(proposals.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("retrain", 18, "text"))
        row.addWidget(self.sentence, 1)
        for part in (self.see, self.accept, self.dismiss):
            row.addWidget(part)
        self.hide()
        proposals.changed.connect(self._refresh)
        proposals.declined_changed.connect(self._refresh)

    def text(self) -> str:
        return "" if self.isHidden() else self.sentence.text()

    def _refresh(self) -> None:
        proposal = self._proposals.current
        self.setVisible(proposal is not None)
        if proposal is not None:
            begin = self.tr("Going back: {0}.") if proposal.is_earlier else self.tr("The retrain is ready: {0}.")
            self.sentence.setText(begin.format(self._counted(proposal.preview.leaving(self._proposals.declined))))

    def _counted(self, preview: Preview) -> str:
        gone, new = len(preview.gone), len(preview.new)
        parts = [counted(preview.moved, self.tr("{0} photo would move"), self.tr("{0} photos would move"))]
        if gone:
            parts.append(counted(gone, self.tr("{0} cluster would go"), self.tr("{0} clusters would go")))
        if new:
            parts.append(counted(new, self.tr("1 would be new"), self.tr("{0} would be new")))
        return ", ".join(parts)
