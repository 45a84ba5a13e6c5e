"""DamagedPage: what happened to the library's catalog, what is kept where, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.library.safety.survey import GoodBackup, Survey
from engine.service.safety_messages import MendCatalog
from gallery_app.base import theme
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted
from gallery_app.i18n.safety_names import backup_date, correction_words, gaps, rescue_words
from gallery_app.state.safety.catalog_recovery import CatalogRecovery
from gallery_app.state.session import Session
from gallery_app.views.safety.way_card import WayCard
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, WrappedLabel, button, label
from gallery_app.widgets.scroll_area import ScrollArea

WIDTH = 680  # pixels


class DamagedPage(QWidget):
    """Nothing is done before a button is pressed; beginning anew asks once more, with the numbers."""

    choose = Signal()  # another folder

    def __init__(self, session: Session, recovery: CatalogRecovery) -> None:
        super().__init__()
        set_role(self, Role.Pane)
        self._session, self._recovery = session, recovery
        self.asking = False  # whether to begin anew
        self._title, self._sentence = label(role="huge", wrap=True), label(role="muted", wrap=True)
        self._places = WrappedLabel()
        self._problem = label(role="danger", wrap=True)
        self.dates = QComboBox()
        self.dates.setAccessibleName(self.tr("Backup"))
        self.dates.currentIndexChanged.connect(self._show_backup)
        self.rescue, self.backup = WayCard(self.tr("Rescue")), WayCard(self.tr("Open"), self.dates)
        self.keep = button(self.tr("Cancel"))
        self.anew = WayCard(self.tr("Begin anew…"), self.keep)
        self.rescue.take.clicked.connect(lambda: recovery.mend(MendCatalog("rescue")))
        self.backup.take.clicked.connect(self._open_backup)
        self.anew.take.clicked.connect(self._begin_anew)
        self.keep.clicked.connect(lambda: self._ask(False))
        self.again, other = button(self.tr("Look again"), "link"), button(self.tr("Choose another folder…"), "link")
        self.again.clicked.connect(recovery.look_again)
        other.clicked.connect(self.choose)
        self._lay_out(other)
        recovery.changed.connect(self._refresh)

    def _lay_out(self, other: QWidget) -> None:
        self.column = QWidget()
        column = QVBoxLayout(self.column)
        column.setContentsMargins(20, 28, 20, 28)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Drawing("error", 40, "muted"))
        head.addWidget(self._title, 1)
        column.addStretch(2)
        column.addLayout(head)
        parts = (self._sentence, self._places, self._problem, self.rescue, self.backup, self.anew)
        for part in parts:
            column.addWidget(part)
        links = QHBoxLayout()
        for link in (self.again, other):
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(3)
        inner = QWidget()
        middle = QHBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(self.column, 1000)
        middle.addStretch(1)
        self._area = ScrollArea()
        self._area.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # or the width depends on the height
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def text(self) -> str:
        """Everything it says."""
        parts = (self._title.text(), self._sentence.text(), self._places.text(), self._problem.text())
        cards = (card.text() for card in (self.rescue, self.backup, self.anew) if not card.isHidden())
        return "\n".join([part for part in parts if part] + list(cards))

    # What there is

    def _refresh(self) -> None:
        recovery, catalog = self._recovery, self._recovery.catalog
        if catalog is None:
            return
        self.column.setMaximumWidth(max(WIDTH, theme.current().in_type(WIDTH)))
        survey = recovery.survey
        missing = survey.missing if survey is not None else not catalog.exists()
        gone, broken = (
            self.tr("The catalog of this library is missing"),
            self.tr("The catalog of this library is damaged"),
        )
        self._title.setText(gone if missing else broken)
        self._sentence.setText(self._explanation(missing))
        self._places.show_text("\n".join(self._kept_places(missing, survey)))
        self._problem.setText(recovery.problem)
        self._problem.setVisible(bool(recovery.problem))
        for card in (self.rescue, self.backup, self.anew):
            card.setVisible(survey is not None)
            card.take.setEnabled(recovery.step == "choosing")
        if survey is not None:
            self._show_ways(survey)
        self.again.setEnabled(recovery.step != "mending")
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._sentence.text())

    def _explanation(self, missing: bool) -> str:
        step = self._recovery.step
        if step == "mending":
            return self.tr("The library is being put together…")
        if missing:
            says = self.tr("The file in which Photoloom keeps what you said is not there, or empty.")
        else:
            says = self.tr("The file in which Photoloom keeps what you said cannot be trusted as it is.")
        if step == "looking":
            return f"{says} {self.tr('Looking for what can be read…')}"
        return f"{says} {self.tr('Nothing was changed. Choose how to go on; whatever you choose, nothing is deleted.')}"

    def _kept_places(self, missing: bool, survey: Survey | None) -> list[str]:
        catalog, folder = self._recovery.catalog, self._session.folder
        assert catalog is not None
        lines = [self.tr("Your photos, untouched: {0}").format(isolated(str(folder)))]
        if not missing:
            lines.append(self.tr("The damaged catalog, kept beside the new one: {0}").format(isolated(str(catalog))))
        elif survey is not None:
            lines.append(self.tr("The catalog was here; put it back and look again: {0}").format(
                isolated(str(catalog))
            ))  # fmt: skip
        if survey is not None and survey.damaged_backups:
            one, many = self.tr("{0} backup is damaged, too."), self.tr("{0} backups are damaged, too.")
            lines.append(counted(survey.damaged_backups, one, many))
        return lines

    def _show_ways(self, survey: Survey) -> None:
        rescue, newest = survey.rescue, survey.backups[0] if survey.backups else None
        self.rescue.setVisible(rescue is not None)
        self.backup.setVisible(newest is not None)
        if rescue is not None:
            title = self.tr("Rescue what can be read ({0})").format(rescue_words(rescue))
            detail = self.tr("Over the newest backup, where that has more.") if newest is not None else ""
            self.rescue.show_words(title, detail, gaps(rescue))
        self._fill_dates(survey.backups)
        best = rescue is not None and (newest is None or rescue.now >= newest.corrections)
        self.rescue.recommend(best)
        self.backup.recommend(newest is not None and not best)
        self._show_anew()

    def _fill_dates(self, backups: tuple[GoodBackup, ...]) -> None:
        self.dates.blockSignals(True)
        self.dates.clear()
        for backup in backups:
            self.dates.addItem(f"{backup_date(backup)}  ·  {correction_words(backup.corrections)}", backup)
        self.dates.blockSignals(False)
        self.dates.setVisible(len(backups) > 1)
        self._show_backup()

    def _show_backup(self) -> None:
        backup = self.dates.currentData()
        if backup is not None:
            title = self.tr("Open the backup of {0} ({1})")
            words = title.format(backup_date(backup), correction_words(backup.corrections))
            self.backup.show_words(words, self.tr("What you said after that is not in it."))

    # Beginning anew

    def _most(self) -> int:
        """The corrections that another way would keep."""
        survey = self._recovery.survey
        if survey is None:
            return 0
        return max([survey.rescue.now if survey.rescue else 0, *(backup.corrections for backup in survey.backups)])

    def _show_anew(self) -> None:
        most = self._most()
        if not self.asking:
            self.anew.show_words(
                self.tr("Begin anew"), self.tr("An empty library: the photos are sorted again, without corrections.")
            )
            self.anew.take.setText(self.tr("Begin anew…"))
        else:
            one = self.tr("Begin anew without {0} correction?")
            title = counted(most, one, self.tr("Begin anew without {0} corrections?"))
            kept = self.tr("The damaged file is set aside and the backups stay; nothing of them is deleted.")
            self.anew.show_words(title if most else self.tr("Begin anew?"), kept)
            self.anew.take.setText(self.tr("Begin anew"))
        self.keep.setVisible(self.asking)

    def _ask(self, on: bool) -> None:
        self.asking = on
        self._show_anew()
        (self.keep if on else self.anew.take).setFocus()

    def _begin_anew(self) -> None:
        if not self.asking:
            self._ask(True)
            return
        self.asking = False
        self._recovery.mend(MendCatalog("anew"))

    def _open_backup(self) -> None:
        backup = self.dates.currentData()
        if backup is not None:
            self._recovery.mend(MendCatalog("backup", backup.name))

    def leave_question(self) -> None:
        """As it is shown first."""
        self.asking = False
        self._refresh()
