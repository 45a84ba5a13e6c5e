"""WhatStep: the action, where to, by which pattern, and the folders that come of it."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from engine.filing.operations import ALBUMS, TRANSFERS, Action, FilingOptions
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.views.filing.folder_tree import FolderTree
from gallery_app.views.parts.flow_row import FlowRow
from gallery_app.widgets.dialogs import ask_for_folder, file_dialog
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.scroll_area import ScrollArea

FIELDS = ("cluster", "year", "month", "day", "place", "camera", "name")
SUFFIXES = {"csv": ".csv", "json": ".json", "list": ".txt"}


class WhatStep(QWidget):
    """Every change is planned at once: the tree and the numbers at the foot are those of a real plan."""

    def __init__(self, filing: FilingSession) -> None:
        super().__init__()
        self._filing = filing
        self._filling = False  # the widgets take on the options; nothing is chosen by the user
        area, inner = ScrollArea(), QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(28)
        row.addLayout(self._actions(), 2)
        row.addLayout(self._details(), 7)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        filing.changed.connect(self._refresh)

    # Parts

    def _actions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(self.tr("WHAT TO DO"), "section"))
        column.addSpacing(4)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for kind, text, help_ in (
            ("copy", self.tr("Copy"), self.tr("The originals stay where they are")),
            ("move", self.tr("Move"), self.tr("The library follows them")),
            ("links", self.tr("Links"), self.tr("More folders, no more space")),
            ("album", self.tr("Album"), self.tr("A list for other programs")),
            ("keywords", self.tr("Keywords"), self.tr("Cluster names, for every program")),
            ("trash", self.tr("Trash"), self.tr("Can be undone")),
        ):
            choice = QRadioButton(text)
            choice.setAccessibleDescription(help_)
            choice.clicked.connect(partial(self._choose, kind))
            self._group.addButton(choice)
            self.choices[kind] = choice
            below = label(help_, "small", wrap=True)
            below.setContentsMargins(24, 0, 0, 8)
            column.addWidget(choice)
            column.addWidget(below)
        column.addStretch(1)
        return column

    def _details(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._parts = (self._where(), self._keywords(), self._trash())
        for part in self._parts:
            column.addWidget(part)
        self._tree_title = label(self.tr("FOLDERS AS THEY WILL BE"), "section", wrap=True)
        self.tree = FolderTree()
        self.tree.setMinimumHeight(160)
        self.waiting = label("", "muted", wrap=True)
        column.addWidget(self._tree_title)
        column.addWidget(self.waiting)
        column.addWidget(self.tree, 1)
        self._rest = QWidget()  # in place of the tree
        column.addWidget(self._rest, 1)
        return column

    def _where(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        self._where_title = label(self.tr("WHERE TO"), "section")
        self.target = QLineEdit()
        self.target.textEdited.connect(lambda _text: self._take_texts())
        self.choose = button(self.tr("Choose…"))
        self.choose.clicked.connect(self._choose_target)
        self.form = QComboBox()
        self.form.activated.connect(lambda _index: self._choose_form())
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(self.choose)
        column.addWidget(self._where_title)
        column.addLayout(row)
        column.addWidget(self.form, 0, Qt.AlignmentFlag.AlignLeft)
        self._pattern_part = QFrame()
        inner = QVBoxLayout(self._pattern_part)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(label(self.tr("FOLDERS AND NAMES"), "section"))
        self.pattern = QLineEdit()
        self.pattern.setAccessibleName(self.tr("Pattern of folders and names"))
        self.pattern.textEdited.connect(lambda _text: self._take_texts())
        inner.addWidget(self.pattern)
        chips = FlowRow()
        for field in FIELDS:
            chip = button("{" + field + "}")
            chip.setToolTip(self.tr("Insert {0}").format("{" + field + "}"))
            chip.clicked.connect(partial(self._insert, "{" + field + "}"))
            chips.add(chip)
        inner.addWidget(chips)
        inner.addWidget(
            label(self.tr("A slash makes a folder. Nothing that is there is ever replaced."), "small", wrap=True)
        )
        column.addWidget(self._pattern_part)
        return page

    def _keywords(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(label(self.tr("WHERE THEY ARE WRITTEN"), "section"))
        says = self.tr("Into a small file beside each photo (XMP). The photos are not touched.")
        column.addWidget(label(says, wrap=True))
        self.sidecar = QComboBox()
        self.sidecar.setAccessibleName(self.tr("Name of a new sidecar"))
        self.sidecar.addItem(self.tr("New ones are called photo.jpg.xmp (darktable, digiKam)"), "a.jpg.xmp")
        self.sidecar.addItem(self.tr("New ones are called photo.xmp (Lightroom, Adobe)"), "a.xmp")
        self.sidecar.activated.connect(lambda _index: self._take_keywords())
        column.addWidget(self.sidecar, 0, Qt.AlignmentFlag.AlignLeft)
        self.embed = QCheckBox(self.tr("Write into JPEG, PNG, WebP and TIFF files themselves"))
        self.embed.toggled.connect(lambda _on: self._take_keywords())
        column.addWidget(self.embed)
        why = self.tr(
            "Lightroom reads no sidecars of these formats. Only the keywords in a file change, never the picture, and "
            "Undo restores every byte."
        )
        column.addWidget(label(why, "small", wrap=True))
        return page

    def _trash(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 8)
        says = self.tr(
            "Photos go to the trash of this computer, from where Undo fetches them back. On a drive that has none they "
            "go to a folder on it, and nothing is deleted."
        )
        column.addWidget(label(self.tr("THE TRASH"), "section"))
        column.addWidget(label(says, wrap=True))
        return page

    # What is chosen

    def _choose(self, kind: str) -> None:
        options = self._filing.options
        action: Action = {"links": "hardlink", "album": "csv"}.get(kind, kind)  # type: ignore[assignment]
        target = options.target if _kind(options.action) != "album" and kind != "album" else None
        if action in ALBUMS:
            target = str(Path(_pictures(), self.tr("Album") + SUFFIXES[action]))
        self._filing.set_options(replace(options, action=action, target=target))

    def _choose_form(self) -> None:
        options, action = self._filing.options, self.form.currentData()
        target = options.target
        if action in ALBUMS and target is not None:
            target = str(Path(target).with_suffix(SUFFIXES[action]))
        self._filing.set_options(replace(options, action=action, target=target))

    def _choose_target(self) -> None:
        options = self._filing.options
        if options.action in ALBUMS:
            dialog = file_dialog(self, self.tr("Make an album"))
            dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(SUFFIXES[options.action][1:])
            dialog.fileSelected.connect(self._take_target)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
        elif folder := ask_for_folder(self, self.tr("Where to?")):
            self._take_target(folder)

    def _take_target(self, path: str) -> None:
        self.target.setText(path)
        self._take_texts()

    def _take_texts(self) -> None:
        target, pattern = self._typed_target(), self.pattern.text()
        self._filing.set_options(replace(self._filing.options, target=target, pattern=pattern))

    def _typed_target(self) -> str | None:
        typed = self.target.text().strip()
        if not typed:
            return None
        try:
            return os.path.normpath(Path(typed).expanduser())
        except RuntimeError:  # "~name" of nobody
            return os.path.normpath(typed)

    def _take_keywords(self) -> None:
        if not self._filling:
            sidecar, embed = self.sidecar.currentData(), self.embed.isChecked()
            self._filing.set_options(replace(self._filing.options, sidecar=sidecar, embed=embed))

    def _insert(self, field: str) -> None:
        self.pattern.insert(field)
        self._take_texts()
        self.pattern.setFocus()

    # What is shown

    def focus_first(self) -> None:
        """Give the keys to what is missing, or else to the action."""
        options = self._filing.options
        needs_target = options.action in (*TRANSFERS, *ALBUMS) and not options.target
        (self.target if needs_target else self.choices[_kind(options.action)]).setFocus()

    def _refresh(self) -> None:
        if self._filing.step != "what":
            return
        options, self._filling = self._filing.options, True
        kind = _kind(options.action)
        self.choices[kind].setChecked(True)
        at = {"keywords": 1, "trash": 2}.get(kind, 0)
        for index, part in enumerate(self._parts):
            part.setVisible(index == at)
        self._show_texts(options, kind)
        self.sidecar.setCurrentIndex(self.sidecar.findData(options.sidecar))
        self.embed.setChecked(options.embed)
        self._filling = False
        tree = options.action in TRANSFERS
        self._tree_title.setVisible(tree)
        self.tree.setVisible(tree and self._filing.view is not None)
        self._rest.setVisible(self.tree.isHidden())
        if self._filing.view is not None and self._filing.view.options.action in TRANSFERS:
            self.tree.show_tree(self._filing.view.tree)
        asks = self.tr("Choose a folder first.") if not self._filing.complete and kind != "album" else ""
        self.waiting.setText(asks if tree else "")
        self.waiting.setVisible(bool(self.waiting.text()))

    def _show_texts(self, options: FilingOptions, kind: str) -> None:
        if self._typed_target() != options.target:
            self.target.setText(options.target or "")
        if self.pattern.text() != options.pattern:
            self.pattern.setText(options.pattern)
        album = kind == "album"
        self.target.setAccessibleName(self.tr("File of the album") if album else self.tr("Folder to file to"))
        self.target.setPlaceholderText("" if album else self.tr("A folder"))
        self._pattern_part.setVisible(options.action in TRANSFERS)
        self._fill_form(options.action, kind)

    def _fill_form(self, action: Action, kind: str) -> None:
        forms: dict[str, tuple[tuple[str, str], ...]] = {
            "links": (
                (self.tr("Hard links: the same files under more names, on one drive"), "hardlink"),
                (self.tr("Symbolic links: they point to the originals"), "symlink"),
            ),
            "album": (
                (self.tr("Table (CSV), for spreadsheets"), "csv"),
                (self.tr("JSON, for programs"), "json"),
                (self.tr("Plain list of paths"), "list"),
            ),
        }
        self.form.setVisible(kind in forms)
        self.form.setAccessibleName(self.tr("Kind of links") if kind == "links" else self.tr("Format of the album"))
        if kind in forms and self.form.findData(action) < 0:
            self.form.clear()
            for words, value in forms[kind]:
                self.form.addItem(words, value)
        self.form.setCurrentIndex(max(self.form.findData(action), 0))


def _kind(action: Action) -> str:
    if action in ALBUMS:
        return "album"
    return "links" if action in ("hardlink", "symlink") else action


def _pictures() -> str:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return found or str(Path.home())
