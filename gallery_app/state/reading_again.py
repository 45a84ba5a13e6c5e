"""Files that could not be read are tried once more, because the user asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from gallery_app.state.session import Session


def read_again(session: Session, files: Sequence[int]) -> None:
    """Forget why these files (ids) could not be read, and look for what is new: then they are."""
    ids = list(files)
    session.query(lambda library: library.catalog.files.try_again(ids), lambda _: session.rescan())
