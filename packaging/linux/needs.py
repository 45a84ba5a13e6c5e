"""What a bundle needs of the system: its shared libraries by package, and the oldest C library it runs with."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .facts import ROOT

sys.path.append(str(ROOT / "packaging"))
from check_system import LIBRARIES as LIBRARIES  # one list of what Qt's xcb platform loads

# The same of what else packages leave to the system: the libraries of templates/host-libraries.txt, and Wayland's.
PACKAGES = {name: packages[0] for name, packages in LIBRARIES.items()} | {
    **dict.fromkeys(("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"), "libc6"),
    **dict.fromkeys(("libmvec.so.1", "libresolv.so.2", "libanl.so.1", "ld-linux-x86-64.so.2"), "libc6"),
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libxcb-dri2.so.0": "libxcb-dri2-0",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libdrm.so.2": "libdrm2",
    "libgbm.so.1": "libgbm1",
    "libfreetype.so.6": "libfreetype6",
    "libfribidi.so.0": "libfribidi0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libcom_err.so.2": "libcom-err2",
    "libexpat.so.1": "libexpat1",
    "libgmp.so.10": "libgmp10",
    "libgpg-error.so.0": "libgpg-error0",
    "libuuid.so.1": "libuuid1",
    "libz.so.1": "zlib1g",
}
# What Debian 13 and Ubuntu 24.04 have renamed, and what has to be as new as that of the oldest systems we name.
WRITTEN = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0", "libstdc++6": "libstdc++6 (>= 12)"}
_MAGIC = b"\x7fELF"


@dataclass(frozen=True)
class Needs:
    """Shared libraries that are not in the bundle, and the oldest glibc that has all it calls ("" without)."""

    libraries: frozenset[str]
    glibc: str


def needs_of(bundle: Path) -> Needs:
    """Read off the ELF headers, by objdump; what a program looks for only while it runs is not seen."""
    files = list(_elf_files(bundle))
    if not files:
        return Needs(frozenset(), "")
    said = subprocess.run(["objdump", "-p", *map(str, files)], capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"^ +NEEDED +(\S+)$", said, re.MULTILINE))
    own = set(re.findall(r"^ +SONAME +(\S+)$", said, re.MULTILINE)) | {path.name for path in bundle.rglob("*.so*")}
    versions = [tuple(map(int, found.split("."))) for found in re.findall(r" GLIBC_(2[.\d]+)$", said, re.MULTILINE)]
    return Needs(frozenset(needed - own), ".".join(map(str, max(versions, default=()))))


def depends(needs: Needs) -> list[str]:
    """Debian's Depends: what the bundle is linked to, and what Qt loads when a window opens."""
    unknown = sorted(needs.libraries - set(PACKAGES))
    if unknown:
        raise SystemExit(f"No Debian package is known for {', '.join(unknown)}: enter it in {Path(__file__).name}.")
    packages = {PACKAGES[library] for library in needs.libraries | set(LIBRARIES)}
    floor = {"libc6": f"libc6 (>= {needs.glibc})"} if needs.glibc else {}
    return [(WRITTEN | floor).get(package, package) for package in sorted(packages | set(floor))]


def _elf_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) == _MAGIC:
                    yield path
