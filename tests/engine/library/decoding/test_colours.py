"""Whatever words a file has for its colours, they are seen as they were meant."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms
from PIL.ExifTags import IFD, Base

from engine.library.colour import profiles
from engine.library.decoding.decode import decode
from tests.paths import GALLERIES

Floats = NDArray[np.float64]
_PATCHES = [(200, 60, 60), (60, 160, 60), (60, 60, 190), (210, 190, 90), (128, 128, 128), (30, 40, 35)]
RIGHT = np.array(_PATCHES, float).reshape(1, 6, 3).repeat(8, axis=0).repeat(8, axis=1)[:8]


def stored_as(chromaticities: profiles.Chromaticities, from_light: Callable[[Floats], Floats]) -> Image.Image:
    """The patches as a file has them whose numbers are of these primaries and this curve."""
    light = profiles.srgb_to_linear(RIGHT / 255)
    to_xyz = profiles.to_d50(profiles.BT_709)
    other = light @ to_xyz.T @ np.linalg.inv(profiles.to_d50(chromaticities)).T
    return Image.fromarray(np.round(from_light(np.clip(other, 0, 1)) * 255).astype(np.uint8))


def seen(path: Path, edge: int | None = None) -> Floats:
    picture = decode(path, edge).image
    assert picture.mode == "RGB"
    return np.asarray(picture, dtype=float)


def off(path: Path, edge: int | None = None) -> float:
    """How far the patches are from what they should be, the mean of 0…255."""
    return float(np.abs(seen(path, edge) - RIGHT).mean())


def png(path: Path, image: Image.Image, **chunks: bytes) -> Path:
    """A PNG with these chunks right behind its header."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    data = buffer.getvalue()
    extra = b"".join(
        struct.pack(">I", len(body)) + name.encode() + body + struct.pack(">I", zlib.crc32(name.encode() + body))
        for name, body in chunks.items()
    )
    path.write_bytes(data[:33] + extra + data[33:])
    return path


def linear(light: Floats) -> Floats:
    return light


def adobe(light: Floats) -> Floats:
    return light ** (256 / 563)


P3, BT_2020 = profiles.PRIMARIES[12], profiles.PRIMARIES[9]
SRGB_CHUNK = {"sRGB": b"\0"}


def gamma(value: float) -> bytes:
    return struct.pack(">I", round(value * 100_000))


def chromaticities(values: profiles.Chromaticities) -> bytes:
    return struct.pack(">8I", *(round(value * 100_000) for value in values))


def named(profile: bytes, name: str) -> bytes:
    """The profile with a description, as lcms shows it; the tag is put behind all others."""
    count = struct.unpack(">I", profile[128:132])[0]
    shifted = b"".join(
        profile[132 + 12 * i : 136 + 12 * i]
        + struct.pack(
            ">II",
            struct.unpack(">I", profile[136 + 12 * i : 140 + 12 * i])[0] + 12,
            *struct.unpack(">I", profile[140 + 12 * i : 144 + 12 * i]),
        )
        for i in range(count)
    )
    text = name.encode() + b"\0"
    body = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)
    rest = profile[132 + 12 * count :]
    at = 144 + 12 * count + len(rest)
    tag = b"desc" + struct.pack(">II", at, len(body))
    made = profile[4:128] + struct.pack(">I", count + 1) + shifted + tag + rest + body
    return struct.pack(">I", len(made) + 4) + made


def icc(primaries: profiles.Chromaticities, curve: Callable[[Floats], Floats], name: str = "") -> bytes:
    made = profiles.profile(primaries, curve)
    assert made is not None
    return named(made, name) if name else made


@pytest.mark.parametrize("name", ["", "sRGB", "GIMP built-in Linear sRGB", "sRGB-elle-V2-g10.icc"])
def test_a_profile_is_told_by_its_curve_and_not_by_its_name(tmp_path: Path, name: str) -> None:
    profile = icc(profiles.BT_709, linear, name)
    assert name in ImageCms.getProfileDescription(ImageCms.getOpenProfile(io.BytesIO(profile)))
    path = tmp_path / "a.png"
    stored_as(profiles.BT_709, linear).save(path, icc_profile=profile)
    assert off(path) < 2


def test_what_is_srgb_in_all_but_name_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    stored_as(profiles.BT_709, profiles.linear_to_srgb).save(
        path, icc_profile=icc(profiles.BT_709, profiles.srgb_to_linear, "c2")
    )
    assert np.array_equal(seen(path), RIGHT)


