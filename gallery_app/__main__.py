"""`photoloom [FOLDER]`: the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from engine.core.interpreter import is_frozen, leave_current_folder

TYPE_CHECKING = False  # typing too is imported only once the current folder is left
if TYPE_CHECKING:
    import argparse
    from pathlib import Path

NO_DISPLAY = "There is no display to open a window on. Without one, run: {engine} organise FOLDER --report DIR"


def main(argv: Sequence[str] | None = None) -> int:
    """Run; exit status 0 done, 1 it could not open (one sentence on standard error), 2 wrong arguments."""
    leave_current_folder()
    from engine.core.errors import UserError

    arguments = _parse(argv)
    given = arguments.folder, arguments.library, arguments.tour, arguments.smoke
    folder, library, tour, smoke = map(_absolute, given)
    try:
        _check_display(tour is not None or smoke is not None)
        if tour is not None:
            return _tour(folder, library, tour)
        if smoke is not None:
            from gallery_app.smoke.run import run as run_smoke

            return run_smoke(smoke)
        from gallery_app.app import run

        return run(_pictures() if arguments.pictures and folder is None else folder, library)
    except UserError as error:
        _tell(str(error))
        return 2 if error.usage else 1


def _tell(sentence: str) -> None:
    """Say why there is no window: on standard error, or in a box where a program has none (Windows)."""
    if sys.stderr is not None:
        print(f"photoloom: {sentence}", file=sys.stderr)  # noqa: T201
        return
    from PySide6.QtWidgets import QApplication, QMessageBox

    _app = QApplication.instance() or QApplication(["photoloom"])
    QMessageBox.critical(None, "Photoloom", sentence)


def _tour(folder: Path | None, library: Path | None, pictures: Path) -> int:
    """Save a picture of each state of the window: the tour lies beside the source code, in packaging/tour."""
    import importlib
    from pathlib import Path

    from engine.core.assets import resource
    from engine.core.errors import UserError
    from engine.library.roots import real_folder

    place = Path(__file__).resolve().parent.parent / "packaging" / "tour"
    if not place.is_dir():
        raise UserError("The tour comes with Photoloom's source code: run it from a checkout.", usage=True)
    sys.path.append(str(place.parent))
    run = importlib.import_module("tour.run").run
    return int(run(real_folder(folder or resource("demo")), library, pictures))


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    import argparse
    from pathlib import Path

    parser = argparse.ArgumentParser(prog="photoloom", description="Sorts a folder of pictures by what they show.")
    parser.add_argument("folder", nargs="?", type=Path, help="the folder to organise; the last one without it")
    parser.add_argument(
        "--pictures", action="store_true", help="without a folder: the one that this system has for pictures"
    )
    parser.add_argument("--library", type=Path, metavar="DIR", help="where the catalog and the thumbnails lie")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="save a picture of each state there, and end")
    parser.add_argument(
        "--smoke", type=Path, metavar="DIR", help="try it all on the demo gallery, report there, and end"
    )
    return parser.parse_args(argv)


def _pictures() -> Path | None:
    """What a desktop calls the Pictures folder, in any language; None where there is none."""
    import platformdirs

    folder = platformdirs.user_pictures_path()
    return folder if folder.is_dir() else None


def _absolute(path: Path | None) -> Path | None:
    return None if path is None else path.expanduser().absolute()


def _check_display(unseen: bool) -> None:
    """On Linux Qt aborts without a display: raise a UserError before. What nobody has to see runs offscreen."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    from engine.core.errors import UserError

    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        if not unseen:
            raise UserError(NO_DISPLAY, engine="photoloom-engine" if is_frozen() else "python -m engine")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


if __name__ == "__main__":
    sys.exit(main())
