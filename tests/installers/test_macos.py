"""What macOS is told of Photoloom.app, its icon, its disk image, and that nothing is signed without credentials."""

from __future__ import annotations

import os
import plistlib
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import IcnsImagePlugin, Image

import engine
from tests.paths import ROOT

MACOS = ROOT / "packaging" / "macos"


@pytest.fixture(scope="module")
def plist() -> dict[str, Any]:
    """As macOS reads it: through a file."""
    made = runpy.run_path(str(MACOS / "info_plist.py"))["info"](engine.__version__)
    read: dict[str, Any] = plistlib.loads(plistlib.dumps(made))
    return read


def test_the_app_says_who_it_is_and_what_it_needs(plist: dict[str, Any]) -> None:
    assert plist["CFBundleIdentifier"] == "io.github.photoloom.Photoloom"
    assert plist["CFBundleShortVersionString"] == plist["CFBundleVersion"] == engine.__version__
    assert plist["CFBundleName"] == plist["CFBundleDisplayName"] == "Photoloom"
    assert plist["LSMinimumSystemVersion"] == "14.0"
    assert plist["LSArchitecturePriority"] == ["arm64"]
    assert plist["LSApplicationCategoryType"] == "public.app-category.photography"
    assert plist["NSHighResolutionCapable"] is True


def test_folders_and_drives_can_be_opened_with_it(plist: dict[str, Any]) -> None:
    (kind,) = plist["CFBundleDocumentTypes"]
    assert kind["LSItemContentTypes"] == ["public.folder", "public.volume"]
    assert kind["CFBundleTypeRole"] == "Viewer"  # it changes nothing by opening them
    assert kind["LSHandlerRank"] == "Alternate"  # Finder stays the program that opens folders


def test_each_place_that_macos_guards_has_its_reason_in_both_languages(plist: dict[str, Any], tmp_path: Path) -> None:
    reasons = {key: text for key, text in plist.items() if key.endswith("UsageDescription")}
    places = (
        "DesktopFolder",
        "DocumentsFolder",
        "DownloadsFolder",
        "RemovableVolumes",
        "NetworkVolumes",
        "PhotoLibrary",
    )
    assert set(reasons) == {f"NS{place}UsageDescription" for place in places}
    assert all(text.startswith("Photoloom reads ") and text.endswith(".") for text in reasons.values())
    app = tmp_path / "Photoloom.app"
    subprocess.run([sys.executable, MACOS / "info_plist.py", app], check=True)
    french = plistlib.loads((app / "Contents" / "Resources" / "fr.lproj" / "InfoPlist.strings").read_bytes())
    assert set(french) == {*reasons, plist["CFBundleDocumentTypes"][0]["CFBundleTypeName"]}
    assert all(french[key] not in ("", text) for key, text in reasons.items())
    assert plist["CFBundleLocalizations"] == ["en", "fr"]


def test_the_hardened_runtime_gives_up_no_more_than_is_needed() -> None:
    entitlements = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_icon_has_every_size_that_macos_shows(tmp_path: Path) -> None:
    made = tmp_path / "photoloom.icns"
    subprocess.run([sys.executable, MACOS / "icns.py", made], check=True)
    with Image.open(made) as icon:
        assert isinstance(icon, IcnsImagePlugin.IcnsImageFile)
        pixels = {width * scale for width, _height, scale in icon.info["sizes"]}
        assert pixels == {32, 64, 128, 256, 512, 1024}
        large = icon.convert("RGBA")
    assert large.size == (1024, 1024)
    assert large.getchannel("A").getbbox() == (100, 100, 924, 924)  # Apple's grid


