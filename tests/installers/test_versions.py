"""What every installer says alike: version, id, name, summary and publisher have one place, or agree with it."""

from __future__ import annotations

import ast
import re
import runpy
import tomllib

import pytest

import engine
from tests.paths import ROOT

PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux" / "templates"
METAINFO = LINUX / "metainfo.xml"
IDENTIFIER = "io.github.photoloom.Photoloom"
PUBLISHER = "The Photoloom developers"
SUMMARY = {"en": "Sort your photos by what they show", "fr": "Triez vos photos d’après ce qu’elles montrent"}
needs_linux = pytest.mark.skipif(not METAINFO.exists(), reason="packaging/linux is not here")


def _read(*names: str) -> str:
    return PACKAGING.joinpath(*names).read_text("utf-8")


def test_pyproject_takes_its_version_from_the_engine() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        read = tomllib.load(file)
    if "version" in read["project"].get("dynamic", ()):
        assert read["tool"]["hatch"]["version"]["path"] == "engine/__init__.py"
    else:
        assert read["project"]["version"] == engine.__version__


@pytest.mark.parametrize("name", ["installer.nsi", "texts.nsh", "msi.py"])
def test_the_installers_for_windows_are_given_their_version(name: str) -> None:
    """They name none of their own, but for examples of how to call them."""
    text = "\n".join(line for line in _read("windows", name).splitlines() if "dist/Photoloom-" not in line)
    assert not re.findall(r"\b\d+\.\d+\.\d+\b", text)


def test_windows_shows_the_same_summary_and_publisher() -> None:
    texts, script, msi = _read("windows", "texts.nsh"), _read("windows", "installer.nsi"), _read("windows", "msi.py")
    assert f'TEXT SHORTCUT "{SUMMARY["en"]}" "{SUMMARY["fr"]}"' in texts
    assert f'Description="{SUMMARY["en"]}"' in msi
    assert f'"Publisher" "{PUBLISHER}"' in script
    assert f'"CompanyName" "{PUBLISHER}"' in script
    assert f'Manufacturer="{PUBLISHER}"' in msi


def test_macos_knows_the_same_id_and_owner() -> None:
    info = runpy.run_path(str(PACKAGING / "macos" / "info_plist.py"))["info"](engine.__version__)
    assert info["CFBundleIdentifier"] == IDENTIFIER
    assert info["NSHumanReadableCopyright"].startswith(PUBLISHER)


def test_a_release_has_the_manifest_of_this_id() -> None:
    assert f"{IDENTIFIER}.yml" in runpy.run_path(str(PACKAGING / "release" / "release.py"))["assets"]("1.2.3")


@needs_linux
def test_linux_shows_the_same() -> None:
    facts = {
        target.id: ast.literal_eval(node.value)
        for node in ast.parse(_read("linux", "facts.py")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert facts["APP_ID"] == IDENTIFIER
    assert facts["MAINTAINER"].startswith(f"{PUBLISHER} <")
    metainfo = METAINFO.read_text("utf-8")
    assert "<id>{{ app_id }}</id>" in metainfo
    assert f"<summary>{SUMMARY['en']}</summary>" in metainfo
    assert f'<summary xml:lang="fr">{SUMMARY["fr"]}</summary>' in metainfo
    desktop = (LINUX / "photoloom.desktop").read_text("utf-8")
    assert f"\nComment={SUMMARY['en']}" in desktop
    assert f"\nComment[fr]={SUMMARY['fr']}" in desktop


@needs_linux
@pytest.mark.parametrize("name", sorted(file.name for file in LINUX.glob("*")))
def test_the_packages_for_linux_are_given_their_version(name: str) -> None:
    assert engine.__version__ not in (LINUX / name).read_text("utf-8")
