"""Process start to the window's first paint, against a bare QMainWindow: `python tests/benchmarks/bench_start.py`.

Whole processes in turns, offscreen unless QT_QPA_PLATFORM says otherwise; ours opens on a library that is there.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import sys
from gallery_app.shell.main_window import MainWindow
paint = MainWindow.paintEvent
def painted(window, event):
    paint(window, event)
    print("painted", flush=True)
MainWindow.paintEvent = painted
from gallery_app.__main__ import main
sys.exit(main([]))
"""


def seconds(program: str, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - start
        process.kill()
    if line.strip() != "painted":
        raise SystemExit("the window was not painted")
    return taken


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = (
            {"QT_QPA_PLATFORM": "offscreen"} | dict(os.environ) | {"PHOTOLOOM_HOME": home, "XDG_CONFIG_HOME": home}
        )
        seconds(BARE, environment)
        seconds(OURS, environment)
        rounds = [(seconds(OURS, environment), seconds(BARE, environment)) for _ in range(ROUNDS)]
    ours, bare = (statistics.median(side) for side in zip(*rounds, strict=True))
    ratio = statistics.median(a / b for a, b in rounds)
    print(f"Photoloom's first paint  {ours:.3f} s")
    print(f"a bare QMainWindow's     {bare:.3f} s")
    print(f"{ratio:.2f} times (bar: 3)")


if __name__ == "__main__":
    main()
