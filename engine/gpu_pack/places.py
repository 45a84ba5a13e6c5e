"""Where the pack lies, who works on it, and the small file that says it is whole.

gpu-pack/VERSION/pack.json   written last, once everything was tried: what the pack is (Marker)
gpu-pack/VERSION/env         the environment that the engine process is started from
gpu-pack/VERSION/python      the Python that uv has brought
gpu-pack/VERSION/cache       uv's, until the pack is whole: an installation that was cut goes on from there
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine import __version__
from engine.core.disk.exclusive import exclusively
from engine.core.errors import Sentence, UserError
from engine.library.outputs.whole import write_whole

FOLDER = "gpu-pack"
MARKER = "pack.json"
LOG = "uv.log"
_MARKER_VERSION = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands in pack.json; `reason` is there where the pack did not pass, and is not used."""

    gpu: str
    torch: str
    bytes: int  # on disk
    reason: Sentence | None = None


def pack_folder(home: Path) -> Path:
    """The folder of this version's pack in the data folder `home`."""
    return home / FOLDER / __version__


def environment_of(pack: Path) -> Path:
    """Where a pack's packages are."""
    return pack / "env"


def python_of(pack: Path) -> Path:
    """The Python of a pack's environment."""
    return environment_of(pack) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def read_marker(pack: Path) -> Marker | None:
    """What the pack was found to be when it was tried; None for one that is not there or not whole."""
    try:
        written = json.loads((pack / MARKER).read_bytes())
        return _marker(written) if written["version"] == _MARKER_VERSION else None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # unreadable: as good as not there, and the pack is offered again


def write_marker(pack: Path, marker: Marker) -> None:
    """Say whole, or not at all, what the pack is."""
    reason = None if marker.reason is None else marker.reason.to_json()
    written = {"version": _MARKER_VERSION, **asdict(marker), "reason": reason}
    write_whole(pack / MARKER, [json.dumps(written, indent=1).encode()])


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Keep others from the pack in the data folder `home`; a UserError where one is at work on it."""
    busy = UserError("Another Photoloom is at work on the GPU pack: wait until it is done.")
    with exclusively(home / f"{FOLDER}.lock", busy):
        yield


def _marker(written: dict[str, Any]) -> Marker:
    reason = written["reason"]
    return Marker(
        written["gpu"], written["torch"], written["bytes"], None if reason is None else Sentence.from_json(reason)
    )
