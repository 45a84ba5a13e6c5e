"""Imports that take seconds, on a thread of their own while there is something else to wait for."""

from __future__ import annotations

import importlib
import threading

from engine.core.job import Job

TRAINING = ("torch", "sklearn.cluster", "scipy.sparse.linalg")  # what every training needs
_REPORT_INTERVAL = 0.05  # seconds between two reports, which is when a cancel takes effect


class Preload:
    """Imports the modules `names` in turn, from now on."""

    def __init__(self, *names: str) -> None:
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._import, args=(names,), name="preload", daemon=True)
        self._thread.start()

    def wait(self, job: Job, stage: str) -> None:
        """Wait until all are imported; raises what an import has raised, and Cancelled.

        Import them elsewhere only after this: two threads importing one package see it half initialised.
        """
        while self._thread.is_alive():
            job.report(stage, 0, 0)
            self._thread.join(_REPORT_INTERVAL)
        if self._error is not None:
            raise self._error

    def _import(self, names: tuple[str, ...]) -> None:
        try:
            for name in names:
                importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - raised by `wait`
            self._error = error
