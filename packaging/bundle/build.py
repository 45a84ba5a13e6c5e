"""Build the bundle in dist/: `python packaging/bundle/build.py`, with a Python that has what pyproject.toml demands.

That Python exports the models. The bundle is made of an environment of its own, build/bundle-venv, with the CPU build
of torch and without what contents.py leaves out.

BUNDLE_TORCH names the torch to take, BUNDLE_INDEX where from; empty: where pip takes everything else from.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from contents import ROOT, alone, requirements

HERE = Path(__file__).resolve().parent
CPU_INDEX = "" if sys.platform == "darwin" else "https://download.pytorch.org/whl/cpu"  # PyPI's own has no CUDA there
TORCH = os.environ.get("BUNDLE_TORCH", "torch>=2.11,<3")
INDEX = os.environ.get("BUNDLE_INDEX", CPU_INDEX)
TOOLS = ("pyinstaller>=6.22,<7", "pyinstaller-hooks-contrib", "packaging", "uv>=0.11,<1")
BUILD = ROOT / "build"
ENVIRONMENT = BUILD / "bundle-venv"
RESOURCES = BUILD / "bundle" / "resources"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT)


def install() -> None:
    """Make the environment, unless it was made of the same list before."""
    wanted = [*requirements(), *TOOLS]
    key = hashlib.sha256("\n".join([sys.version, TORCH, INDEX, *wanted, *alone()]).encode()).hexdigest()
    stamp = ENVIRONMENT / "made-of"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == key:
        return
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    venv.create(ENVIRONMENT, with_pip=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, TORCH, *(["--index-url", INDEX] if INDEX else []))
    run(*pip, *wanted)
    run(*pip, "--no-deps", *alone())
    stamp.write_text(key, encoding="utf-8")


def main() -> None:
    install()
    run(sys.executable, ROOT / "packaging" / "models" / "take.py")
    run(sys.executable, HERE / "export_models.py", RESOURCES / "models")
    run(PYTHON, HERE / "licences.py", RESOURCES / "licences.txt")
    if sys.platform == "darwin":
        run(PYTHON, ROOT / "packaging" / "macos" / "icns.py", ROOT / "packaging" / "macos" / "photoloom.icns")
    else:
        run(PYTHON, ROOT / "packaging" / "gpu_pack" / "kit.py")
    if sys.platform == "win32":
        run(PYTHON, ROOT / "packaging" / "windows" / "pictures.py", ROOT / "packaging" / "windows" / "photoloom.ico")
    work = BUILD / "pyinstaller"
    run(
        PYTHON,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--distpath",
        ROOT / "dist",
        "--workpath",
        work,
        HERE / "photoloom.spec",
    )


if __name__ == "__main__":
    main()
