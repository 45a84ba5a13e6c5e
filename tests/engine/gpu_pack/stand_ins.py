"""A kit that is as small as a test needs: it fetches 3 MB, and what it installs says what a test wants to hear."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from engine import __version__
from tests.engine.gpu_pack.loopback import PYTHON, lock_of, make_wheel

_TRIAL = """
import json, os, pathlib, sys, time
how = os.environ.get("FAKE_TRIAL", "well")
if how == "crash":
    os.abort()
if how == "hang":
    time.sleep(60)
print("a library says something")
answer = {"problem": None, "detail": "", "device": sys.argv[1], "milliseconds": 1.0, "cosine": 1.0}
print(json.dumps(answer | json.loads(os.environ.get("FAKE_ANSWER", "{}"))))
print("and again")
"""
_SHOWN = "import json, os, sys; print(json.dumps([dict(os.environ), sys.path, sys.flags.isolated, sys.prefix]))"


def make_kit(folder: Path, wheels: Path, uv: str) -> list[Path]:
    """Make a kit with a wheel in Photoloom's place, and the two wheels that its lock names.

    FAKE_TRIAL is well, crash or hang; FAKE_ANSWER is JSON of what the pack answers when it is tried.
    """
    locked = [
        make_wheel(wheels, "torch", "1.0", {"torch/__init__.py": "", "torch/kernels.bin": os.urandom(3_000_000)}),
        make_wheel(wheels, "small", "2.0", {"small.py": ""}),
    ]
    (folder / "lock.txt").write_text(lock_of(locked), "utf-8")
    package = {"engine/__init__.py": "", "engine/gpu_pack/__init__.py": "", "engine/shown.py": _SHOWN}
    make_wheel(folder, "photoloom", __version__, {**package, "engine/gpu_pack/verify.py": _TRIAL})
    shutil.copy2(uv, folder / "uv")
    about = {"version": 1, "python": PYTHON, "torch": "1.0", "indexes": [], "download": 3_000_000, "disk": 4_000_000}
    (folder / "kit.json").write_text(json.dumps(about), "utf-8")
    return locked
