"""The process that decodes: one JSON line in (a file), one JSON line out (what it holds, or why not).

Started by DecodePool as `python -m engine.library.decoding.decode_worker SECONDS MEMORY`; ends when its input closes.
With a third argument, "now", it runs at normal priority, for the user waits. A request without a thumbnail is for the
metadata alone; one without a digest for the whole picture, shrunk to an "edge" that it names: its pixels follow the
line, from the top, 4 bytes each (red, green, blue, 255).
"""

from __future__ import annotations

import faulthandler
import json
import os
import queue
import sys
import threading
import traceback
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image

from engine.core.errors import UserError
from engine.core.processes.memory import limit_memory
from engine.library.decoding.decode import decode, describe, read
from engine.library.decoding.described import to_plain
from engine.library.decoding.formats import Unreadable

READY = b"ready\n"
_STRIP = 64  # rows
GRACE = 5.0  # seconds that the parent has to end a decode before the worker ends itself


def main(seconds: float, memory: int, *, now: bool = False) -> None:
    """Answer requests until standard input closes or its own time limit passes."""
    if not now:
        _lower_priority()
    warnings.simplefilter("ignore")  # of half-broken files; what matters becomes a sentence
    answers = _private_output()
    limit_memory(memory)
    answers.write(READY)
    answers.flush()
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    with open(os.devnull, "w") as nowhere, suppress(BrokenPipeError):
        while True:
            line = requests.get()
            # The parent keeps the time; this clock is for a decoder that hangs and holds Python's lock when
            # the parent was killed, so that nobody else can end it.
            faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=nowhere)
            answer, picture = _answer(json.loads(line))
            answers.write(json.dumps(answer).encode() + b"\n")
            if picture is not None:
                _write_pixels(picture, answers)
            answers.flush()
            faulthandler.cancel_dump_traceback_later()


def _listen(requests: queue.SimpleQueue[bytes]) -> None:
    """Queue requests, and end the process at once when the input closes, in mid-decode too."""
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


def _answer(request: dict[str, str]) -> tuple[dict[str, Any], Image.Image | None]:
    """The answer to a request, and the picture whose pixels follow, if they were requested."""
    path = Path(request["path"])
    try:
        if "thumbnail" in request:
            return {"content": to_plain(read(path, request["digest"], Path(request["thumbnail"])))}, None
        if "digest" in request:
            return {"content": to_plain(describe(path, request["digest"]))}, None
        picture = decode(path, int(request["edge"]) if "edge" in request else None).image.convert("RGB")
        return {"size": picture.size}, picture
    except Unreadable as error:
        return {"unreadable": str(error)}, None
    except MemoryError:
        return {"memory": True}, None
    except UserError as error:
        return {"user_error": error.sentence.to_json()}, None
    except Exception:  # noqa: BLE001 - our own bug: the parent raises it, with this traceback
        return {"bug": traceback.format_exc()}, None


def _write_pixels(picture: Image.Image, answers: BinaryIO) -> None:
    """In strips, so that one is read while the next is made, and no second copy of the whole is."""
    for top in range(0, picture.height, _STRIP):
        strip = picture.crop((0, top, picture.width, min(top + _STRIP, picture.height)))
        answers.write(strip.tobytes("raw", "RGBX"))


def _lower_priority() -> None:
    """The machine stays usable while thousands of photos are read."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(5)


def _private_output() -> BinaryIO:
    """Keep standard output for answers; what C libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return answers


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]), now="now" in sys.argv[3:])