def test_profiles_of_other_primaries(tmp_path: Path) -> None:
    for number, primaries in enumerate((P3, BT_2020, profiles.ADOBE_RGB)):
        path = tmp_path / f"{number}.png"
        stored_as(primaries, adobe).save(path, icc_profile=icc(primaries, profiles.gamma_curve(563 / 256)))
        assert off(path) < 2


def test_a_grey_picture_follows_a_profile_for_colours_and_keeps_its_transparency(tmp_path: Path) -> None:
    light = Image.new("L", (8, 8), 55)  # 128 in sRGB
    profile = icc(profiles.BT_709, linear)
    light.save(tmp_path / "a.png", icc_profile=profile)
    half = light.convert("LA")
    half.paste((55, 0), (0, 0, 4, 8))
    half.save(tmp_path / "b.png", icc_profile=profile)
    for name in ("a.png", "b.png"):
        assert np.abs(seen(tmp_path / name)[4, 6] - 128).max() <= 2
    assert seen(tmp_path / "b.png")[4, 1].tolist() == [255, 255, 255]


def test_half_transparent_colours_are_mixed_after_they_are_converted(tmp_path: Path) -> None:
    """A ground that went through the profile of linear light would be pale instead of grey."""
    half = Image.new("RGBA", (8, 8), (0, 0, 0, 128))
    half.save(tmp_path / "a.png", icc_profile=icc(profiles.BT_709, linear))
    assert np.abs(seen(tmp_path / "a.png") - 127).max() <= 2


def test_a_profile_that_is_broken_or_of_another_kind_is_left_out(tmp_path: Path) -> None:
    plain = stored_as(profiles.BT_709, profiles.linear_to_srgb)
    good = icc(profiles.BT_709, linear)
    for number, profile in enumerate(
        (b"none", good[:200], good.replace(b"RGB ", b"CMYK"), good.replace(b"mntr", b"link"))
    ):
        plain.save(tmp_path / f"{number}.png", icc_profile=profile)
        assert np.array_equal(seen(tmp_path / f"{number}.png"), RIGHT)


def test_the_viewer_and_the_thumbnail_show_the_same_colours(tmp_path: Path) -> None:
    curve = icc(P3, linear)
    big = stored_as(P3, linear).resize((960, 160), Image.Resampling.NEAREST)
    big.save(tmp_path / "a.png", icc_profile=curve)
    big.save(tmp_path / "a.jpg", icc_profile=curve, quality=95, subsampling=0)
    big.save(tmp_path / "a.tif", icc_profile=curve)
    for name in ("a.png", "a.jpg", "a.tif"):
        whole, small = seen(tmp_path / name), seen(tmp_path / name, 320)
        for x in range(6):  # the middle of each patch
            assert np.abs(whole[80, 160 * x + 80] - small[26, 53 * x + 27]).max() <= 4, name


# PNG


def test_png_says_its_gamma_and_primaries(tmp_path: Path) -> None:
    cases = (
        (profiles.BT_709, linear, {"gAMA": gamma(1)}),
        (profiles.BT_709, lambda light: light**0.3, {"gAMA": gamma(0.3)}),
        (profiles.BT_709, profiles.linear_to_srgb, {"gAMA": gamma(0.45455)}),
        (P3, profiles.linear_to_srgb, {"cHRM": chromaticities(P3)}),
        (profiles.ADOBE_RGB, adobe, {"gAMA": gamma(256 / 563), "cHRM": chromaticities(profiles.ADOBE_RGB)}),
        (BT_2020, linear, {"gAMA": gamma(1), "cHRM": chromaticities(BT_2020)}),
        (P3, profiles.linear_to_srgb, {"cICP": bytes((12, 13, 0, 1))}),
        (BT_2020, linear, {"cICP": bytes((9, 8, 0, 1))}),
    )
    for number, (primaries, curve, chunks) in enumerate(cases):
        path = png(tmp_path / f"{number}.png", stored_as(primaries, curve), **chunks)
        assert off(path) < 2.5, chunks


