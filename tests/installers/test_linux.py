"""What Linux installs, made of a stub payload and looked at by the programs that will judge it."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

import engine
from tests.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux are made on Linux")
sys.path.append(str(ROOT / "packaging"))

APP_ID = "io.github.photoloom.Photoloom"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def _needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not installed")


def _said(*command: str | Path, **environment: str) -> str:
    """What a program says on both outputs; it must succeed."""
    done = subprocess.run(
        [*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | environment
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A payload with the shape of a real one: two programs that say their name, and a file beside them."""
    folder = tmp_path_factory.mktemp("bundle")
    licences = folder / "_internal" / "engine" / "_resources" / "licences.txt"
    licences.parent.mkdir(parents=True)
    licences.write_text("the licences\n")
    licences.chmod(0o755)  # as a wheel has some
    for name in ("libstdc++.so.6", "libmvec.so.1", "libQt6Core.so.6"):
        (folder / "_internal" / name).write_text("a library\n")
    for name in ("photoloom", "photoloom-engine"):
        (folder / name).write_text(f'#!/bin/sh\necho {name} "$@"\n')
        (folder / name).chmod(0o700)
    return folder


@pytest.fixture(scope="module")
def deb(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from linux.deb import build_deb

    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed")
    return build_deb(bundle, tmp_path_factory.mktemp("deb"))


@pytest.fixture(scope="module")
def installed(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package unpacked: its folder usr."""
    root = tmp_path_factory.mktemp("root")
    _said("dpkg-deb", "-x", deb, root)
    return root / "usr"


def _field(deb: Path, name: str) -> str:
    return _said("dpkg-deb", "-f", deb, name).strip()


def test_the_package_says_what_it_is_and_needs(deb: Path, installed: Path) -> None:
    assert deb.name.startswith(f"photoloom_{_field(deb, 'Version')}_")
    assert _field(deb, "Version").replace("~", "") == engine.__version__
    depends = _field(deb, "Depends").split(", ")
    assert {"libegl1", "libxcb-cursor0", "libglib2.0-0t64 | libglib2.0-0"} <= set(depends)
    unpacked = sum(-(-path.lstat().st_size // 1024) for path in installed.rglob("*") if not path.is_dir())
    assert int(_field(deb, "Installed-Size")) == unpacked


def test_the_package_has_no_script_of_its_own(deb: Path, tmp_path: Path) -> None:
    _said("dpkg-deb", "-e", deb, tmp_path / "control")
    assert sorted(path.name for path in (tmp_path / "control").iterdir()) == ["control", "md5sums"]


def test_everything_belongs_to_root_and_is_for_everybody(deb: Path) -> None:
    listing = [line.split() for line in _said("dpkg-deb", "-c", deb).splitlines()]
    assert {owner for _, owner, *_ in listing} == {"root/root"}
    modes = {columns[5]: columns[0] for columns in listing}
    assert modes["./usr/lib/photoloom/photoloom"] == "-rwxr-xr-x"  # it was for its owner alone
    assert modes["./usr/lib/photoloom/_internal/engine/_resources/licences.txt"] == "-rw-r--r--"
    assert modes["./usr/bin/photoloom"] == "lrwxrwxrwx"


def test_both_programs_are_on_the_path(installed: Path) -> None:
    for name in ("photoloom", "photoloom-engine"):
        assert _said(installed / "bin" / name, "a b") == f"{name} a b\n"


def test_libraries_as_new_as_the_drivers_are_left_to_the_system(installed: Path) -> None:
    there = {path.name for path in (installed / "lib" / "photoloom" / "_internal").iterdir()}
    assert "libQt6Core.so.6" in there
    assert not there & {"libstdc++.so.6", "libmvec.so.1"}


def test_a_folder_that_is_no_bundle_is_named(tmp_path: Path) -> None:
    from linux.stage import stage

    with pytest.raises(SystemExit, match="is no bundle: there is no photoloom in it"):
        stage(tmp_path, tmp_path / "usr")


def test_versions_before_a_release_come_before_it() -> None:
    from linux.facts import debian_version

    assert [debian_version(v) for v in ("1.2.0", "1.2.0rc1", "1.2.0.dev3")] == ["1.2.0", "1.2.0~rc1", "1.2.0~dev3"]


@pytest.mark.slow  # lintian takes four seconds to start
@_needs("lintian")
def test_lintian_finds_nothing(deb: Path, tmp_path: Path) -> None:
    """It knows no zstd before Debian 13, so it looks at the same package by gzip."""
    _said("dpkg-deb", "-R", deb, tmp_path / "unpacked")
    _said("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", tmp_path / "unpacked", tmp_path / "photoloom.deb")
    assert _said("lintian", "--allow-root", "--fail-on", "error,warning", tmp_path / "photoloom.deb") == ""


@_needs("desktop-file-validate")
def test_the_desktop_file_is_valid(installed: Path) -> None:
    assert _said("desktop-file-validate", installed / "share" / "applications" / f"{APP_ID}.desktop") == ""


def test_folders_can_be_opened_with_it(installed: Path) -> None:
    entries = ConfigParser(interpolation=None)
    entries.read(installed / "share" / "applications" / f"{APP_ID}.desktop", "utf-8")
    entry = entries["Desktop Entry"]
    assert "inode/directory" in entry["MimeType"].split(";")
    assert entry["Exec"] == "photoloom %f"
    assert entry["Icon"] == APP_ID
    assert all(entry.get(f"{key}[fr]") for key in ("GenericName", "Comment", "Keywords"))


def test_the_window_names_the_desktop_file() -> None:
    """By it Wayland finds the icon, and a portal knows who asks."""
    calls = ast.walk(ast.parse((ROOT / "gallery_app" / "app.py").read_text("utf-8")))
    named = [
        ast.literal_eval(call.args[0])
        for call in calls
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("setDesktopFileName")
    ]
    assert named == [APP_ID]


@_needs("appstreamcli")
def test_the_metainfo_is_valid(installed: Path) -> None:
    file = installed / "share" / "metainfo" / f"{APP_ID}.metainfo.xml"
    _said("appstreamcli", "validate", "--no-net", "--pedantic", file)


def test_software_centres_are_told_of_the_releases_in_the_changelog(installed: Path) -> None:
    heading = re.search(r"^## (\S+) \((\S+)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert heading is not None
    newest = ET.parse(installed / "share" / "metainfo" / f"{APP_ID}.metainfo.xml").find("releases/release")
    assert newest is not None
    assert heading[1] == newest.get("version") == engine.__version__
    assert newest.get("type") == ("development" if heading[2] == "unreleased" else "stable")
    assert newest.find("description/ul/li") is not None


def test_screenshots_are_there_with_their_sizes(installed: Path) -> None:
    images = ET.parse(installed / "share" / "metainfo" / f"{APP_ID}.metainfo.xml").findall(".//screenshot/image")
    assert len(images) > 2
    for image in images:
        _, _, name = str(image.text).partition(f"/v{engine.__version__}/")
        with Image.open(ROOT / name) as picture:
            assert picture.size == (int(image.get("width", 0)), int(image.get("height", 0)))


CHANGELOG = """# Changelog

## 0.3.0 (unreleased)

- **One** thing ([docs/x.md](docs/x.md)) is new. It
  goes on.
- `two` & [three](y)

## 0.2.0 (2026-01-31)

What was mended, and
how:

- something
"""


def test_a_release_is_told_by_its_headings_or_first_sentences() -> None:
    from linux.releases import Release, read_releases

    assert read_releases(CHANGELOG) == [
        Release("0.3.0", "", ("One thing is new.", "two & three")),
        Release("0.2.0", "2026-01-31", ("What was mended, and how",)),
    ]


def test_icons_have_the_sizes_of_their_folders(installed: Path) -> None:
    theme = installed / "share" / "icons" / "hicolor"
    assert (theme / "scalable" / "apps" / f"{APP_ID}.svg").is_file()
    for size in ICON_SIZES:
        with Image.open(theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png") as icon:
            assert icon.size == (size, size)
            assert icon.getpixel((0, 0))[3] == 0  # its corners are round
            assert icon.getpixel((size // 2, size // 2))[3] == 255


@_needs("man")
@pytest.mark.parametrize("name", ["photoloom", "photoloom-engine"])
def test_manual_pages_are_set_without_a_warning(installed: Path, name: str) -> None:
    page = installed / "share" / "man" / "man1" / f"{name}.1.gz"
    set_by = ("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", page)
    done = subprocess.run(
        set_by, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 40


def _options(text: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]+", text))


def test_manual_pages_tell_of_every_option() -> None:
    from linux.facts import render
    from linux.man_pages import engine_page

    helps = _said(sys.executable, "-m", "gallery_app", "--help")
    assert _options(helps) - {"--tour"} <= _options(render("photoloom.1").replace("\\-", "-"))
    page = engine_page().replace("\\-", "-")
    for command in ("organise", "file", "undo", "check", "fine-tune"):
        assert f".SS \\fB{command}\\fR" in page
        assert _options(_said(sys.executable, "-m", "engine", command, "--help")) <= _options(page)


def test_the_oldest_c_library_is_read_off_the_programs(bundle: Path, tmp_path: Path) -> None:
    from linux.needs import Needs, depends, needs_of

    if shutil.which("objdump") is None:
        pytest.skip("objdump is not installed")
    assert needs_of(bundle) == Needs(frozenset(), "")
    shutil.copy(shutil.which("true") or "", tmp_path / "true")
    needs = needs_of(tmp_path)
    assert "libc.so.6" in needs.libraries
    assert re.fullmatch(r"2\.\d+(\.\d+)?", needs.glibc)
    assert f"libc6 (>= {needs.glibc})" in depends(needs)


def test_a_library_of_no_known_package_stops_the_build() -> None:
    from linux.needs import Needs, depends

    with pytest.raises(SystemExit, match=r"No Debian package is known for libnew\.so\.1"):
        depends(Needs(frozenset({"libnew.so.1", "libc.so.6"}), "2.36"))


@pytest.fixture(scope="module")
def app_dir(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from linux.appimage import make_app_dir

    app = tmp_path_factory.mktemp("appimage") / "Photoloom.AppDir"
    try:
        make_app_dir(bundle, app)
    except SystemExit as missing:
        pytest.skip(str(missing))
    return app


def test_an_appimage_runs_the_program_it_is_called_by(app_dir: Path) -> None:
    assert _said(app_dir / "AppRun", "a b") == "photoloom a b\n"
    assert _said(app_dir / "AppRun", "--version", ARGV0="./photoloom-engine") == "photoloom-engine --version\n"


def test_an_appimage_carries_what_desktops_lack_and_leaves_drivers_alone(app_dir: Path) -> None:
    from linux.carried import HOST

    carried = {path.name for path in (app_dir / "usr" / "lib" / "photoloom" / "_internal").iterdir()}
    assert {"libxcb-cursor.so.0", "libxcb-util.so.1", "libxkbcommon-x11.so.0"} <= carried
    assert not carried & HOST


def test_an_appimage_has_its_desktop_file_and_icon_at_the_top(app_dir: Path) -> None:
    assert {path.name for path in app_dir.iterdir()} == {
        "AppRun", ".DirIcon", f"{APP_ID}.desktop", f"{APP_ID}.png", "usr",
    }  # fmt: skip
    with Image.open(app_dir / ".DirIcon") as icon:
        assert icon.size == (256, 256)


@pytest.mark.slow  # squashing and packing libraries as small as they get takes seconds
@_needs("mksquashfs", "unsquashfs", "zstd")
def test_what_is_written_holds_the_tree(bundle: Path, app_dir: Path, tmp_path: Path) -> None:
    """A fixture of its own skips where a library has to go along that this computer lacks."""
    from linux.appimage import build_appimage
    from linux.flatpak import build_tarball

    (tmp_path / "runtime").write_bytes(b"\x7fELF and what mounts the rest")
    joined = build_appimage(bundle, tmp_path, tmp_path / "runtime").read_bytes()
    assert joined.startswith(b"\x7fELF and what mounts the rest")
    (tmp_path / "rest").write_bytes(joined.removeprefix(b"\x7fELF and what mounts the rest"))
    listing = _said("unsquashfs", "-l", tmp_path / "rest")
    assert "squashfs-root/AppRun" in listing
    assert "squashfs-root/usr/lib/photoloom/photoloom" in listing
    names = _said("tar", "--zstd", "-tf", build_tarball(bundle, tmp_path)).splitlines()
    assert {name.split("/")[1] for name in names} - {""} == {"bin", "lib", "share"}


def _yaml() -> ModuleType:
    return pytest.importorskip("yaml")


def test_the_sandbox_keeps_the_promise_that_nothing_leaves(tmp_path: Path) -> None:
    from linux.flatpak import write_manifest

    tarball = tmp_path / f"photoloom-{engine.__version__}-linux-x86_64.tar.zst"
    tarball.write_bytes(b"payload")
    manifest = _yaml().safe_load(write_manifest(tarball, tmp_path).read_text("utf-8"))
    assert manifest["id"] == APP_ID
    assert not [argument for argument in manifest["finish-args"] if "network" in argument]
    archive = manifest["modules"][0]["sources"][0]
    assert archive["sha256"] == hashlib.sha256(b"payload").hexdigest()
    assert archive["url"].endswith(f"/v{engine.__version__}/{tarball.name}")


@pytest.mark.parametrize("there", [True, False])
def test_the_desktops_folder_of_pictures_is_opened_in_any_language(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the entry in the desktop's menu asks for; only the window itself is replaced."""
    import gallery_app
    from gallery_app.__main__ import main

    pictures = tmp_path / "Images de Zoé"
    (tmp_path / "user-dirs.dirs").write_text(f'XDG_PICTURES_DIR="{pictures}"\n', "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("XDG_PICTURES_DIR", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    opened: list[Path | None] = []
    window = ModuleType("gallery_app.app")
    window.run = lambda folder, library: opened.append(folder) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gallery_app.app", window)
    monkeypatch.setattr(gallery_app, "app", window, raising=False)
    if there:
        pictures.mkdir()
    assert main(["--pictures"]) == 0
    assert opened == [pictures if there else None]
