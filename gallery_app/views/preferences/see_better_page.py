"""SeeBetterPage: better networks to look with: what is in use, the packs that are there, and adding one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from engine.core.records import Progress
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import backbones
from engine.embedding.packs.report import BegunReport, PackReport
from engine.embedding.packs.shelf import PREFIX
from gallery_app.base import motion
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.program.pack_words import begun_line, offer_lines, pack_line
from gallery_app.state.packs.packs import Packs
from gallery_app.state.packs.switching import Switching
from gallery_app.state.session import Session
from gallery_app.views.preferences.in_use import InUse
from gallery_app.views.preferences.pack_row import PackRow
from gallery_app.views.preferences.page import Page
from gallery_app.widgets.accessible.roles import announce
from gallery_app.widgets.dialogs import ask_for_folder, file_dialog
from gallery_app.widgets.labels import button
from gallery_app.widgets.time_left import Remaining, duration

BYTES = ("model-pack", "model-pack-remove")  # stages that count bytes


class SeeBetterPage(Page):
    """Nothing is fetched before its size and licence were told, and a button was pressed."""

    def __init__(self, session: Session, packs: Packs, switching: Switching) -> None:
        super().__init__(self.tr("See better"))
        self._session, self._packs, self._switching = session, packs, switching
        self._remaining = Remaining()
        self.form.setVerticalSpacing(8)
        self.in_use = InUse(session, packs, switching)
        self.form.addRow(self.in_use)
        self.section(self.tr("MODEL PACKS"))
        self.none = self.wide_note(
            self.tr("A model pack is a better network to look with. It is added once, and works without a network.")
        )
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._list = QWidget()
        self._list.setLayout(self._rows)
        self.form.addRow(self._list)
        self.rows: dict[str, PackRow] = {}
        self.section(self.tr("ADD ONE"))
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("Address, folder or zip file"))
        self.place.setAccessibleName(self.tr("Where the model pack is"))
        self.look = button(self.tr("Look"))
        self.choose, self.choose_folder = button(self.tr("File…")), button(self.tr("Folder…"))
        self._place_row = self._row(self.look, self.choose, self.choose_folder, field=self.place)
        self.where = self.wide_note(
            self.tr(
                "The exports of CLIP and SigLIP 2 that the Immich project publishes on Hugging Face are read as they "
                "are, and so are ONNX exports of DINOv2: give the address of one's page. Photoloom asks nobody before."
            )
        )
        self.offer = self.wide_note("", "")
        self.bar = self._bar()
        self.numbers = self.wide_note("", "muted")
        self.problem = self.wide_note("", "danger")
        self.add, self.leave, self.stop = button("", "primary"), button(self.tr("No")), button(self.tr("Stop"))
        self._offer_row = self._row(self.add, self.leave, self.stop)
        self._connect()
        self._refresh()

    def begin(self) -> None:
        """The page is seen: find out which packs there are."""
        if self._packs.report is None:
            self._packs.look_again()

    def _connect(self) -> None:
        packs = self._packs
        self.look.clicked.connect(self._look)
        self.place.returnPressed.connect(self._look)
        self.place.textChanged.connect(self._enable)
        self.choose.clicked.connect(self._choose_file)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.add.clicked.connect(packs.add)
        self.leave.clicked.connect(packs.forget_offer)
        self.stop.clicked.connect(packs.stop)
        packs.changed.connect(self._refresh)
        packs.progressed.connect(self._fetched)
        self._switching.changed.connect(self._refresh_use)
        self._session.changed.connect(self._session_changed)

    def _bar(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Progress"))
        bar.setRange(0, 1000)
        self.form.addRow(bar)
        return bar

    def _row(self, *parts: QWidget, field: QWidget | None = None) -> QWidget:
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        if field is not None:
            row.addWidget(field, 1)
        for part in parts:
            row.addWidget(part)
        if field is None:
            row.addStretch(1)
        widget = QWidget()
        widget.setLayout(row)
        self.form.addRow(widget)
        return widget

    # Where packs come from

    def _look(self) -> None:
        if self.place.text().strip():
            self._packs.look_at(self.place.text())

    def _choose_file(self) -> None:
        dialog = file_dialog(self, self.tr("Choose a model pack"))
        dialog.setNameFilters([self.tr("Model packs (*.zip pack.json)")])
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _choose_folder(self) -> None:
        self._chosen(ask_for_folder(self, self.tr("Choose the folder of a model pack")))

    def _chosen(self, place: str) -> None:
        if place:
            self.place.setText(place)
            self._look()

    # What is shown

    def _session_changed(self, *_what: object) -> None:
        self._refresh_use()

    def _refresh(self) -> None:
        packs = self._packs
        report = packs.report
        self._fill([] if report is None else list(report.packs), [] if report is None else list(report.begun))
        self.none.setVisible(not self.rows)
        self.offer.setText("\n".join(offer_lines(packs.offer)) if packs.offer is not None else "")
        self.offer.setVisible(packs.offer is not None and packs.doing != "adding")
        if packs.offer is not None:
            self.add.setText(self.tr("Add it ({0})").format(size_words(packs.offer.size)))
        works = packs.doing in ("adding", "removing", "looking")
        self.add.setVisible(packs.offer is not None and not works)
        self.leave.setVisible(packs.offer is not None and not works)
        self.stop.setVisible(works)
        self._offer_row.setVisible(works or packs.offer is not None)
        self.bar.setVisible(works)
        self.bar.setRange(0, int(motion.is_reduced()))
        doing = {"adding": self.tr("Starting…"), "removing": self.tr("Removing…"), "looking": self.tr("Looking…")}
        self.numbers.setText(doing.get(packs.doing, ""))
        self.numbers.setVisible(works)
        stopped = self.tr("It was stopped; what has been fetched is kept.") if packs.stopped else ""
        self.problem.setText(packs.problem or stopped)
        self.problem.setVisible(bool(self.problem.text()) and not works)
        announce(self.problem, packs.problem)
        self._refresh_use()
        self.grown.emit()

    def _fill(self, packs: list[PackReport], begun: list[BegunReport]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        if packs:  # the way back
            ours = backbones.get(DEFAULT_BACKBONE)
            row = PackRow(of_engine(ours.label), of_engine(ours.help), self.tr("Look with it"), DEFAULT_BACKBONE)
            self._put("", row)
        for pack in packs:
            row = PackRow(pack.name, pack_line(pack), self.tr("Look with it"), PREFIX + pack.name)
            self._put(pack.name, row)
        for one in begun:
            if not (self._packs.doing == "adding" and self._packs.name == one.name):
                row = PackRow(one.name, begun_line(one), self.tr("Go on"))
                row.used.connect(lambda one=one: self._packs.go_on(one))
                self._put(one.name, row)
        self._list.setVisible(bool(self.rows))

    def _put(self, name: str, row: PackRow) -> None:
        library = self._session.library
        place = "" if library is None else str(library.folder)
        row.removed.connect(lambda: self._packs.remove(name, place))
        row.remove.setVisible(bool(name))
        if row.backbone:
            row.used.connect(lambda: self._switching.use(row.backbone))
        self._rows.addWidget(row)
        self.rows[name] = row

    def _refresh_use(self) -> None:
        self.in_use.refresh()
        self._enable()
        self.grown.emit()

    def _enable(self, *_: object) -> None:
        idle = not self._packs.doing
        self.look.setEnabled(idle and bool(self.place.text().strip()))
        for part in (self.choose, self.choose_folder, self.place):
            part.setEnabled(idle)
        coming = "" if self._switching.problem else self._switching.wanted
        why = self.tr("Your photos are sorted by what it sees: look with another first")
        for row in self.rows.values():
            if row.backbone:
                in_use = bool(self.in_use.key) and self.in_use.network == row.backbone
                row.use.setText(self.tr("In use") if in_use and not coming else self.tr("Look with it"))
                free = row.backbone != coming and not in_use
                row.set_state(use=free and self._session.can_work, remove=free and idle, why="" if free else why)
            else:
                row.set_state(use=idle, remove=idle)

    def _fetched(self, progress: Progress) -> None:
        if self._packs.doing not in ("adding", "removing"):
            return
        self.bar.setRange(0, 1000 if progress.total else int(motion.is_reduced()))  # bytes are too many for an int
        self.bar.setValue(round(1000 * progress.done / progress.total) if progress.total else 0)
        if progress.stage not in BYTES:
            self.bar.setRange(0, int(motion.is_reduced()))
            self.numbers.setText(self.tr("Trying it out…"))
            return
        parts = [self.tr("{0} of {1}").format(size_words(progress.done), size_words(progress.total))]
        left = self._remaining.seconds(progress)
        if left is not None and left >= 1:
            parts.append(self.tr("about {0} left").format(duration(left)))
        self.numbers.setText("  ·  ".join(parts))
