"""What a report tells nobody: where photos lie, what they are called, who is in them, and whose computer it is."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import pytest

from engine.core.interpreter import ROOT
from engine.core.logs import LOGGER, log_file, start_log
from gallery_app.state.program.redaction import Redaction, short_path

SECRETS = ("Anna", "Tom", "Wedding", "Hochzeit", "IMG_2041", "DSC", "beach", "smith", "anna@example.org")
LINES = [
    "There is no folder /home/anna/Wedding of Anna: check the name, or whether its drive is plugged in.",
    "C:\\Users\\Anna Smith\\Pictures\\Wedding\\IMG_2041.jpg could not be read",
    "\\\\server\\Anna\\Wedding is not there",
    "QFile: file:///home/anna/Wedding/DSC%201.jpg cannot be opened",
    "~/Pictures/Wedding/IMG_2041.jpg",
    "KeyError: 'Anna'",
    'ValueError: could not convert "Anna\'s Wedding" to a number',
    "ValueError: 'Anna\\'s \"Wedding\"' is no number",
    "KeyError: PosixPath('/media/Anna/beach')",
    "AttributeError: 'Wedding of Anna' object has no attribute 'x'",
    "Anna and Tom at the beach 12.HEIC is broken",
    "the sidecar Hochzeit von Anna.xmp belongs to nothing",
    "Qt: cannot write to anna@example.org",
    "the cluster Anna & Tom has no member, says smith",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("head", ["", "2026-11-30 15:00:00,123 Photoloom 0.1.0 (77) "])
def test_nothing_personal_is_left_of_a_message(line: str, head: str) -> None:
    left = Redaction(["Anna & Tom", "Smith"]).redact(head + line)
    assert [secret for secret in SECRETS if secret.lower() in left.lower()] == []
    assert left.startswith(head)
    assert any(mark in left for mark in ("<path>", "<file>", "<name>", "<address>", "'…'"))


@pytest.mark.parametrize(
    "line",
    [
        "AttributeError: 'NoneType' object has no attribute 'folder'",
        "ModuleNotFoundError: No module named 'onnxruntime.capi'",
        "IndexError: list index out of range",
        "Unexpected error in a thread",
        "3 / 4 of the photos, 1/2 of the time: don't stop",
    ],
)
def test_what_a_developer_needs_stays(line: str) -> None:
    assert Redaction().redact(line) == line


def test_a_real_traceback_keeps_its_lines_and_loses_what_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHOTOLOOM_HOME", str(tmp_path / "home of Anna"))
    end = start_log("window")
    try:
        (tmp_path / "Wedding of Anna.jpg").read_bytes()
    except OSError:
        LOGGER.exception("cannot read %s", tmp_path / "Wedding of Anna.jpg")
    finally:
        end()
    logging.getLogger("photoloom").propagate = True
    kept = log_file("window").read_text("utf-8")
    assert "Wedding of Anna.jpg" in kept
    told = Redaction().redact(kept)
    assert 'File "tests/gallery_app/state/program/test_redaction.py", line ' in told
    assert 'File "pathlib' in told
    assert "FileNotFoundError: [Errno 2] No such file or directory: '…'" in told
    assert '(tmp_path / "Wedding of Anna.jpg").read_bytes()' in told  # our own source, as everybody can read it
    without_source = "\n".join(line for line in told.splitlines() if not line.startswith("    "))
    assert "Anna" not in without_source
    assert str(tmp_path) not in told
    assert ROOT not in told


def test_frames_of_native_stacks_are_shortened_too() -> None:
    lines = f'Current thread 0x00007 (most recent call first):\n  File "{ROOT}/engine/core/logs.py", line 3 in end'
    assert Redaction().redact(lines).endswith('  File "engine/core/logs.py", line 3 in end')
    site = '  File "/home/anna/.venv/lib/python3.12/site-packages/torch/nn/functional.py", line 9, in relu'
    assert Redaction().redact(site) == '  File "torch/nn/functional.py", line 9, in relu'
    assert (
        Redaction().redact('  File "/home/anna/Wedding/x.cr2", line 9, in relu') == '  File "<path>", line 9, in relu'
    )


def test_what_looks_like_a_frame_and_is_none_hides_nothing() -> None:
    lines = '  File "/home/anna/Wedding/a.xmp", line 9\n    <x:name>Anna and Tom.jpg</x:name>\n'
    told = Redaction(["Tom"]).redact(lines)
    assert told.startswith('  File "<path>", line 9\n    <x:name><file>.jpg')
    assert "Anna" not in told


def test_a_line_without_end_takes_no_time() -> None:
    assert len(Redaction().redact("word " * 10_000)) == 50_000


@pytest.mark.skipif(sys.platform == "win32", reason="there the home folder is another variable's")
def test_home_and_the_users_name_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/annabel")
    monkeypatch.setenv("LOGNAME", "annabel-s")
    assert short_path(Path("/home/annabel/Pictures")) == f"~{os.sep}Pictures"
    assert short_path(Path("/home/annabella")) == "/home/annabella"
    assert Redaction().redact("Annabel is known as annabel-s") == "<name> is known as <name>"
