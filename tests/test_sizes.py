"""A file holds one idea: none of ours is longer than 400 lines (CONTRIBUTING.md)."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("engine", "gallery_app", "packaging", "tests")
MOST = 400


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")]
    lines = {file.relative_to(ROOT).as_posix(): len(file.read_text("utf-8").splitlines()) for file in files}
    assert "tests/test_sizes.py" in lines
    assert {name: count for name, count in lines.items() if count > MOST} == {}
