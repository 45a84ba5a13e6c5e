"""Gather what an installation needs to make a GPU pack: `python packaging/gpu_pack/kit.py [build/gpu_pack]`.

The folder holds uv.xz, the wheel of this program, lock.txt and kit.json; engine/gpu_pack/kit.py reads it. A lock newer
than pyproject.toml and of the same torch is kept.
"""

from __future__ import annotations

import argparse
import json
import lzma
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import lock

OUT = lock.ROOT / "build" / "gpu_pack"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    parser.add_argument("--torch", help="default: the version that is installed here")
    arguments = parser.parse_args()
    gather(arguments.out, arguments.torch or version("torch").partition("+")[0])


def gather(out: Path, torch: str) -> None:
    """Make the kit in the folder `out`, with a lock for this system."""
    out.mkdir(parents=True, exist_ok=True)
    if not _is_fresh(out, torch):
        lock.lock(out, lock.PLATFORMS["windows" if sys.platform == "win32" else "linux"], torch)
    for old in out.glob("*.whl"):
        old.unlink()
    build = [lock.uv(), "build", "--no-config", "--quiet", "--wheel", "--no-create-gitignore", "--out-dir", str(out)]
    subprocess.run([*build, "--python", sys.executable, str(lock.ROOT)], check=True)
    with open(lock.uv(), "rb") as uv, lzma.open(out / "uv.xz", "wb") as packed:  # a third of it
        shutil.copyfileobj(uv, packed)
    about = json.loads((out / "lock.json").read_text(encoding="utf-8"))
    (out / "kit.json").write_text(json.dumps({"version": 1, **about}, indent=1), encoding="utf-8")
    print(f"The kit of the GPU pack is in {out}")


def _is_fresh(out: Path, torch: str) -> bool:
    written = out / "lock.json"
    if not written.exists() or written.stat().st_mtime < (lock.ROOT / "pyproject.toml").stat().st_mtime:
        return False
    return str(json.loads(written.read_text(encoding="utf-8"))["torch"]).partition("+")[0] == torch


if __name__ == "__main__":
    main()
