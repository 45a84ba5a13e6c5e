"""Modules that lie in a photo folder: each leaves a mark when somebody runs it."""

from __future__ import annotations

from pathlib import Path

NAMES = (
    "engine/__init__",
    "gallery_app/__init__",
    "PIL/__init__",
    "numpy",
    "argparse",
    "typing",
    "pathlib",
    "sitecustomize",
)


def plant(folder: Path, names: tuple[str, ...] = NAMES) -> Path:
    """Lay the modules into `folder`; where the marks would be."""
    marks = folder.parent / f"marks of {folder.name}"
    marks.mkdir()
    for name in names:
        file = folder / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        mark = marks / name.replace("/", ".")
        file.write_text(f"open({str(mark)!r}, 'w').close()\n", "utf-8")
    return marks


def marked(marks: Path) -> list[str]:
    return sorted(mark.name for mark in marks.iterdir())
