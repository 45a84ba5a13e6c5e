"""DevicePage: what computes and why, and the GPU pack: what it costs, how far it is, and the way to be rid of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from engine.core.records import Progress
from gallery_app.base import motion
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import translate
from gallery_app.i18n.program.device_names import device_details, device_line, device_sentence, get_words, pack_sentence
from gallery_app.state.program.device import Device
from gallery_app.state.session import Session
from gallery_app.views.preferences.page import Page
from gallery_app.widgets.accessible.roles import announce
from gallery_app.widgets.labels import button
from gallery_app.widgets.time_left import Remaining, duration

BYTES = ("gpu-pack", "gpu-pack-remove")  # stages that count bytes


class DevicePage(Page):
    """`begin` looks for the first time, which takes some seconds; nothing is fetched or removed without a click."""

    def __init__(self, session: Session, device: Device) -> None:
        super().__init__(self.tr("Device"))
        self._session, self._device, self._remaining = session, device, Remaining()
        self.form.setVerticalSpacing(8)
        self.sentence = self.wide_note("", "title")
        self.name = self.wide_note("", "")
        self.reason = self.wide_note("", "muted")
        self.details = self.wide_note("")
        self._heading = self.section(self.tr("GPU PACK"))
        self.pack = self.wide_note("", "")
        self.source = self.wide_note(
            self.tr(
                "It comes from pypi.org, download.pytorch.org and github.com, which learn what is fetched and the IP "
                "address of this computer, and nothing else. It has a folder of its own, and is removed without a "
                "trace."
            )
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.form.addRow(self.bar)
        self.numbers = self.wide_note("", "muted")
        self.problem = self.wide_note("", "danger")
        self._asked = False  # whether it is to be removed
        self.get, self.stop = button("", "primary"), button(self.tr("Stop"))
        self.remove, self.keep, self.again = button(""), button(self.tr("Keep it")), button(self.tr("Look again"))
        self.get.clicked.connect(device.get_pack)
        self.stop.clicked.connect(device.stop)
        self.remove.clicked.connect(self._remove)
        self.keep.clicked.connect(lambda: self._ask(False))
        self.again.clicked.connect(device.look)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        for part in (self.get, self.stop, self.remove, self.keep):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.again)
        self._row = QWidget()
        self._row.setLayout(row)
        self.form.addRow(self._row)
        device.changed.connect(self._refresh)
        device.progressed.connect(self._progressed)
        session.progress.connect(self._enable)
        self._refresh()

    def begin(self) -> None:
        """The page is seen: find out what computes, unless that is known."""
        if self._device.report is None:
            self._device.look()

    def _remove(self) -> None:
        if not self._asked:
            self._ask(True)
            return
        self._asked = False
        self._session.jobs.restart()  # its process may run from what is to be removed
        self._device.remove_pack()

    def _ask(self, asked: bool) -> None:
        self._asked = asked
        self._refresh()

    def _refresh(self) -> None:
        device, report = self._device, self._device.report
        if device.doing:
            self._asked = False
        if report is None:
            self.sentence.setText(
                self.tr("What computes is not known yet") if not device.doing else self.tr("Looking what computes…")
            )
            lines = ["", "", ""]
        else:
            self.sentence.setText(device_sentence(report))
            lines = [device_line(report), translate(report.reason), device_details(report)]
        for part, text in zip((self.name, self.reason, self.details), lines, strict=True):
            part.setText(text)
            part.setVisible(bool(text))
        self._show_pack()
        self.bar.setVisible(bool(device.doing))
        self.bar.setRange(0, int(motion.is_reduced()))
        self.numbers.setText({"getting": self.tr("Starting…"), "removing": self.tr("Removing…")}.get(device.doing, ""))
        self.numbers.setVisible(bool(self.numbers.text()))
        stopped = self.tr("It was stopped; what has been fetched is kept.") if device.stopped else ""
        self.problem.setText(device.problem or stopped)
        self.problem.setVisible(bool(self.problem.text()) and device.doing in ("", "looking"))
        announce(self.problem, device.problem)
        self._enable()
        self.grown.emit()

    def _show_pack(self) -> None:
        pack, working = self._device.pack, self._device.doing in ("getting", "removing")
        state = "unneeded" if pack is None else pack.state
        said = pack is not None and (state != "unneeded" or pack_sentence(pack) != self.reason.text())
        self._heading.setVisible(said)
        self.pack.setVisible(said)
        offers = get_words(pack) if pack is not None else ""
        if pack is not None:
            self.pack.setText(
                self.tr("Remove the GPU pack? The processor then computes.") if self._asked else pack_sentence(pack)
            )
            self.get.setText(offers)
            taken = self.tr("Remove ({0})").format(size_words(pack.disk))
            self.remove.setText(taken if state == "installed" and not self._asked else self.tr("Remove"))
        self.source.setVisible(bool(offers) and not working)
        self.get.setVisible(bool(offers) and not working and not self._asked)
        self.stop.setVisible(working)
        self.remove.setVisible(state in ("installed", "partial", "broken", "outdated") and not working)
        self.keep.setVisible(self._asked)
        self.again.setVisible(not working and not self._asked)

    def _enable(self, _progress: Progress | None = None) -> None:
        """While the engine at work may be the pack's, it is not taken from under it."""
        idle = not self._device.doing
        self.again.setEnabled(idle)
        self.get.setEnabled(idle)
        self.remove.setEnabled(idle and not self._session.busy)
        busy = self.tr("Wait until the photos are sorted") if self._session.busy else ""
        self.remove.setToolTip(plain_tip(busy))

    def _progressed(self, progress: Progress) -> None:
        if self._device.doing == "looking":
            return
        self.bar.setRange(0, 1000 if progress.total else int(motion.is_reduced()))  # bytes are too many for an int
        self.bar.setValue(round(1000 * progress.done / progress.total) if progress.total else 0)
        if progress.stage not in BYTES:
            self.numbers.setText(self.tr("Trying it out…"))
            return
        parts = [self.tr("{0} of {1}").format(size_words(progress.done), size_words(progress.total))]
        left = self._remaining.seconds(Progress(progress.stage, progress.done, progress.total))
        if left is not None and left >= 1:
            parts.append(self.tr("about {0} left").format(duration(left)))
        self.numbers.setText("  ·  ".join(parts))
