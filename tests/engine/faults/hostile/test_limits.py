"""Pictures that would cost all the time or memory there is: shown, or a true reason, and the next one is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.library.decoding.decode import decode
from engine.library.decoding.formats import Unreadable
from engine.library.decoding.pool import Decoded, DecodePool, Failed, Request
from tests.engine.faults.hostile import made

pytestmark = pytest.mark.filterwarnings("ignore")  # of Pillow, about broken files; the worker ignores them too
slow = pytest.mark.slow


def answers(folder: Path, *names: str) -> dict[str, tuple[int, int] | str]:
    """What a worker makes of these files: the size of each, or the reason."""
    requests = [Request(folder / name, f"{n:032x}", folder / "thumbnails" / f"{n}.jpg") for n, name in enumerate(names)]
    with DecodePool(1) as pool:
        found = list(pool.run(requests, Job()))
    sizes = {r.request.path.name: (r.content.width, r.content.height) for r in found if isinstance(r, Decoded)}
    return sizes | {r.request.path.name: r.reason for r in found if isinstance(r, Failed)}


SHOWN: dict[str, Callable[[], bytes]] = {
    "gif": made.gif,
    "apng": made.apng,
    "webp": made.webp,
    "tif": made.tiff,
    "circle.tif": lambda: made.tiff(circle=True),
    "laughs.jpg": lambda: made.jpeg(made.xmp(made.billion_laughs())),
    "deep.jpg": lambda: made.jpeg(made.xmp("<a>" * 9000 + "</a>" * 9000)),
    "exif.jpg": lambda: made.jpeg(made.exif_of_lies()),
}


def test_one_frame_of_100_000_is_read_and_metadata_that_never_ends_are_not(tmp_path: Path) -> None:
    for name, make in SHOWN.items():
        (tmp_path / name).write_bytes(make())
    found = answers(tmp_path, *SHOWN)
    assert found == {name: (64, 64) if name.endswith("jpg") else (8, 8) for name in SHOWN}


@pytest.mark.parametrize("kind", [b"iCCP", b"zTXt", b"iTXt", b"XML"])
def test_a_picture_is_shown_without_texts_and_profiles_that_unpack_to_more_than_is_read(
    tmp_path: Path, kind: bytes
) -> None:
    bomb = made.packed_zeros(20)
    begins = {b"iCCP": b"x\0\0", b"zTXt": b"x\0\0", b"iTXt": b"x\0\1\0\0\0", b"XML": b"XML:com.adobe.xmp\0\1\0\0\0"}
    part = made.chunk(b"iTXt" if kind == b"XML" else kind, begins[kind] + bomb)
    (tmp_path / "a.png").write_bytes(made.png(part))
    assert decode(tmp_path / "a.png", 320).image.size == (8, 8)


def test_a_picture_of_many_such_texts_is_no_damaged_one(tmp_path: Path) -> None:
    (tmp_path / "many.png").write_bytes(made.png(*[made.chunk(b"zTXt", b"x\0\0" + made.packed_zeros(15))] * 9))
    with pytest.raises(Unreadable, match="is a kind of PNG that is not read"):
        decode(tmp_path / "many.png")


def test_the_largest_webp_is_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.webp").write_bytes(made.huge_webp())
    (tmp_path / "b.jpg").write_bytes(made.jpeg())
    assert answers(tmp_path, "a.webp", "b.jpg") == {
        "a.webp": "needs more than 1 GiB of memory to decode",
        "b.jpg": (64, 64),
    }


def test_a_webp_that_is_broken_is(tmp_path: Path) -> None:
    (tmp_path / "a.webp").write_bytes(made.webp()[:60].replace(b"ANIM", b"NONE"))
    with pytest.raises(Unreadable, match=r"is (damaged|cut off)"):
        decode(tmp_path / "a.webp")


@pytest.mark.parametrize(
    ("width", "height", "bits", "length", "reason"),
    [
        (0, 10, 24, 40, "is not a picture"),
        (13, 0, 24, 40, "is not a picture"),
        (-13, 10, 24, 40, "is not a picture"),
        (2**31 - 1, 2**31 - 1, 24, 40, "has more than 300 million pixels"),
        (13, -(2**31), 24, 40, "has more than 300 million pixels"),
        (13, 10, 24, 11, "a header of 11 bytes"),
        (13, 10, 24, 65, "a header of 65 bytes"),
        (13, 10, 24, 4_000_000_000, "a header of 4000000000 bytes"),
        *((13, 10, bits, 40, f"{bits} bits a pixel") for bits in (0, 3, 12, 48, 64)),
    ],
)
def test_an_odd_bmp_has_its_true_reason(
    tmp_path: Path, width: int, height: int, bits: int, length: int, reason: str
) -> None:
    (tmp_path / "a.bmp").write_bytes(made.bmp(width, height, bits, length=length))
    with pytest.raises(Unreadable, match=reason) as found:
        decode(tmp_path / "a.bmp")
    assert "damaged and cannot" not in str(found.value)


@slow
def test_bombs_end_in_a_sentence_and_not_in_the_memory_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(made.png(width=17_000, height=17_000, data=made.packed_zeros(827)))
    (tmp_path / "wide.png").write_bytes(made.png(width=60_000, height=60_000, data=made.packed_zeros(1)))
    (tmp_path / "xmp.jpg").write_bytes(made.xmp_in_thousand_parts())
    (tmp_path / "last.jpg").write_bytes(made.jpeg())
    found = answers(tmp_path, "bomb.png", "wide.png", "xmp.jpg", "last.jpg")
    assert str(found.pop("bomb.png")).startswith(("needs more than 1 GiB", "took longer than 20 seconds"))
    assert found.pop("wide.png") == "has more than 300 million pixels, too many to open"
    assert found == {"xmp.jpg": (64, 64), "last.jpg": (64, 64)}
