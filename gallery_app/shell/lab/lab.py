"""LabDesk: opens the Lab, and saves what is seen there as a PNG."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.lab.models.model import models
from engine.library.outputs.whole import write_whole
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.language import of_engine
from gallery_app.shell.pages import Pages
from gallery_app.shell.save_map import png, start_folder
from gallery_app.state.lab.lab import Lab
from gallery_app.state.session import Session
from gallery_app.views.lab.lab_page import LabPage
from gallery_app.widgets.dialogs import file_dialog

SUFFIX = ".png"


class LabDesk(QObject):
    """Asks for a file name, and writes off the GUI thread; `message` and `failed` carry a sentence."""

    message = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget, session: Session, jobs: JobRunner, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._pages = window, session, jobs, pages
        self.lab = Lab(session, self)

    @cached_property
    def page(self) -> LabPage:
        """Made when it is first needed: the window is there sooner without it."""
        page = LabPage(self._session, self._jobs, self.lab)
        page.save_wanted.connect(self.ask_for_file)
        self._pages.add_overlay(page)
        return page

    def show(self) -> None:
        """Open the page."""
        self._pages.cover_with(self.page)
        self.page.start()

    def ask_for_file(self) -> None:
        """Open the file dialog; it never starts in a folder of photos."""
        folder = self._session.folder
        if folder is None:
            return
        dialog = file_dialog(self._window, self.tr("Save as a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Picture as it is seen (*.png)")])
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setDirectory(str(start_folder(map(Path, self._session.gallery.roots.values()))))
        model = of_engine(models.get(self.lab.model).label)
        what = self.page.tabs[self.page.tab].text().replace("&", "")
        dialog.selectFile(self.tr("{0} {1} {2}").format(folder.name, model, what))
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def save(self, out: Path) -> None:
        """Write what is seen now."""
        image = self.page.picture()
        self._jobs.run(lambda: write_whole(out, [png(image, out)]), lambda _: self._saved(out), self.failed.emit)

    def _saved(self, out: Path) -> None:
        self.message.emit(self.tr("The picture is saved as {0}.").format(out))
