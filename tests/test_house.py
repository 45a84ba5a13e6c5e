"""The house is held mechanically: small files, small folders, no circles, and a state without widgets."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

CODE = ("engine", "gallery_app", "packaging", "tests")
MOST_LINES = 400
MOST_FILES = 15  # of code in a folder, its __init__.py aside


def _files(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    lines = {file.relative_to(ROOT).as_posix(): len(file.read_text("utf-8").splitlines()) for file in _files(*CODE)}
    assert "tests/test_house.py" in lines
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_folder_holds_more_than_can_be_seen_at_once() -> None:
    counts: dict[str, int] = {}
    for file in _files(*CODE):
        if file.name != "__init__.py":
            folder = file.parent.relative_to(ROOT).as_posix()
            counts[folder] = counts.get(folder, 0) + 1
    assert counts["engine/core"] > 5
    assert {folder: count for folder, count in counts.items() if count > MOST_FILES} == {}


def test_every_room_says_what_it_is_for() -> None:
    rooms = [file for file in _files("engine", "gallery_app") if file.name == "__init__.py"]
    silent = [room for room in rooms if not ast.get_docstring(ast.parse(room.read_text("utf-8")))]
    assert [room.relative_to(ROOT).as_posix() for room in silent] == []


def _module(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(tree: ast.AST, known: frozenset[str]) -> Iterator[str]:
    """What a file imports, inside functions too; not what only a type checker sees."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in known else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            yield from _imports(node, known)


def _circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The modules that import one another, as circles; those that lead nowhere or come from nowhere are peeled off."""
    left = {module: {other for other in imports if other in graph} - {module} for module, imports in graph.items()}
    while True:
        imported = set().union(*left.values()) if left else set()
        loose = {module for module, imports in left.items() if not imports or module not in imported}
        if not loose:
            return [[module, *sorted(imports)] for module, imports in sorted(left.items())]
        left = {module: imports - loose for module, imports in left.items() if module not in loose}


@pytest.mark.parametrize("package", ["engine", "gallery_app"])
def test_nothing_imports_in_a_circle(package: str) -> None:
    files = {_module(file): file for file in _files(package)}
    known = frozenset(files)
    graph = {name: set(_imports(ast.parse(file.read_text("utf-8")), known)) for name, file in files.items()}
    assert sum(len(imports) for imports in graph.values()) > 100
    assert _circles(graph) == []


def test_a_circle_would_be_found() -> None:
    assert _circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"], ["c", "b"]]


def test_the_state_of_the_window_needs_no_widgets() -> None:
    """Every file of gallery_app/state can be imported where QtWidgets cannot."""
    names = [_module(file) for file in _files("gallery_app/state")]
    code = "import sys; sys.modules['PySide6.QtWidgets'] = None\n" + "\n".join(f"import {name}" for name in names)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert len(names) > 5
    assert (done.returncode, done.stderr) == (0, "")


OTHERS = {
    "_replace",
    "_exit",
    "_DummyThread",
    "_DEC_Module",
}  # of namedtuples, os, threading, another program
MOST_REACHES = 19


def _is_private(name: str) -> bool:
    last = name.rpartition(".")[2]
    return last.startswith("_") and not last.startswith("__") and last not in OTHERS


def _reaches(tree: ast.AST) -> list[int]:
    """Lines that take a private attribute of another object, import one, or name one to setattr and its like."""
    lines = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Attribute):
            own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            names = [] if own else [node.attr]
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("getattr", "setattr", "delattr")):
            names = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        lines += [node.lineno for name in names if _is_private(name)]
    return lines


def test_tests_reach_over_public_names() -> None:
    """What is private may change without a test. Where nothing public will do, `# reason: …` says why, there or above.

    The number only ever goes down: a new reach takes the place of an old one, or the code gets a public name.
    """
    reaches, silent = 0, []
    for file in _files("tests"):
        text = file.read_text("utf-8")
        lines = ["", *text.splitlines()]
        for line in _reaches(ast.parse(text)):
            reaches += 1
            if not any("# reason: " in said for said in lines[line - 1 : line + 1]):
                silent.append(f"{file.relative_to(ROOT).as_posix()}:{line}")
    assert silent == []
    assert reaches <= MOST_REACHES


def test_a_reach_would_be_found() -> None:
    code = "a._b\nself._b\na._replace(b=1)\nfrom a import _b\npatch.setattr('a._b', 1)\nsetattr(a, '_b', 1)\na.__b"
    assert sorted(_reaches(ast.parse(code))) == [1, 4, 5, 6]