def test_what_png_says_first_wins(tmp_path: Path) -> None:
    """cICP before ICC before sRGB before gAMA and cHRM (PNG, third edition, 11.3.2)."""
    plain, dark = stored_as(profiles.BT_709, profiles.linear_to_srgb), stored_as(profiles.BT_709, linear)
    compressed = b"x\0\0" + zlib.compress(icc(profiles.BT_709, linear))
    assert np.array_equal(seen(png(tmp_path / "a.png", plain, **SRGB_CHUNK, gAMA=gamma(1))), RIGHT)
    assert off(png(tmp_path / "b.png", dark, **SRGB_CHUNK, iCCP=compressed)) < 2
    assert np.array_equal(seen(png(tmp_path / "c.png", plain, cICP=bytes((1, 13, 0, 1)), iCCP=compressed)), RIGHT)


def test_png_numbers_that_make_no_colours_are_left_out(tmp_path: Path) -> None:
    plain = stored_as(profiles.BT_709, profiles.linear_to_srgb)
    for number, chunks in enumerate(
        (
            {"gAMA": gamma(0)},
            {"cHRM": bytes(32)},
            {"cHRM": chromaticities((0.3, 0.3, *[0.3] * 6))},
            {"cICP": b"\2\2\0\1"},
        )
    ):
        assert np.array_equal(seen(png(tmp_path / f"{number}.png", plain, **chunks)), RIGHT), chunks


# JPEG 2000


def test_jpeg_2000_has_its_profile_in_a_box(tmp_path: Path) -> None:
    path = tmp_path / "a.jp2"
    stored_as(P3, profiles.linear_to_srgb).save(path)
    data, profile = path.read_bytes(), icc(P3, profiles.srgb_to_linear)
    at = data.index(b"colr") - 4
    old = int.from_bytes(data[at : at + 4], "big")
    box = struct.pack(">I4s3B", 11 + len(profile), b"colr", 2, 0, 0) + profile
    outer = data.index(b"jp2h") - 4
    length = int.from_bytes(data[outer : outer + 4], "big") + len(box) - old
    data = data[:at] + box + data[at + old :]
    path.write_bytes(data[:outer] + struct.pack(">I", length) + data[outer + 4 :])
    assert off(path) < 2.5


# EXIF


def exif(space: int, option: str | None) -> Image.Exif:
    made = Image.Exif()
    made.get_ifd(IFD.Exif)[Base.ColorSpace] = space
    if option is not None:
        made.get_ifd(IFD.Exif)[IFD.Interop] = {1: option}
    return made


@pytest.mark.parametrize(
    ("name", "space", "option", "is_adobe"),
    [
        ("a.jpg", 65535, "R03", True),
        ("a.jpg", 2, None, True),
        ("_DSC0001.JPG", 65535, None, True),
        ("_DSC0001.JPG", 1, None, False),
        ("_DSC0001.JPG", 65535, "R98", False),
        ("a.jpg", 65535, None, False),  # whoever has stripped its profile has not said which it was
        ("a.jpg", 1, "R98", False),
    ],
)
def test_adobe_rgb_as_cameras_say_it(tmp_path: Path, name: str, space: int, option: str | None, is_adobe: bool) -> None:
    curve = adobe if is_adobe else profiles.linear_to_srgb
    image = stored_as(profiles.ADOBE_RGB if is_adobe else profiles.BT_709, curve)
    image.save(tmp_path / name, format="JPEG", quality=100, subsampling=0, exif=exif(space, option))
    assert off(tmp_path / name) < 2.5


# HEIF and AVIF


def heif(path: Path, image: Any, primaries: int, transfer: int, **how: Any) -> Path:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    made = image if isinstance(image, pillow_heif.HeifFile) else pillow_heif.from_pillow(image)
    codes = {"color_primaries": primaries, "transfer_characteristics": transfer, "full_range_flag": 1, **how}
    made.save(path, quality=-1, chroma=444, matrix_coefficients=0, **codes)
    return path


def test_heif_says_its_primaries_in_codes(tmp_path: Path) -> None:
    cases = ((12, 13, P3), (9, 13, BT_2020), (2, 2, profiles.BT_709), (1, 13, profiles.BT_709), (1, 1, profiles.BT_709))
    for number, (primaries, transfer, meant) in enumerate(cases):
        path = heif(tmp_path / f"{number}.heic", stored_as(meant, profiles.linear_to_srgb), primaries, transfer)
        assert off(path) < 2.5


def deep(values: Floats) -> Any:
    """A HEIF of 10 bits; values 0…1 are (height, width, 3)."""
    pillow_heif = pytest.importorskip("pillow_heif")
    data = np.round(values * 65535).astype(np.uint16)
    return pillow_heif.from_bytes("RGB;16", (data.shape[1], data.shape[0]), data.tobytes())


