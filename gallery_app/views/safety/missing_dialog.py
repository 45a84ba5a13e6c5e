"""MissingDialog: the missing photos, counted folder by folder, and a button that forgets them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from engine.core.records import Progress
from engine.pipeline.forget import Missing
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.safety.missing_photos import MissingPhotos
from gallery_app.widgets.labels import button, label


class MissingDialog(QDialog):
    """They are counted as it opens. Nothing is forgotten but by its button, which says how many."""

    def __init__(self, parent: QWidget, missing: MissingPhotos) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Missing photos"))
        self._missing = missing
        self.heading, self.detail = label(role="title", wrap=True), label(role="muted", wrap=True)
        self.final = label(
            self.tr(
                "Undo does not bring them back. No file is deleted, and what you said of them is kept: photos that are "
                "found again, by Look for new photos, are where you had put them."
            ),
            "small",
            wrap=True,
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.boxes: dict[int, QCheckBox] = {}
        self._folders = QVBoxLayout()
        self.cancel, self.forget = button(self.tr("Cancel")), button("", "primary")
        self.cancel.clicked.connect(self.reject)
        self.cancel.setDefault(True)
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(lambda: missing.forget(self._chosen()))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        for part in (self.heading, self.bar, self.detail):
            column.addWidget(part)
        column.addLayout(self._folders)
        column.addWidget(self.final)
        column.addLayout(row)
        self.setMinimumWidth(460)
        self.resize(460, 0)
        missing.changed.connect(self._refresh)
        missing.progressed.connect(self._progress)
        missing.forgotten.connect(self.accept)
        self.finished.connect(lambda _result: missing.stop())
        missing.count()
        self._refresh()

    def text(self) -> str:
        return "\n".join([self.heading.text(), self.detail.text(), *(box.text() for box in self.boxes.values())])

    def _found(self) -> list[Missing]:
        return [folder for folder in self._missing.folders or () if folder.count]

    def _chosen(self) -> list[Missing]:
        return [folder for folder in self._found() if self.boxes[folder.root].isChecked()]

    def _progress(self, progress: Progress) -> None:
        self.bar.setMaximum(progress.total)
        self.bar.setValue(progress.done)

    def _refresh(self) -> None:
        missing, found = self._missing, self._found()
        self._list(found)
        total = sum(folder.count for folder in found)
        if missing.problem:
            self.heading.setText(self.tr("The missing photos are not known"))
        elif missing.folders is None:
            self.heading.setText(self.tr("Looking for every photo…"))
        elif not found:
            self.heading.setText(self.tr("No photo is missing"))
        else:
            one, many = self.tr("{0} photo is not where it was"), self.tr("{0} photos are not where they were")
            self.heading.setText(counted(total, one, many))
        self.detail.setText(missing.problem or (self._advice(found) if found else ""))
        self.detail.setVisible(bool(self.detail.text()))
        self.bar.setVisible(missing.busy)
        self.final.setVisible(bool(found))
        self.forget.setVisible(bool(found))
        nothing = missing.folders is not None and not found
        self.cancel.setText(self.tr("Close") if nothing else self.tr("Cancel"))
        self._show_count()

    def event(self, event: QEvent) -> bool:
        """Its words come once it is open, and are polished later still."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        """As tall as its words."""
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height()))

    def _advice(self, found: list[Missing]) -> str:
        if any(folder.away for folder in found):
            return self.tr(
                "Their drive may be unplugged, or the share down: then there is nothing to do, they come back with it."
            )
        return self.tr("They were moved elsewhere or deleted. Forgotten, they are no longer shown.")

    def _list(self, found: list[Missing]) -> None:
        """A box for each folder, so that one whose drive is only away can be left out; those of before stay ticked."""
        if set(self.boxes) == {folder.root for folder in found}:
            return
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for folder in found:
            says = self.tr("{0}: {1} of {2}").format(
                isolated(folder.folder), number(folder.count), number(folder.known)
            )
            box = QCheckBox(says)
            box.setChecked(len(found) == 1 or not folder.away)
            box.toggled.connect(self._show_count)
            self.boxes[folder.root] = box
            self._folders.addWidget(box)

    def _show_count(self) -> None:
        count = sum(folder.count for folder in self._chosen())
        words = counted(count, self.tr("Forget {0} missing photo"), self.tr("Forget {0} missing photos"))
        self.forget.setText(words if count else self.tr("Forget missing photos"))
        self.forget.setEnabled(count > 0 and not self._missing.busy)
