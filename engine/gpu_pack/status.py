"""Whether the GPU pack is wanted here, and how it is."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

from engine.core.errors import Sentence
from engine.gpu_pack.driver import ask_driver
from engine.gpu_pack.kit import Kit, find_kit
from engine.gpu_pack.places import FOLDER, MARKER, pack_folder, python_of, read_marker
from engine.gpu_pack.report import PackStatus, State

_GPU_LIBRARIES = ("libtorch_cuda.so", "torch_cuda.dll", "libtorch_hip.so", "torch_hip.dll")


def status(home: Path) -> PackStatus:
    """How the pack in the data folder `home` is. Asks the driver in a child process: not for the GUI's thread."""
    pack = pack_folder(home)
    marker = read_marker(pack)
    if marker is not None and marker.reason is None and python_of(pack).exists():
        return PackStatus("installed", marker.gpu, disk=marker.bytes)
    if sys.platform == "darwin":
        return PackStatus("unneeded", reason=Sentence("On a Mac, torch uses the GPU without a pack."))
    if torch_has_gpu():
        return PackStatus("unneeded", reason=Sentence("This installation's torch can use a GPU without a pack."))
    driver = ask_driver()
    if not driver.gpu:
        none = Sentence("There is no NVIDIA GPU here that a driver answers for.")
        return PackStatus("unneeded", reason=driver.problem or none)
    if "FLATPAK_ID" in os.environ:
        none = Sentence("A Flatpak has no network to fetch the GPU pack: install the .deb or the AppImage for it.")
        return PackStatus("unneeded", driver.gpu, reason=none)
    kit = find_kit()
    if kit is None:
        return PackStatus(
            "unneeded",
            driver.gpu,
            reason=Sentence(
                "This installation brings no GPU pack: install the CUDA build of torch into its environment."
            ),
        )
    return _without_pack(home, driver.gpu, kit, None if marker is None else marker.reason)


def _without_pack(home: Path, gpu: str, kit: Kit, failed: Sentence | None) -> PackStatus:
    """Where there is no pack that can be used: whether one is broken, begun or an earlier version's."""
    pack = pack_folder(home)
    state: State = "offered"
    if failed is not None:
        state = "broken"
    elif pack.exists():
        state, failed = "partial", Sentence("The GPU pack is not complete; an installation goes on where it stopped.")
    elif any(path.parent != pack for path in (home / FOLDER).glob(f"*/{MARKER}")):
        state, failed = "outdated", Sentence("The GPU pack is of an earlier version of Photoloom.")
    return PackStatus(state, gpu, kit.download, kit.disk, failed)


def torch_has_gpu() -> bool:
    """Whether this installation's torch was built for a GPU: looks for its library, for an import takes seconds."""
    found = importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return False
    return any((Path(found.origin).parent / "lib" / name).exists() for name in _GPU_LIBRARIES)
