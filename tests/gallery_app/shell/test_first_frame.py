"""The window's frame comes before what is slow to import: it is painted while numpy and the catalog still wait."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FRAME = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gallery_app.app import frame
app = QApplication([])
window = frame(Path(sys.argv[1]))
window.show()
app.processEvents()
print(*(name for name in ("numpy", "torch", "pyqtgraph", "engine.library.catalog.catalog") if name in sys.modules))
"""


def test_the_first_frame_waits_for_nothing_slow(tmp_path: Path) -> None:
    words = [sys.executable, "-c", FRAME, str(tmp_path / "window.ini")]
    told = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split() == []
