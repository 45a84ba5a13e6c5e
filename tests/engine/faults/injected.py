"""Runs the headless program while calls of the system about some files fail, by strace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from tests.paths import ROOT

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
QUICK = ("--method", "kmeans", "--map", "pca", "-q")
Ran = subprocess.CompletedProcess[str]


def engine(words: Sequence[object], *before: str, **environment: str) -> Ran:
    """The headless program with these words, started by the command `before`."""
    command = [*before, sys.executable, "-m", "engine", *map(str, words)]
    around = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"} | environment
    return subprocess.run(command, capture_output=True, text=True, env=around, timeout=300, check=False)


def failing(words: Sequence[object], paths: Sequence[Path], fault: str) -> Ran:
    """The same where these calls about these paths fail: "read,pread64:error=EIO", from the first one on."""
    calls, _, how = fault.partition(":")
    watched = [word for path in paths for word in ("-P", str(path))]
    when = "" if "when=" in how else ":when=1+"
    tracer = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", *watched, "-e", f"trace={calls}"]
    ran = engine(words, *tracer, "-e", f"inject={calls}:{how}{when}")
    if "ptrace" in ran.stderr.lower():
        pytest.skip("strace is not allowed here")
    return ran


def is_one_sentence(ran: Ran) -> bool:
    """Whether a run has failed with status 1 and a sentence on one line."""
    return ran.returncode == 1 and ran.stderr.count("\n") == 1 and ran.stderr.rstrip().endswith((".", "?"))


def noise(path: Path, seed: int) -> Path:
    """A small picture that no other seed makes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.effect_noise((60, 40), 20 + 30 * seed).save(path)
    return path
