"""What the window does otherwise in a bundle, and where it has no console (on Windows)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from engine.core.errors import UserError
from gallery_app import __main__ as program
from gallery_app import app


@pytest.mark.parametrize("has_console", [True, False])
@pytest.mark.usefixtures("qapp")
def test_a_failed_start_is_said_where_it_is_seen(
    has_console: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    def fail(folder: Path | None, library: Path | None) -> int:
        raise UserError("There is no folder {folder}.", folder=folder)

    monkeypatch.setattr(program, "leave_current_folder", lambda: None)  # pytest's own path stays as it is
    monkeypatch.setattr(app, "run", fail)
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, sentence: said.append(sentence))
    if not has_console:
        monkeypatch.setattr(sys, "stderr", None)
    assert program.main([str(tmp_path)]) == 1
    sentence = f"There is no folder {tmp_path}."
    assert said == ([] if has_console else [sentence])
    if has_console:
        assert capsys.readouterr().err == f"photoloom: {sentence}\n"


@pytest.mark.parametrize("frozen", [True, False])
def test_the_plugins_of_a_bundle_are_hidden_from_other_programs(frozen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setenv("QT_PLUGIN_PATH", "/somewhere")
    app.hide_plugins()
    assert ("QT_PLUGIN_PATH" in os.environ) is not frozen
