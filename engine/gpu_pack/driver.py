"""Which NVIDIA GPU the driver names, asked in a process of its own: a broken driver may crash or hang whoever asks.

No torch is needed, nor imported: CUDA's driver interface has answered these three calls since 2007.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from dataclasses import dataclass

from engine.core.errors import Sentence
from engine.core.interpreter import child_command

PATIENCE = 20.0  # seconds: a driver that wakes a sleeping GPU takes a few
_NO_DEVICE = 100  # CUDA_ERROR_NO_DEVICE
_NAME_LENGTH = 256
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class Driver:
    """`gpu` is the name of the first GPU, "" where there is none; `problem` says what is wrong with the driver."""

    gpu: str = ""
    problem: Sentence | None = None


def ask_driver(patience: float = PATIENCE) -> Driver:
    """The GPU that the driver names, or why there is none that can be used."""
    if sys.platform == "darwin":
        return Driver()
    try:
        asked = subprocess.run(
            child_command(__name__),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience,
            check=False,
            creationflags=_NO_WINDOW,
        )
        answer = json.loads(asked.stdout)
    except subprocess.TimeoutExpired:
        return Driver(problem=Sentence("The NVIDIA driver does not answer: install it anew, or restart the computer."))
    except ValueError:
        return Driver(problem=Sentence("The NVIDIA driver crashes when it is asked for its GPU: install it anew."))
    if answer["error"]:
        return Driver(
            problem=Sentence(
                "The NVIDIA driver reports error {code}: install it anew, or restart the computer.",
                code=answer["error"],
            )
        )
    return Driver(gpu=answer["gpu"])


def _ask() -> dict[str, str | int]:
    """What the driver answers in this process: the name of the first GPU, or CUDA's error code (CUresult)."""
    try:
        cuda = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return {"gpu": "", "error": 0}
    count, name = ctypes.c_int(0), ctypes.create_string_buffer(_NAME_LENGTH)
    error = (
        cuda.cuInit(0)
        or cuda.cuDeviceGetCount(ctypes.byref(count))
        or (count.value and cuda.cuDeviceGetName(name, _NAME_LENGTH, 0))
    )
    return {"gpu": name.value.decode(errors="replace"), "error": 0 if error == _NO_DEVICE else error}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_ask()))
