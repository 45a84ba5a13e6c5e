"""ClusteringsList: earlier clusterings; a click previews what going back to one would change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from engine.library.catalog.clustering_table import ClusteringSummary
from gallery_app.i18n.numbers import counted
from gallery_app.state.proposals import Proposals, creation_time
from gallery_app.widgets.labels import label
from gallery_app.widgets.row_button import RowButton

SIZE = (460, 460)


class ClusteringsList(QDialog):
    """A dialog; it is filled each time it opens."""

    def __init__(self, proposals: Proposals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposals = proposals
        self.setWindowTitle(self.tr("Earlier clusterings"))
        self.resize(*SIZE)
        self.rows: list[RowButton] = []
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows have the keys
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 12, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Earlier clusterings"), "title"))
        column.addWidget(label(self.tr("Choose one to see what going back to it would change."), "muted", wrap=True))
        column.addWidget(area, 1)

    def open_list(self) -> None:
        """Load the clusterings, then open the dialog."""
        self._proposals.kept(self._fill)

    def _fill(self, kept: list[ClusteringSummary], active_id: int | None) -> None:
        from engine.clustering.methods.method import methods

        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows.clear()
        names = {name: methods.get(name).label for name in methods.names()}
        for index, clustering in enumerate(kept):
            clusters = counted(clustering.k, self.tr("{0} cluster"), self.tr("{0} clusters"))
            photos = counted(clustering.photos, self.tr("{0} photo"), self.tr("{0} photos"))
            method = names.get(clustering.method, clustering.method)
            tag = self.tr("stands now") if clustering.id == active_id else ""
            row = RowButton(creation_time(clustering), "  ·  ".join((clusters, photos, method)), tag)
            row.clicked.connect(partial(self._choose, clustering))
            self.rows.append(row)
            self._list.insertWidget(index, row)
        self.open()

    def _choose(self, kept: ClusteringSummary) -> None:
        self.close()
        self._proposals.propose_earlier(kept)
