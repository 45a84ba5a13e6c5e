"""The installer for Windows: it compiles without a warning, and refuses what Windows could not hold.

That it installs, upgrades and uninstalls is checked by packaging/windows/check.sh, under Wine.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest
from PIL import Image
from platformdirs.windows import Windows

import engine
from tests.paths import ROOT

WINDOWS = ROOT / "packaging" / "windows"
needs_makensis = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is missing (Debian: nsis)")


def _run(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def _build(bundle: Path, target: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return _run(sys.executable, WINDOWS / "build.py", "--fast", bundle, target, **variables)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("windows") / "photoloom"
    made = _run(sys.executable, WINDOWS / "stub" / "make_stub.py", folder, "1.2.3")
    assert (made.returncode, made.stderr) == (0, "")
    return folder


@needs_makensis
def test_the_installer_compiles_without_a_warning_and_is_of_the_programs_version(bundle: Path, tmp_path: Path) -> None:
    setup = tmp_path / "new folder" / "Photoloom-setup.exe"
    built = _build(bundle, setup, PHOTOLOOM_SIGN_PFX="")
    assert built.stderr == ""
    assert built.returncode == 0
    content = setup.read_bytes()
    assert content[:2] == b"MZ"
    assert f"ProductVersion\0{engine.__version__}\0".encode("utf-16-le") in content.replace(b"\0\0\0\0", b"\0\0")
    assert b'level="asInvoker"' in content  # no administrator is asked for
    assert b"<longPathAware" in content


@needs_makensis
@pytest.mark.skipif(shutil.which("osslsigncode") is None, reason="osslsigncode is missing")
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is missing")
def test_with_a_certificate_the_programs_and_the_installer_are_signed(bundle: Path, tmp_path: Path) -> None:
    key, certificate, both = tmp_path / "key.pem", tmp_path / "certificate.pem", tmp_path / "both.pfx"
    subject = ["-subj", "/CN=Photoloom check", "-addext", "extendedKeyUsage=codeSigning"]
    for command in (
        ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, "-keyout", key, "-out", certificate],
        ["pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", both, "-passout", "pass:se cret"],
    ):
        made = _run("openssl", *command)
        assert made.returncode == 0, made.stderr
    signed, setup = tmp_path / "photoloom", tmp_path / "Photoloom-setup.exe"
    shutil.copytree(bundle, signed)
    given = {"PHOTOLOOM_SIGN_PFX": str(both), "PHOTOLOOM_SIGN_PASSWORD": "se cret", "PHOTOLOOM_SIGN_TIMESTAMP": ""}
    built = _build(signed, setup, **given)
    assert (built.returncode, built.stderr) == (0, "")
    for program in (setup, signed / "photoloom.exe", signed / "photoloom-engine.exe"):
        verified = _run("osslsigncode", "verify", "-CAfile", certificate, program)
        assert "Photoloom check" in verified.stdout
        assert "Signature verification: ok" in verified.stdout


@pytest.mark.skipif(shutil.which("wixl") is None, reason="wixl is missing")
@pytest.mark.skipif(shutil.which("msibuild") is None, reason="msitools is missing")
def test_the_msi_holds_every_file_and_its_texts_are_utf_8(bundle: Path, tmp_path: Path) -> None:
    msi = tmp_path / "photoloom.msi"
    built = _run(sys.executable, WINDOWS / "msi.py", bundle, msi)
    assert (built.returncode, built.stderr) == (0, "")

    def table(name: str) -> str:
        return _run("msiinfo", "export", msi, name).stdout

    names = {line.split("\t")[2] for line in table("File").splitlines()[3:]}
    assert names == {file.name for file in bundle.rglob("*") if file.is_file()}
    assert f"ProductVersion\t{engine.__version__}" in table("Property")
    assert "65001\t_ForceCodepage" in table("_ForceCodepage")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("_internal/aux.txt", "Windows allows no file to be called _internal/aux.txt."),
        ("_internal/what?.txt", "Windows allows no file to be called _internal/what?.txt."),
        ("_internal/full stop.", "Windows allows no file to be called _internal/full stop.."),
        ("_internal/Same.txt", "_internal/same.txt and _internal/Same.txt are one file on Windows."),
        ("_internal/" + "deep/" * 36 + "x", "more than 189 would not install"),
    ],
)
def test_what_windows_could_not_hold_is_refused_by_name(tmp_path: Path, name: str, sentence: str) -> None:
    for file in ("photoloom.exe", "photoloom-engine.exe", "_internal/same.txt", name):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(file)
    built = _build(tmp_path, tmp_path / "setup.exe")
    assert built.returncode == 1
    assert sentence in built.stderr
    assert "Traceback" not in built.stderr


def test_a_bundle_for_another_system_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photoloom").write_text("ELF")
    built = _build(tmp_path, tmp_path / "setup.exe")
    assert built.stderr == f"There is no photoloom.exe in {tmp_path}: name the folder of a bundle built for Windows.\n"


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photoloom.exe").symlink_to(__file__)
    assert "photoloom.exe is a link" in _build(tmp_path, tmp_path / "setup.exe").stderr


def test_the_icon_has_every_size_that_windows_shows(tmp_path: Path) -> None:
    done = _run(sys.executable, WINDOWS / "pictures.py", tmp_path / "photoloom.ico")
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(tmp_path / "photoloom.ico") as icon:
        assert icon.info["sizes"] == {(side, side) for side in (16, 32, 48, 64, 128, 256)}
        assert icon.convert("RGBA").getpixel((128, 128)) != (0, 0, 0, 0)


def test_what_explorer_hands_over_names_the_folder_also_of_a_drive() -> None:
    """`%V` of a drive ends in a backslash, which would hide the closing quote: the script adds "\\."."""
    script = (WINDOWS / "installer.nsi").read_text("utf-8")
    (given,) = re.findall(r"""photoloom\.exe" "%V([^"]*)"'""", script)
    assert PureWindowsPath("D:\\" + given) == PureWindowsPath("D:\\")
    assert PureWindowsPath("C:\\My photos" + given) == PureWindowsPath("C:\\My photos")
    assert not given.endswith("\\")


def test_the_uninstaller_knows_the_library_where_the_program_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda name: f"/{name}")
    place = Windows("photoloom", appauthor=False)
    data = Path(place.user_data_dir)
    assert data.parent == Path("/CSIDL_LOCAL_APPDATA")
    script = (WINDOWS / "installer.nsi").read_text("utf-8")
    assert f'!define DATA "{data.name}"' in script
    (logs,) = re.findall(r'REMOVE_TREE "\$LOCALAPPDATA\\\${DATA}\\(Logs)"', script)
    assert Path(place.user_log_dir).name == logs


def test_nothing_is_removed_as_a_whole_but_what_is_ours_alone() -> None:
    """The folder of the program may be shared: its files go by name, one by one."""
    script = (WINDOWS / "installer.nsi").read_text("utf-8")
    assert "RMDir /r" not in script
    trees = re.findall(r'REMOVE_TREE "([^"]*)"', script)
    assert trees
    assert all(tree.startswith("$LOCALAPPDATA\\${DATA}") for tree in trees)
