"""The receipt of an action: every file of its plan, what came of it and why, as one page that needs nothing else."""

from __future__ import annotations

import base64
import html
import io
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine import __version__
from engine.core.errors import UserError, why
from engine.filing.journal import Record, open_private
from engine.filing.operations import Operation, Status
from engine.filing.planning.room import readable_bytes
from engine.library.library import Library

_PICTURES = 300  # thumbnails in a page, a few kB each; the names of the rest are enough
_GENERATOR = '<meta name="generator" content="Photoloom'
_SIDE = 96  # pixels
_WORDS: dict[Status, str] = {"planned": "not done", "done": "done", "left": "left", "undone": "taken back"}
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_STYLE = """
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.4rem;margin-bottom:.2rem}table{border-collapse:collapse;width:100%;margin-top:1.5rem}
td,th{padding:.35rem .6rem;text-align:left;border-bottom:1px solid #8884;vertical-align:middle;overflow-wrap:anywhere}
td:first-child{width:100px}td img{display:block;max-width:96px;max-height:96px;border-radius:3px}
td.n{text-align:right;white-space:nowrap}.left td{background:#f9a82522}.c td:nth-child(2){padding-left:2rem}
p{margin:.2rem 0;opacity:.8}
"""


def write_receipt(record: Record, folder: Path, library: Library | None = None, name: str | None = None) -> Path:
    """Write the page into `folder`, which is made if need be; returns its path, by default that of the action's number.

    It is written beside its name and then gets it, so that an earlier page stays whole. With the `library` it shows
    thumbnails. A UserError where the folder cannot be written, or another page has the name.
    """
    page = folder / (name or f"{record.id:06}.html")
    if page.exists() and _GENERATOR not in page.read_text("utf-8", "replace")[:500]:
        raise UserError("{page} is no receipt of ours: choose another folder for it.", page=page)
    part = page.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open_private(part, os.O_TRUNC) as file:
            for text in _page(record, _Thumbnails(library)):
                file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(page)
    except OSError as error:
        raise UserError("The receipt cannot be written to {out} ({reason}).", out=folder, reason=why(error)) from error
    return page


def _page(record: Record, thumbnails: _Thumbnails) -> Iterator[str]:
    label = _text(str(record.plan.label))
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'{_GENERATOR} {__version__}">'
    # No page of ours needs a script or the network, and no name in it is to get either.
    yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    yield "style-src 'unsafe-inline'\">"
    yield f"<title>{label}</title><style>{_STYLE}</style></head><body><h1>{label}</h1>"
    yield from (f"<p>{line}</p>" for line in _summary(record))
    yield "<table><thead><tr><th></th><th>From</th><th>To</th><th>Bytes</th><th>What came of it</th></tr></thead>"
    yield from _rows(record.plan.operations, thumbnails)
    yield "</table></body></html>\n"


def _summary(record: Record) -> Iterator[str]:
    operations = record.plan.operations
    counts = Counter(operation.status for operation in operations)
    yield f"Action {record.id}, {record.made_at:%Y-%m-%d %H:%M}; taken back by <code>undo --id {record.id}</code>"
    said = ", ".join(f"{counts[status]:,} {word}" for status, word in _WORDS.items() if counts[status])
    size = sum(operation.bytes for operation in operations if operation.status == "done")
    yield f"{len(operations):,} {'file' if len(operations) == 1 else 'files'}: {said or 'none'}; {readable_bytes(size)}"


def _rows(operations: Iterable[Operation], thumbnails: _Thumbnails) -> Iterator[str]:
    for operation in operations:
        classes = " ".join(
            name for name, on in (("left", operation.status == "left"), ("c", operation.companion_of is not None)) if on
        )
        came = _WORDS[operation.status] + (f": {operation.why}" if operation.why is not None else "")
        yield (
            f'<tr class="{classes}"><td>{thumbnails.of(operation)}</td><td>{_text(operation.source)}</td>'
            f'<td>{_text(operation.target or "")}</td><td class="n">{operation.bytes:,}</td>'
            f"<td>{_text(came)}</td></tr>\n"
        )


class _Thumbnails:
    """Small pictures as part of the page; one that cannot be read is left out."""

    def __init__(self, library: Library | None) -> None:
        self._library, self._left = library, _PICTURES
        files = [] if library is None else library.catalog.files.all()
        if library is not None:  # what was thrown away is shown too
            files += [file for root, _ in library.catalog.files.roots() for file in library.catalog.files.gone(root)]
        self._digests = {file.id: file.digest for file in files}

    def of(self, operation: Operation) -> str:
        digest = self._digests.get(operation.file or 0)
        if self._library is None or digest is None or self._left <= 0:
            return ""
        data = _small(self._library.thumbnails.path(digest))
        self._left -= data is not None
        return "" if data is None else f'<img alt="" src="data:image/jpeg;base64,{base64.b64encode(data).decode()}">'


def _small(path: Path) -> bytes | None:
    from PIL import Image

    if not path.is_file():
        return None
    try:
        with Image.open(path, formats=("JPEG",)) as image:
            image.thumbnail((_SIDE, _SIDE))
            out = io.BytesIO()
            image.convert("RGB").save(out, "JPEG", quality=70)
            return out.getvalue()
    except (OSError, ValueError, SyntaxError):  # a damaged thumbnail: the page says all else
        return None


def _text(text: str) -> str:
    return html.escape(_UNSHOWN.sub("\ufffd", text))
