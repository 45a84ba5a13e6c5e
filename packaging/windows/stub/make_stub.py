"""Make a folder that looks like a bundle built for Windows: stub programs, and names that installers trip over.

python packaging/windows/stub/make_stub.py FOLDER VERSION
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEEP = "torch/include/" + "/".join(f"a_rather_long_name_{i}" for i in range(5)) + "/kernel.h"  # 123 characters in all


def make(folder: Path, version: str) -> None:
    """Write the stub bundle of a version; each version also has a file that no other has."""
    for name, text in {
        f"only-{version}.txt": version,
        "version.txt": version,
        "héhé ünïcode.txt": "non-ASCII",
        "it's 100% $safe & [a-b] $INSTDIR.txt": "characters with a meaning elsewhere",
        "resources/demo/a picture.jpg": "spaces",
        DEEP: "deep",
    }.items():
        file = folder / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    program = folder / "photoloom.exe"
    subprocess.run(["makensis", "-V1", "-WX", f"-DOUT={program.resolve()}", str(HERE / "stub.nsi")], check=True)
    shutil.copyfile(program, folder / "photoloom-engine.exe")


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2])
