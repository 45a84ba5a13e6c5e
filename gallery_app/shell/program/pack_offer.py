"""PackOffer: says once that there is a GPU which this installation cannot use, and what could be done about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.gpu_pack.report import PackStatus
from engine.library.roots import data_folder
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.shell.main_window import MainWindow
from gallery_app.views.bars.banner import Banner

OFFERED = "pack_offered"  # the key of the settings


class PackOffer(QObject):
    """A line at the foot of the window; `wanted` is emitted where the user wants to see more."""

    wanted = Signal()

    def __init__(self, window: MainWindow, jobs: JobRunner, settings: AppSettings) -> None:
        super().__init__(window)
        self._jobs, self._settings = jobs, settings
        self.bar = Banner()
        window.add_foot(self.bar)
        self.bar.other_pressed.connect(self.bar.hide)
        self.bar.pressed.connect(self.bar.hide)
        self.bar.pressed.connect(self.wanted)

    def look(self) -> None:
        """Ask the driver, off the GUI thread, unless the offer was made before or this installation brings no pack."""
        from engine.gpu_pack.kit import find_kit
        from engine.gpu_pack.status import status

        if not self._settings.flag(OFFERED, False) and find_kit() is not None:
            self._jobs.run(lambda: status(data_folder()), self.show)

    def show(self, pack: PackStatus) -> None:
        """Show the line, if there is something to offer; it never comes again."""
        from gallery_app.i18n.program.device_names import offer_sentence

        if pack.state == "offered":
            self._settings.keep_flag(OFFERED, True)
            self.bar.show_message("info", offer_sentence(pack), self.tr("See more…"), self.tr("No, thank you"))
