"""UpdateDialog: whether there is a newer version. What is asked, of whom, stands there before it is asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

import engine
from gallery_app.base import motion, theme
from gallery_app.state.program.update_check import ADDRESS, HOST, Newest
from gallery_app.state.program.updates import Updates
from gallery_app.widgets.labels import button, label

WIDTH = 480


def what_is_asked() -> str:
    """The sentence that is shown before a server is asked for the first time."""
    says = QCoreApplication.translate(
        "UpdateDialog",
        "{0} is asked for the newest release (GET {1}). What is sent is this program's name and version, and nothing "
        "that names you; the server learns the IP address of this computer, as every web page does. It is the only "
        "thing that Photoloom ever asks by itself.",
    )
    return says.format(HOST, ADDRESS)


class UpdateDialog(QDialog):
    """Asks at once if the user has asked before, else after a click. `page` carries an address to open."""

    page = Signal(str)

    def __init__(self, window: QWidget, updates: Updates) -> None:
        super().__init__(window)
        self._updates = updates
        self.setWindowTitle(self.tr("Check for updates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading, self.detail = label(role="title", wrap=True), label(role="muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, int(motion.is_reduced()))
        self.bar.setAccessibleName(self.tr("Asking"))
        self.weekly = QCheckBox(self.tr("Look for a newer version once a week"))
        self.weekly.setChecked(updates.weekly)
        self.weekly.toggled.connect(updates.set_weekly)
        self.close_, self.go = button(self.tr("Close")), button("", "primary")
        self.close_.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self.go.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.close_)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        for part in (self.heading, self.bar, self.detail, self.weekly):
            column.addWidget(part)
        column.addWidget(label(what_is_asked(), "small", wrap=True))
        column.addLayout(row)
        width = theme.current().in_type(WIDTH)
        self.setMinimumWidth(width)
        self.resize(width, 0)
        updates.changed.connect(self._refresh)
        self.finished.connect(lambda _result: updates.stop())
        if updates.told:
            updates.ask()
        self._refresh()

    def text(self) -> str:
        return f"{self.heading.text()}\n{self.detail.text()}".strip()

    @property
    def _newer(self) -> Newest | None:
        answer = self._updates.answer
        return answer if isinstance(answer, Newest) and answer.newer else None

    def _go(self) -> None:
        if self._newer is not None:
            self.page.emit(self._newer.page)
            self.accept()
        else:
            self._updates.ask()

    def _refresh(self) -> None:
        updates, answer = self._updates, self._updates.answer
        self.go.setText(self.tr("Try again"))
        have = self.tr("You have version {0}.").format(engine.__version__)
        if updates.busy:
            self._say(self.tr("Asking {0}…").format(HOST), "")
        elif self._newer is not None:
            self._say(self.tr("Photoloom {0} is there").format(self._newer.version), have)
            self.go.setText(self.tr("Open its page"))
        elif isinstance(answer, Newest):
            self._say(self.tr("Photoloom is up to date"), have)
        elif answer is not None:
            self._say(self.tr("It is not known whether there is a newer version"), answer)
        else:
            self._say(self.tr("Is there a newer version?"), have)
            self.go.setText(self.tr("Ask now"))
        self.bar.setVisible(updates.busy)
        self.go.setVisible(not updates.busy and (self._newer is not None or not isinstance(answer, Newest)))
        self.close_.setText(self.tr("Cancel") if updates.busy else self.tr("Close"))

    def _say(self, heading: str, detail: str) -> None:
        self.heading.setText(heading)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))

    def event(self, event: QEvent) -> bool:
        """Its words come once it is open, and are polished later still."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height()))
