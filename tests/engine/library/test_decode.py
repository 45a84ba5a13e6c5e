"""Every kind of file to an upright RGB picture, and a sentence for what is none."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from engine.library.decoding.decode import decode, read
from engine.library.decoding.formats import Unreadable

pytestmark = pytest.mark.filterwarnings("ignore")  # of Pillow, about broken files; the worker ignores them too


def gradient(width: int = 80, height: int = 60) -> Image.Image:
    """Dark on the left, bright on the right, red below."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[..., :] = np.linspace(0, 255, width).astype(np.uint8)[None, :, None]
    pixels[height // 2 :, :, 0] = 255
    return Image.fromarray(pixels)


def save(path: Path, image: Image.Image, **how: Any) -> Path:
    image.save(path, **how)
    return path


def colour(path: Path, x: float, y: float) -> tuple[int, int, int]:
    image = decode(path).image
    assert image.mode == "RGB"
    pixel = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(pixel, tuple)
    return pixel


def close(found: tuple[int, ...], expected: tuple[int, ...], tolerance: int = 12) -> bool:
    return max(abs(a - b) for a, b in zip(found, expected, strict=True)) <= tolerance


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif", "bmp", "tif", "avif", "jp2", "heic"])
def test_each_format_opens_whatever_it_is_called(tmp_path: Path, suffix: str) -> None:
    if suffix == "heic":
        pillow_heif = pytest.importorskip("pillow_heif")
        pillow_heif.register_heif_opener()
    path = save(tmp_path / f"a.{suffix}", gradient())
    lying = path.rename(tmp_path / "a.jpg")
    picture = decode(lying)
    assert (picture.width, picture.height) == picture.image.size == (80, 60)
    assert close(colour(lying, 1, 0.1), (255, 255, 255), 24)
    assert close(colour(lying, 0, 0.9), (255, 0, 0), 24)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "heic", "avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_each_orientation_is_turned_upright_once(tmp_path: Path, suffix: str, orientation: int) -> None:
    pytest.importorskip("pillow_heif").register_heif_opener()
    lay = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the Transpose that brings an upright picture to lie so
    upright = gradient()
    lying = upright if orientation == 1 else upright.transpose(Image.Transpose(lay[orientation]))
    exif = Image.Exif()
    exif[274] = orientation
    if suffix == "heic":
        lying.info["exif"] = exif.tobytes()  # from here pillow-heif makes a HEIC's own turn, the one that counts
        path = save(tmp_path / "a.heic", lying)
    else:
        path = save(tmp_path / f"a.{suffix}", lying, exif=exif)
    for edge in (None, 40):
        picture = decode(path, edge)
        assert (picture.width, picture.height, picture.metadata.orientation) == (80, 60, orientation)
        small = np.asarray(picture.image.resize((40, 30)), dtype=float)
        assert np.abs(small - np.asarray(upright.resize((40, 30)), dtype=float)).mean() < 8


def test_sixteen_bit_grey_is_scaled_and_not_clipped(tmp_path: Path) -> None:
    values = np.linspace(0, 65535, 80).astype(np.uint16)[None, :].repeat(60, axis=0)
    for name in ("a.png", "a.tif"):
        path = save(tmp_path / name, Image.fromarray(values))
        assert close(colour(path, 0.5, 0.5), (127, 127, 127))
        assert close(colour(path, 1, 0.5), (255, 255, 255))


def test_floats_and_wide_integers_are_stretched(tmp_path: Path) -> None:
    for kind in (np.float32, np.int32):
        values = (np.linspace(-3, 900, 80)[None, :].repeat(60, axis=0)).astype(kind)
        path = save(tmp_path / f"{kind.__name__}.tif", Image.fromarray(values))
        assert close(colour(path, 0.5, 0.5), (127, 127, 127))


def test_cmyk_is_not_inverted(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg", gradient().convert("CMYK"))
    assert close(colour(path, 1, 0.1), (255, 255, 255), 24)
    assert close(colour(path, 0, 0.9), (255, 0, 0), 40)


def test_transparency_lies_over_white(tmp_path: Path) -> None:
    clear = gradient().convert("RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 40, 60))
    grey = gradient().convert("LA")
    grey.putalpha(0)
    palette = Image.new("P", (80, 60), 1)
    palette.putpalette([0, 0, 255, 255, 0, 0])
    palette.paste(0, (0, 0, 40, 60))
    for path in (
        save(tmp_path / "a.png", clear),
        save(tmp_path / "a.webp", clear, lossless=True),
        save(tmp_path / "grey.png", grey),
        save(tmp_path / "a.gif", palette, transparency=0),
        save(tmp_path / "palette.png", palette, transparency=0),
        save(tmp_path / "key.png", Image.new("RGB", (8, 8), (1, 2, 3)), transparency=(1, 2, 3)),
    ):
        assert close(colour(path, 0.1, 0.5), (255, 255, 255)), path.name
    assert close(colour(tmp_path / "a.gif", 0.9, 0.5), (255, 0, 0))


def test_what_is_drawn_in_white_lies_over_grey(tmp_path: Path) -> None:
    """Over white all such drawings were one white square."""
    drawn = Image.new("RGBA", (80, 60), (255, 255, 255, 0))
    drawn.paste((255, 255, 255, 255), (0, 0, 40, 60))
    for suffix in ("png", "webp"):
        path = save(tmp_path / f"a.{suffix}", drawn, lossless=True)
        assert close(colour(path, 0.1, 0.5), (255, 255, 255))
        assert close(colour(path, 0.9, 0.5), (128, 128, 128))


@pytest.mark.parametrize("suffix", ["gif", "webp", "png", "tif"])
def test_the_first_frame_stands_for_an_animation(tmp_path: Path, suffix: str) -> None:
    frames = [Image.new("RGB", (80, 60), name) for name in ("red", "green", "blue")]
    path = save(tmp_path / f"a.{suffix}", frames[0], save_all=True, append_images=frames[1:])
    assert close(colour(path, 0.5, 0.5), (255, 0, 0))


def test_colours_are_those_of_the_profile(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = save(tmp_path / "plain.png", gradient())
    odd = save(tmp_path / "odd.png", gradient(), icc_profile=lab)  # of another colour space: left out
    broken = save(tmp_path / "broken.png", gradient(), icc_profile=b"no profile")
    assert colour(plain, 0.7, 0.9) == colour(odd, 0.7, 0.9) == colour(broken, 0.7, 0.9)
    swapped = save(tmp_path / "swapped.png", gradient(), icc_profile=profile_with_red_and_green_swapped())
    red, green, _ = colour(swapped, 0, 0.9)
    assert green > 200 > 60 > red


def profile_with_red_and_green_swapped() -> bytes:
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", srgb[128:132])[0]
    places = {bytes(srgb[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    srgb[red : red + 4], srgb[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(srgb).replace("sRGB".encode("utf-16-be"), "odd!".encode("utf-16-be"))


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_of_a_file_that_was_cut_off_what_is_there_is_shown_if_it_is_most(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    data = save(tmp_path / name, Image.fromarray(noise)).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) * 4 // 5])
    assert decode(tmp_path / name, 320).image.size == (200, 200)
    (tmp_path / name).write_bytes(data[: len(data) // 3])
    with pytest.raises(Unreadable, match="cut off"):
        decode(tmp_path / name)


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.jpg", b"", "is empty"),
        ("a.jpg", b"This is a text.", "is not a picture"),
        ("a.nef", b"This is a text.", "is not a RAW file"),
        ("a.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "is not a picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0 nothing more", "is damaged"),
        ("a.tif", b"II*\0\x08\0\0\0\xff\xff", "is "),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(40), "is not a picture"),
        ("a.png", bomb(60_000, 60_000), "more than 300 million pixels"),
    ],
)
def test_what_is_no_picture_has_a_sentence(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable, match=sentence) as found:
        decode(tmp_path / name)
    assert "\n" not in str(found.value)


def test_a_file_that_is_gone_has_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no longer there"):
        decode(tmp_path / "a.jpg")


def test_a_small_picture_is_not_enlarged_and_a_thin_one_keeps_a_pixel(tmp_path: Path) -> None:
    assert decode(save(tmp_path / "a.png", gradient(20, 10)), 320).image.size == (20, 10)
    assert decode(save(tmp_path / "b.png", gradient(5000, 2)), 320).image.size == (320, 1)


def test_read_writes_the_thumbnail_and_tells_the_size_of_the_whole(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.update({274: 6, 271: "Canon", 306: "2020:02:03 04:05:06"})
    path = save(tmp_path / "a.jpg", gradient(1200, 900), exif=exif)
    content = read(path, "abc", tmp_path / "t" / "abc.jpg")
    assert (content.digest, content.width, content.height, content.orientation) == ("abc", 900, 1200, 6)
    assert (str(content.taken_at), content.camera) == ("2020-02-03 04:05:06", "Canon")
    with Image.open(tmp_path / "t" / "abc.jpg") as thumbnail:
        assert thumbnail.size == (240, 320)


def dng(flip: int, preview: Image.Image) -> bytes:
    """The smallest DNG: an embedded JPEG first, then 16 × 8 bits of sensor data, `flip` as EXIF orientation."""
    buffer = io.BytesIO()
    preview.save(buffer, "JPEG")
    jpeg = buffer.getvalue()
    sensor = bytes(range(256)) * 64
    width, height = 160, 100
    date, camera = b"2019:07:04 12:33:01\0", b"Testcam\0"

    def ifd(at: int, tags: list[tuple[int, int, int, int]]) -> bytes:
        body = b"".join(
            struct.pack("<HHI", tag, kind, count) + struct.pack("<I", value) for tag, kind, count, value in sorted(tags)
        )
        return struct.pack("<H", len(tags)) + body + bytes(4)

    first_tags, second_tags = 13, 14
    first = 8
    second = first + 2 + 12 * first_tags + 4
    data = second + 2 + 12 * second_tags + 4
    at_jpeg = data
    at_date = at_jpeg + len(jpeg)
    at_camera = at_date + len(date)
    at_sensor = at_camera + len(camera)
    main = [
        (254, 4, 1, 1), (256, 4, 1, preview.width), (257, 4, 1, preview.height), (258, 3, 1, 8), (259, 3, 1, 7),
        (262, 3, 1, 6), (272, 2, len(camera), at_camera), (273, 4, 1, at_jpeg), (274, 3, 1, flip),
        (279, 4, 1, len(jpeg)), (306, 2, len(date), at_date), (330, 4, 1, second), (50706, 1, 4, 0x0401),
    ]  # fmt: skip
    raw = [
        (254, 4, 1, 0), (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1),
        (262, 3, 1, 32803), (273, 4, 1, at_sensor), (277, 3, 1, 1), (278, 4, 1, height),
        (279, 4, 1, width * height), (33421, 3, 2, 0x00020002), (33422, 1, 4, 0x02010100),
        (274, 3, 1, flip), (50717, 4, 1, 255),
    ]  # fmt: skip
    assert (len(main), len(raw)) == (first_tags, second_tags)
    return b"II*\0\x08\0\0\0" + ifd(first, main) + ifd(second, raw) + jpeg + date + camera + sensor[: width * height]


@pytest.mark.parametrize(("flip", "transpose"), [(1, None), (3, 3), (6, 2), (8, 4)])
def test_raw_is_shown_by_its_preview_upright(tmp_path: Path, flip: int, transpose: int | None) -> None:
    pytest.importorskip("rawpy")
    upright = gradient(160, 100) if flip in (1, 3) else gradient(100, 160)
    lying = upright if transpose is None else upright.transpose(Image.Transpose(transpose))
    (tmp_path / "a.dng").write_bytes(dng(flip, lying))
    picture = decode(tmp_path / "a.dng")
    assert (picture.width, picture.height) == upright.size
    assert np.abs(np.asarray(picture.image, dtype=float) - np.asarray(upright, dtype=float)).mean() < 8
    assert str(picture.metadata.taken_at) == "2019-07-04 12:33:01"
    assert (picture.metadata.camera, picture.metadata.orientation) == ("Testcam", flip)
