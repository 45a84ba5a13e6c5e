"""The AppImage: a folder that runs by itself, squashed, and behind a runtime that mounts it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .carried import carry
from .facts import APP_ID, VERSION, build_date, render
from .stage import stage

LEVEL = 19  # of zstd, which type2-runtime reads
BLOCK = "1M"  # a sixth smaller than the usual 128K


def build_appimage(bundle: Path, out: Path, runtime: Path | None = None) -> Path:
    """Write the AppImage into the folder `out`; without a runtime only its squashfs, which can be mounted and run."""
    out.mkdir(parents=True, exist_ok=True)
    name = f"Photoloom-{VERSION}-x86_64"
    with tempfile.TemporaryDirectory(dir=out, prefix=".appimage-") as folder:
        app, squashed = Path(folder, "Photoloom.AppDir"), out / f"{name}.squashfs"
        make_app_dir(bundle, app)
        _squash(app, squashed)
    if runtime is None:
        return squashed
    joined = out / f"{name}.AppImage"
    with joined.open("wb") as file:
        for part in (runtime, squashed):
            with part.open("rb") as source:
                shutil.copyfileobj(source, file)
    joined.chmod(0o755)
    squashed.unlink()
    return joined


def make_app_dir(bundle: Path, app: Path) -> None:
    """The tree of the packages below usr, and at its top what AppImage's specification asks for."""
    stage(bundle, app / "usr")
    carry(app / "usr" / "lib" / "photoloom")
    app.chmod(0o755)
    share = app / "usr" / "share"
    run = app / "AppRun"
    run.write_text(render("AppRun"), "utf-8")
    run.chmod(0o755)
    shutil.copyfile(share / "applications" / f"{APP_ID}.desktop", app / f"{APP_ID}.desktop")
    shutil.copyfile(share / "icons" / "hicolor" / "256x256" / "apps" / f"{APP_ID}.png", app / f"{APP_ID}.png")
    (app / ".DirIcon").symlink_to(f"{APP_ID}.png")


def _squash(folder: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    options = [
        "-comp",
        "zstd",
        "-Xcompression-level",
        str(LEVEL),
        "-b",
        BLOCK,
        "-root-owned",
        "-noappend",
        "-no-xattrs",
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(build_date().timestamp()))}
    command = ["mksquashfs", str(folder), str(target), *options, "-quiet", "-no-progress"]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
