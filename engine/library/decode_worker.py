"""The process that decodes: one JSON line in (a file), one JSON line out (what it holds, or why not).

Started by DecodePool as `python -m engine.library.decode_worker SECONDS MEMORY`; ends when its input closes.
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
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from engine.errors import UserError
from engine.library.decode import read
from engine.library.formats import Unreadable

READY = b"ready\n"
GRACE = 5.0  # seconds that the parent has to end a decode before the worker ends itself


def main(seconds: float, memory: int) -> None:
    """Answer requests until standard input closes or its own time limit passes."""
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
            answer = json.dumps(_answer(json.loads(line)), default=datetime.isoformat)
            faulthandler.cancel_dump_traceback_later()
            answers.write(answer.encode() + b"\n")
            answers.flush()


def _listen(requests: queue.SimpleQueue[bytes]) -> None:
    """Pass on what is asked, and end the process at once when nobody can ask any more, in mid-decode too."""
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


def limit_memory(memory: int) -> None:
    """Hold this process to `memory` bytes more than it has now, where the system can (Linux)."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def _answer(request: dict[str, str]) -> dict[str, Any]:
    try:
        content = read(Path(request["path"]), request["digest"], Path(request["thumbnail"]))
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"memory": True}
    except UserError as error:
        return {"user_error": error.sentence.told()}
    except Exception:  # noqa: BLE001 - our own bug: the parent raises it, with this traceback
        return {"bug": traceback.format_exc()}
    return {"content": asdict(content)}


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
    main(float(sys.argv[1]), int(sys.argv[2]))
