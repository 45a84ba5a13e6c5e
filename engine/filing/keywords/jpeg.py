"""XMP in a JPEG: APP1, behind the EXIF. What lies behind the picture (other pictures, a film) stays where it is found.

Films of motion photos and Samsung's trailers are found from the end of the file, further pictures from the MPF segment.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from engine.filing.actions.action import Left
from engine.filing.keywords.splices import Splice
from engine.library.metadata.keywords import PROPERTIES
from engine.library.metadata.photoshop import iptc_of, values

_XMP, _MORE_XMP = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_MOST = 65533  # bytes in a segment
_READ = (0xE0, 0xE1, 0xE2, 0xED)
_LIST_OF_PICTURES, _ENTRY = 0xB002, 16  # CIPA DC-007: the tag, bytes of each


class _Segment(NamedTuple):
    code: int
    start: int
    end: int
    data: bytes


def find_in_jpeg(file: BinaryIO) -> tuple[bytes | None, Callable[[bytes], list[Splice]], tuple[bytes, ...]]:
    """The XMP of a JPEG, the splices that replace it (XMP specification part 3, 1.1.3), the keywords of its IPTC."""
    segments = list(_segments(file))
    own = next((s for s in segments if s.code == 0xE1 and s.data.startswith(_XMP)), None)
    heads = [s.end for s in segments if s.code == 0xE0 or (s.code == 0xE1 and s.data.startswith(b"Exif\0"))]
    mpf = next((s for s in segments if s.code == 0xE2 and s.data.startswith(b"MPF\0")), None)
    more = b"".join(s.data for s in segments if s.code == 0xE1 and s.data.startswith(_MORE_XMP))
    resources = b"".join(s.data[len(_PHOTOSHOP) :] for s in segments if s.data.startswith(_PHOTOSHOP))
    start, stop = (own.start, own.end) if own is not None else (max(heads, default=2),) * 2

    def replace(new: bytes) -> list[Splice]:
        if any(kind.local.encode() in more for kind in PROPERTIES):
            raise Left("its keywords are in the part of its XMP that did not fit into one segment: use a sidecar")
        body = _XMP + new
        if len(body) > _MOST:
            raise Left("there is no room for it in a JPEG: use a sidecar")
        segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
        growth = len(segment) - (stop - start)
        pictures = [] if mpf is None or not growth else list(_moved(file, mpf, start, growth))
        return [Splice(start, stop, segment), *pictures]

    return None if own is None else own.data[len(_XMP) :], replace, tuple(values(iptc_of(resources), 2, 25))


def _segments(file: BinaryIO) -> Iterator[_Segment]:
    """What stands before the picture; the bytes of those that may concern us."""
    at = 2
    while True:
        file.seek(at)
        marker, code, length = struct.unpack(">BBH", file.read(4))
        if marker != 0xFF or length < 2:
            raise struct.error("no marker where one should be")
        if code == 0xFF:  # a fill byte before the marker
            at += 1
            continue
        if code in (0xDA, 0xD9):
            return
        yield _Segment(code, at, at + 2 + length, file.read(length - 2) if code in _READ else b"")
        at += 2 + length


def _moved(file: BinaryIO, mpf: _Segment, start: int, growth: int) -> Iterator[Splice]:
    """The list of pictures: the first grows, and where that is behind the list the others move away from it."""
    base = mpf.start + 8
    file.seek(base)
    order = "<" if file.read(2) == b"II" else ">"
    file.seek(base + 4)
    (ifd,) = struct.unpack(order + "I", file.read(4))
    file.seek(base + ifd)
    (count,) = struct.unpack(order + "H", file.read(2))
    entries = [struct.unpack(order + "HHII", file.read(12)) for _ in range(count)]
    for _, _, length, value in (entry for entry in entries if entry[0] == _LIST_OF_PICTURES):
        for number, at in enumerate(range(base + value, base + value + length - _ENTRY + 1, _ENTRY)):
            file.seek(at + 4)
            size, offset = struct.unpack(order + "II", file.read(8))
            if number == 0 and size:
                yield Splice(at + 4, at + 8, struct.pack(order + "I", size + growth))
            elif number and offset and start > mpf.start:
                yield Splice(at + 8, at + 12, struct.pack(order + "I", offset + growth))
