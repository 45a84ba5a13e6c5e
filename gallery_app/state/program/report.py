"""A report of what went wrong: one text that the user reads before it is saved, and may send; nothing is sent here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.core.logs import log_file, take_crashes
from engine.gpu_pack.places import LOG, pack_folder
from engine.library.roots import data_folder
from gallery_app.base.settings import AppSettings
from gallery_app.state.program.facts import version_lines
from gallery_app.state.program.redaction import Redaction
from gallery_app.state.session import Session

PROGRAMS = ("window", "worker", "engine")  # each has a log: engine/core/logs.py
TAIL = 24_000  # bytes of each log


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What is taken from the GUI thread; `names` are those that must not be told."""

    device: str
    settings: tuple[str, ...]
    library: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, session: Session, settings: AppSettings, device: str) -> ReportSource:
        gallery = session.gallery
        folders = [Path(folder) for folder in (*gallery.roots.values(), *(folder for folder, _ in settings.recent))]
        clusters = [cluster.name for cluster in gallery.clusters if cluster.named_by_user]
        library = f"{len(gallery)} photos, {len(gallery.clusters)} clusters" if session.library else "none is open"
        names = (*clusters, *(folder.name for folder in folders))
        return cls(device, tuple(_choices(settings)), library, names)


def report(source: ReportSource) -> str:
    """The whole text; reads the logs, so not on the GUI thread."""
    redact = Redaction(source.names).redact
    head = [
        f"Report of {datetime.now():%Y-%m-%d %H:%M}. Names and paths of photos, folders and people are taken out.",
        "",
        *version_lines(source.device),
        f"Library: {source.library}",
        f"Settings: {', '.join(source.settings)}",
    ]
    files = [*map(log_file, PROGRAMS), pack_folder(data_folder()) / LOG]
    logs = [(file.name, redact(_tail(file))) for file in files]
    parts = ["\n".join(head), *(f"--- {name} ---\n{text}" for name, text in logs if text)]
    return "\n\n".join(parts if len(parts) > 1 else [*parts, "The logs are empty."]) + "\n"


def note_crashes(write: Callable[[str], object]) -> int:
    """Write the stacks of programs that crashed into the log, by `write`; returns how many there were."""
    crashes = take_crashes()
    for stacks in crashes:
        write(f"Crashed the last time\n{stacks}")
    return len(crashes)


def _choices(settings: AppSettings) -> Iterable[str]:
    """What was chosen in the window, without what names a folder."""
    for name in ("theme", "text_size", "motion", "language", "backbone", "preview", "view", "map", "group", "zoom"):
        yield f"{name} {getattr(settings, name) or 'default'}"
    yield f"watch {settings.flag('watch', False)}"


def _tail(path: Path) -> str:
    """The last of a log, from the beginning of a line; empty where there is none."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(size - TAIL, 0))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return (text if size <= TAIL else text.partition("\n")[2]).strip()
