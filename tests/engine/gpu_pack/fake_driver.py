"""A driver library that answers as it is told, made by the machine's C compiler: no GPU is needed to ask it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

GPU = "NVIDIA GeForce RTX 9090"
_SOURCE = """
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static const char *how(void) { const char *told = getenv("FAKE_CUDA"); return told ? told : "well"; }
int cuInit(unsigned flags) {
    if (!strcmp(how(), "crash")) abort();
    if (!strcmp(how(), "hang")) for (;;) pause();
    return strcmp(how(), "error") ? 0 : 803;
}
int cuDeviceGetCount(int *count) { *count = !!strcmp(how(), "none"); return 0; }
int cuDeviceGetName(char *name, int length, int device) { strncpy(name, "%s", length); return 0; }
"""


def compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


def make_driver(folder: Path) -> Path:
    """The folder that LD_LIBRARY_PATH has to name; FAKE_CUDA is well, none, error (803), crash or hang."""
    source = folder / "cuda.c"
    source.write_text(_SOURCE % GPU, encoding="utf-8")
    command = [compiler() or "cc", "-shared", "-fPIC", "-o", str(folder / "libcuda.so.1"), str(source)]
    subprocess.run(command, check=True)
    return folder