def test_the_disk_image_shows_the_app_beside_the_folder_of_programs() -> None:
    app = ROOT / "dist" / "Photoloom.app"
    settings = runpy.run_path(str(MACOS / "dmg_settings.py"), {"defines": {"app": str(app)}})
    assert settings["files"] == [str(app)]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert Path(settings["icon"]) == MACOS / "photoloom.icns"
    (left, _top), (width, height) = settings["window_rect"]
    assert left >= 0
    for x, y in settings["icon_locations"].values():
        assert settings["icon_size"] / 2 < x < width - settings["icon_size"] / 2
        assert settings["icon_size"] / 2 < y < height - settings["icon_size"] / 2
    assert set(settings["icon_locations"]) == {"Photoloom.app", "Applications"}


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("sign.sh", "Not signed with a Developer ID, as PHOTOLOOM_MAC_IDENTITY names none: dist/Photoloom.dmg"),
        ("notarise.sh", "Not notarised, as PHOTOLOOM_NOTARY_KEY names no key: dist/Photoloom.dmg"),
    ],
)
def test_without_credentials_a_step_is_skipped_and_says_so(script: str, sentence: str) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PHOTOLOOM_")}
    command = ["bash", MACOS / script, "dist/Photoloom.dmg"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=bare)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{sentence}\n", "")


needs_file = pytest.mark.skipif(shutil.which("file") is None, reason="file, which knows programs, is missing")
MACH_O = bytes.fromhex("cffaedfe0c00000100000000060000000000000000000000")


@needs_file
@pytest.mark.parametrize(("needed", "status"), [("11.0", 0), ("14.0", 0), ("15.1", 1)])
def test_a_library_for_a_newer_macos_is_named(tmp_path: Path, needed: str, status: int) -> None:
    """With stand-ins for Apple's tools; otool goes on to speak, and minds nobody who hangs up."""
    app = tmp_path / "Photoloom.app"
    (app / "Contents" / "Frameworks").mkdir(parents=True)
    (app / "Contents" / "Frameworks" / "a b.dylib").write_bytes(MACH_O)
    (app / "Contents" / "readme.txt").write_text("no program")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, says in (("plutil", "echo 14.0"), ("otool", f"echo ' minos {needed}'; seq 100000")):
        (tools / name).write_text(f"#!/bin/bash\nset -e\n{says}\n")
        (tools / name).chmod(0o755)
    path = {"PATH": f"{tools}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", MACOS / "oldest.sh", app], capture_output=True, text=True, check=False, env={**os.environ, **path}
    )
    assert done.returncode == status, done.stderr
    said = f"{app}/Contents/Frameworks/a b.dylib needs macOS {needed}, and 14.0 is promised\n"
    assert done.stderr == (said if status else "")


@needs_file
def test_an_app_is_signed_from_the_inside_out(tmp_path: Path) -> None:
    """The commands, recorded by a stand-in for Apple's: every library before what holds it, the app last."""
    inside = tmp_path / "Photoloom.app" / "Contents"
    for name in ("MacOS/photoloom", "MacOS/photoloom-engine", "Frameworks/libtorch.dylib", "Frameworks/a b/c.so"):
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_bytes(MACH_O)
    (inside / "Frameworks" / "QtCore.framework").mkdir()
    (inside / "Info.plist").write_text("no program")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "codesign").write_text('#!/bin/sh\necho "$@" >>"$RECORD"\n')
    (tools / "codesign").chmod(0o755)
    record = tmp_path / "record"
    variables = {"PATH": f"{tools}:{os.environ['PATH']}", "RECORD": str(record), "PHOTOLOOM_MAC_IDENTITY": "Somebody"}
    subprocess.run(["bash", MACOS / "sign.sh", f"{inside.parent}/"], check=True, env={**os.environ, **variables})
    *signed, last, verified = record.read_text().replace(str(inside.parent), "APP").splitlines()
    assert verified == "--verify --deep --strict APP"
    assert last.endswith("entitlements.plist APP")
    assert signed[-1].endswith("entitlements.plist APP/Contents/MacOS/photoloom-engine")
    assert signed[-2].endswith("--options runtime APP/Contents/Frameworks/QtCore.framework")
    assert {line.rpartition("--options runtime ")[2] for line in signed[:-2]} == {
        "APP/Contents/MacOS/photoloom",
        "APP/Contents/MacOS/photoloom-engine",
        "APP/Contents/Frameworks/libtorch.dylib",
        "APP/Contents/Frameworks/a b/c.so",
    }
    assert all(line.startswith("--force --timestamp --sign Somebody") for line in (*signed, last))
