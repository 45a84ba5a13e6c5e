"""InUse: which network looks at the photos, and how far another has come that is to take its place."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from engine.core.records import Progress
from engine.embedding.packs.shelf import PREFIX
from gallery_app.base import motion
from gallery_app.i18n.numbers import number
from gallery_app.i18n.program.pack_words import network_label, network_name, network_of
from gallery_app.state.packs.packs import Packs
from gallery_app.state.packs.switching import Switching
from gallery_app.state.session import Session
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.time_left import Remaining, duration


class InUse(QWidget):
    """It is empty without a library, and says only what is in use where nothing is to take its place."""

    def __init__(self, session: Session, packs: Packs, switching: Switching) -> None:
        super().__init__()
        self._session, self._packs, self._switching, self._remaining = session, packs, switching, Remaining()
        self.used = label("", "title", wrap=True)
        self.state = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.looked = label("", "muted")
        self.give_up = button(self.tr("Stop"))
        self.give_up.clicked.connect(lambda: switching.give_up(self.network))
        last = QHBoxLayout()
        last.addWidget(self.give_up)
        last.addWidget(self.looked, 1)
        last.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.used, self.state, self.bar):
            column.addWidget(part)
        column.addLayout(last)
        self.refresh()

    @property
    def key(self) -> str:
        """That of the vectors which the photos are sorted by, "" for none."""
        made = self._session.gallery.clustering
        return "" if made is None else made.backbone

    @property
    def network(self) -> str:
        """The network in use, as `open_backbone` calls it."""
        pack = self._packs.pack_of(self.key)
        return network_of(self.key) if pack is None else PREFIX + pack.name

    def refresh(self) -> None:
        key, wanted, problem = self.key, self._switching.wanted, self._switching.problem
        name = network_name(key, self._packs.pack_of(key)) if key else ""
        self.used.setText(self.tr("{0} looks at your photos").format(name))
        coming = self.tr("{0} looks at them now. Your photos stay as they are sorted until it is done.")
        self.state.setText(problem or coming.format(network_label(wanted)))
        for part, on in (
            (self.used, bool(key)),
            (self.state, bool(wanted)),
            (self.bar, bool(wanted) and not problem),
            (self.give_up, bool(wanted)),
        ):
            part.setVisible(on)
        self.setVisible(bool(key or wanted))
        self._show_progress(self._switching.progress if wanted else None)

    def _show_progress(self, progress: Progress | None) -> None:
        if progress is None or not progress.total:
            self.looked.setVisible(False)
            self.bar.setRange(0, int(motion.is_reduced()))
            return
        self.looked.setVisible(True)
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * progress.done / progress.total))
        parts = [self.tr("{0} of {1}").format(number(progress.done), number(progress.total))]
        left = self._remaining.seconds(progress)
        if left is not None and left >= 1:
            parts.append(self.tr("about {0} left").format(duration(left)))
        self.looked.setText("  ·  ".join(parts))
