"""The states of the window around the program itself: about, updates, a report, the device, and the GPU pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from engine.core.errors import Sentence
from engine.core.logs import log_file
from engine.core.records import Progress
from engine.gpu_pack.report import DeviceReport, PackStatus
from gallery_app.app import Parts
from gallery_app.state.program.update_check import RELEASES, Newest
from gallery_app.views.preferences.preferences import Preferences
from gallery_app.views.program.update_dialog import UpdateDialog
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

FAULT = """\
2026-03-30 12:00:00,000 Photoloom 0.1.0 (4711) Unexpected error
Traceback (most recent call last):
  File "{folder}/gallery_app/views/grid/painter.py", line 88, in paint
    picture = self._pictures[key]
              ~~~~~~~~~~~~~~^^^^^
KeyError: '{folder}/Wedding of Anna and Tom/IMG_2041.jpg'
"""
GIGABYTE = 1_000_000_000
# As on a computer with a GPU that this installation cannot use; here there may be none.
OFFERED = PackStatus("offered", "NVIDIA GeForce RTX 4070", int(2.6 * GIGABYTE), int(5.4 * GIGABYTE))
ON_CPU = DeviceReport(
    embeds="cpu",
    trains="cpu",
    name="AMD Ryzen 7 7700X",
    runtime="onnxruntime",
    providers=("CPUExecutionProvider",),
    milliseconds=11.8,
    reason=Sentence("There is an NVIDIA GPU, and this installation's torch is the small build for processors."),
    torch="2.13.0",
    onnxruntime="1.26.0",
    from_pack=False,
    pack=OFFERED,
)
ON_GPU = replace(
    ON_CPU,
    embeds="cuda",
    trains="cuda",
    name="NVIDIA GeForce RTX 4070",
    runtime="torch",
    providers=(),
    milliseconds=0.2,
    reason=Sentence("The GPU pack is installed."),
    from_pack=True,
    pack=replace(OFFERED, state="installed"),
)


def program_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on any page. No server is asked, and nothing is fetched."""
    window, program = parts.window, parts.workspace.program
    actions, updates, device = window.actions_, program.updates, program.device

    def close() -> None:
        for dialog in window.findChildren(QDialog):
            dialog.close()

    def answer() -> None:
        (dialog,) = window.findChildren(UpdateDialog)
        updates.answer = Newest("0.2.0", RELEASES, newer=True)
        updates.changed.emit()
        dialog.go.setFocus()

    def show_device(report: DeviceReport) -> None:
        device.report = report
        if not window.findChildren(Preferences):
            program.preferences("device")
        device.changed.emit()

    def fetch() -> None:
        device.doing = "getting"
        device.changed.emit()
        device.progressed.emit(Progress("gpu-pack", int(2.3 * GIGABYTE), OFFERED.disk))

    def forget() -> None:
        device.doing, device.report, updates.answer = "", None, None
        program.offer.bar.hide()

    def fail() -> None:
        log = log_file("window")  # the tour's own
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(FAULT.format(folder=parts.session.folder), "utf-8")
        actions["report"].trigger()

    yield State("about", actions["about"].trigger, AND_CONTRAST)
    yield State("updates", then(close, actions["updates"].trigger), SMALL)
    yield State("updates-newer", answer, SMALL)
    yield State("report", then(close, fail), SMALL)
    yield State("device", then(close, lambda: show_device(ON_CPU)), AND_CONTRAST)
    yield State("device-getting", fetch, SMALL)
    yield State("device-pack", then(forget, lambda: show_device(ON_GPU)), SMALL)
    yield State("pack-offer", then(close, forget, lambda: program.offer.show(OFFERED)), SMALL)
    yield waiting(forget)