def pq(nits: Floats) -> Floats:
    power = (nits / 10_000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375


def hlg(nits: Floats) -> Floats:
    scene = (nits / 1000) ** (1 / 1.2)
    bright = 0.17883277 * np.log(np.maximum(12 * scene - 0.28466892, 1e-9)) + 0.55991073
    return np.where(scene <= 1 / 12, np.sqrt(3 * scene), bright)


@pytest.mark.parametrize("mode", ["P", "RGBA", "I;16", "1"])
def test_pq_is_seen_in_every_kind_of_png(tmp_path: Path, mode: str) -> None:
    """White of 203 cd/m² and black, in stripes."""
    stripes = np.zeros((8, 16), np.uint8)
    stripes[:, ::2] = 148 if mode != "1" else 255
    plain = Image.fromarray(stripes.astype(np.uint16) * 257 if mode == "I;16" else stripes)
    image = plain if mode == "I;16" else plain.convert("RGB").quantize(2) if mode == "P" else plain.convert(mode)
    found = seen(png(tmp_path / "a.png", image, cICP=bytes((9, 16, 0, 1))))
    assert np.abs(found - np.where(stripes > 0, 240 if mode != "1" else 255, 0)[..., None]).max() <= 5


@pytest.mark.parametrize(("transfer", "curve"), [(16, pq), (18, hlg)])
def test_hdr_looks_as_it_would_on_an_ordinary_screen(
    tmp_path: Path, transfer: int, curve: Callable[[Floats], Floats]
) -> None:
    light = profiles.srgb_to_linear(RIGHT / 255) @ profiles.to_d50(profiles.BT_709).T
    light = np.clip(light @ np.linalg.inv(profiles.to_d50(BT_2020)).T, 0, 1)
    path = heif(tmp_path / "a.heic", deep(curve(light * 203)), 9, transfer)
    assert off(path) < 6
    # Reference white is near white, a lamp five times as bright is brighter, and black is black.
    nits = np.array([0, 203, 1000]).reshape(1, 3, 1).repeat(8, axis=0).repeat(8, axis=1).repeat(3, axis=2)
    black, white, lamp = seen(heif(tmp_path / "b.heic", deep(curve(nits)), 9, transfer))[4, 4::8, 1]
    assert black <= 1
    assert 225 < white < lamp <= 255


def test_the_dark_parts_of_hdr_keep_their_steps(tmp_path: Path) -> None:
    """In 8 bits of PQ the darkest tenth would have 60 steps of 10 bits' 250."""
    ramp = np.linspace(0, pq(np.array(20.0)), 300).reshape(1, 300, 1).repeat(8, axis=0).repeat(3, axis=2)
    greys = seen(heif(tmp_path / "a.heic", deep(ramp), 1, 16))[4, :, 1]
    assert len(np.unique(greys)) > 75
    assert (np.diff(greys) >= 0).all()


def test_avif_says_its_primaries_in_codes() -> None:
    folder = GALLERIES / "reports" / "hdr-and-p3-by-nclx"
    if not folder.exists():
        pytest.skip("the reports are not on this machine")
    right = seen(folder / "right.png")
    assert np.abs(seen(folder / "p3-nclx.avif") - right).mean() < 2
    assert np.abs(seen(folder / "pq-bt2020.avif") - right).mean() < 8


@pytest.mark.parametrize("transfer", [1, 6, 13])
@pytest.mark.parametrize("full", [0, 1])
def test_matrix_and_range_are_the_decoder_s_business(tmp_path: Path, transfer: int, full: int) -> None:
    """Both tell them right: what is asked for here goes into the file, and comes back as the same colours."""
    plain = stored_as(profiles.BT_709, profiles.linear_to_srgb)
    pillow_heif = pytest.importorskip("pillow_heif")
    for matrix in (1, 5, 6, 9):
        codes = {"color_primaries": 1, "transfer_characteristics": transfer, "full_range_flag": full}
        pillow_heif.from_pillow(plain).save(
            tmp_path / "a.heic", quality=-1, chroma=444, matrix_coefficients=matrix, **codes
        )
        assert off(tmp_path / "a.heic") < 3, matrix
    plain.save(tmp_path / "a.avif", quality=100, subsampling="4:4:4", range="full" if full else "limited")
    assert off(tmp_path / "a.avif") < 3
