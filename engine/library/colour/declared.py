"""What a file says of its colours: an ICC profile, or in the words of PNG, HEIF, AVIF or EXIF."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from PIL import Image
from PIL.ExifTags import IFD, Base

from engine.library.colour import hdr, profiles

_ADOBE_RGB, _UNCALIBRATED = 2, 65535  # EXIF ColorSpace; 2 is not of the standard, but written
_INTEROP_INDEX = 1
_LONGEST_PROFILE = 1 << 24
_SRGB_GAMMA = (0.43, 0.48)  # of PNG's gAMA: what was meant to be shown as it is
_GAMMAS = (0.1, 5.0)  # beyond these it is a mistake


class Space(NamedTuple):
    """`profile` is ICC, None for sRGB; `hdr` is the code of a curve that comes before it, 0 for none."""

    profile: bytes | None = None
    hdr: int = 0


def space_of(image: Image.Image, file: BinaryIO, exif: Image.Exif | None = None) -> Space:
    """The colour space of an open image, whose pixels need not be loaded; `file` is what it was opened from.

    `exif` is that of the file around it (of a preview within a RAW file), which is asked first. What is broken is left
    out.
    """
    profile = image.info.get("icc_profile") or None
    if image.format == "JPEG2000":
        return Space(_of_jpeg_2000(file))
    if image.format == "PNG":
        codes = _cicp(file)
        if codes is not None:
            return _of_codes(*codes)
        return Space(profile or _of_png(image) or _of_exif(image.getexif, file))
    if profile is not None:
        return Space(profile)
    if image.format in ("HEIF", "AVIF"):
        codes = _nclx(image, file)
        if codes is not None and codes != (2, 2):
            return _of_codes(*codes)
    around = None if exif is None else _of_exif(lambda: exif, file)
    return Space(around or _of_exif(image.getexif, file))


def _of_codes(primaries: int, transfer: int) -> Space:
    if transfer in (hdr.PQ, hdr.HLG):
        return Space(profiles.of_codes(primaries, 0), transfer)
    return Space(profiles.of_codes(primaries, transfer))


def _cicp(file: BinaryIO) -> tuple[int, int] | None:
    """Primaries and curve of a PNG's cICP chunk, which stands before the pixels and above all else."""
    file.seek(8)
    while len(head := file.read(8)) == 8 and head[4:] not in (b"IDAT", b"IEND"):
        length = int.from_bytes(head[:4], "big")
        if head[4:] == b"cICP" and length == 4:
            primaries, transfer, matrix, _full = file.read(4)
            return (primaries, transfer) if matrix == 0 else None
        file.seek(length + 4, 1)
    return None


def _of_png(image: Image.Image) -> bytes | None:
    """By sRGB, or gAMA and cHRM."""
    if "srgb" in image.info:
        return None
    gamma, chromaticity = image.info.get("gamma"), image.info.get("chromaticity")
    if gamma is not None and (_SRGB_GAMMA[0] < gamma < _SRGB_GAMMA[1] or not _GAMMAS[0] <= gamma <= _GAMMAS[1]):
        gamma = None
    if gamma is None and chromaticity is None:
        return None
    return profiles.of_gamma(chromaticity or profiles.BT_709, gamma and 1 / gamma)


def _of_jpeg_2000(file: BinaryIO) -> bytes | None:
    """The profile in the box "colr" within "jp2h", which Pillow does not tell; a bare codestream has no boxes."""
    file.seek(0)
    while len(head := file.read(8)) == 8 and head[4:] != b"jp2c":
        length = int.from_bytes(head[:4], "big") - 8
        if head[4:] == b"jp2h":
            continue  # what is inside comes next
        if length < 0:
            return None
        if head[4:] == b"colr" and 3 <= length <= _LONGEST_PROFILE:
            body = file.read(length)
            if body[0] in (2, 3):  # any profile, or a small one
                return body[3:]
        else:
            file.seek(length, 1)
    return None


def _nclx(image: Image.Image, file: BinaryIO) -> tuple[int, int] | None:
    """Primaries and curve; Pillow does not tell those of an AVIF."""
    said = image.info.get("nclx_profile")
    if image.format == "AVIF":
        from pillow_heif import open_heif

        file.seek(0)
        with suppress(Exception):  # libheif is stricter than the decoder, and raises anything
            said = open_heif(file).info.get("nclx_profile")
    return (said["color_primaries"], said["transfer_characteristics"]) if said else None


def _of_exif(exif_of: Callable[[], Image.Exif], file: BinaryIO) -> bytes | None:
    """Adobe RGB as cameras say it: DCF's option R03, or an uncalibrated space and a name that starts with "_"."""
    try:
        exif = exif_of()
        space = exif.get_ifd(IFD.Exif).get(Base.ColorSpace)
        if space != _ADOBE_RGB and space != _UNCALIBRATED:
            return None
        index = exif.get_ifd(IFD.Interop).get(_INTEROP_INDEX)
    except Exception:  # noqa: BLE001 - Pillow raises anything for broken EXIF
        return None
    option = str(index or "").strip("\0 ")
    underscore = PurePath(str(getattr(file, "name", ""))).name.startswith("_")
    if space == _ADOBE_RGB or option == "R03" or (underscore and not option):
        return _adobe_rgb()
    return None


def _adobe_rgb() -> bytes | None:
    return profiles.of_gamma(profiles.ADOBE_RGB, 563 / 256)
