"""What files say of machines that have made them: by IPTC's word, by generators' texts, by content credentials."""

from __future__ import annotations

import io
import json
import struct
import zlib
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from engine.core.records import Content, MadeBy
from engine.library.metadata.told import made_by_machine, told
from engine.library.catalog.catalog import Catalog
from engine.library.decoding.described import from_plain, to_plain
from engine.library.metadata.metadata import read_metadata

from .written import SPACES, exif, saved, xmp

_SPACES = SPACES | {"Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"}
_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype"
_SETTINGS = "a cat on a mat\nNegative prompt: dogs\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512"


def _said(data: bytes) -> MadeBy | None:
    file = io.BytesIO(data)
    with Image.open(file) as image:
        return read_metadata(image, file).made_by


def _png(**texts: str) -> bytes:
    info = PngInfo()
    for keyword, text in texts.items():
        info.add_text(keyword, text)
    return saved("PNG", pnginfo=info)


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_the_digital_source_type_is_read_in_each_container(name: str) -> None:
    packet = xmp(f'Iptc4xmpExt:DigitalSourceType="{_VOCABULARY}/trainedAlgorithmicMedia"', spaces=_SPACES)
    options = {"pnginfo": _xmp_chunk(packet)} if name == "PNG" else {"xmp": packet}
    if name == "TIFF":
        options = {"tiffinfo": {700: packet}}
    said = _said(saved(name, **options))
    assert said == MadeBy("trainedAlgorithmicMedia")
    assert made_by_machine(said)


def _xmp_chunk(packet: bytes) -> PngInfo:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet.decode())
    return info


def test_a_camera_says_that_it_was_one_and_an_unknown_word_says_nothing() -> None:
    camera = _said(
        saved("JPEG", xmp=xmp(f'Iptc4xmpExt:DigitalSourceType="{_VOCABULARY}/digitalCapture"', spaces=_SPACES))
    )
    assert camera == MadeBy("digitalCapture")
    assert not made_by_machine(camera)
    assert _said(saved("JPEG", xmp=xmp('Iptc4xmpExt:DigitalSourceType="whatever"', spaces=_SPACES))) is None


@pytest.mark.parametrize(
    ("texts", "generator"),
    [
        ({"parameters": _SETTINGS}, "Stable Diffusion"),
        ({"prompt": json.dumps({"3": {"class_type": "KSampler"}}), "workflow": "{}"}, "ComfyUI"),
        ({"invokeai_metadata": "{}"}, "InvokeAI"),
        ({"Software": "NovelAI", "Comment": "{}"}, "NovelAI"),
        ({"Software": "GIMP 2.10", "Comment": "Created with GIMP"}, None),
        ({"prompt": "buy milk"}, None),
        ({"parameters": "gamma 2.2"}, None),
        ({"Description": "a photo of the stable"}, None),
    ],
)
def test_generators_are_known_by_the_texts_they_write(texts: dict[str, str], generator: str | None) -> None:
    assert _said(_png(**texts)) == (MadeBy(generator=generator) if generator else None)


def test_settings_in_the_comment_of_exif_and_names_of_programs_tell_as_well() -> None:
    comment = b"UNICODE\0" + _SETTINGS.encode("utf-16-be")
    assert _said(saved("JPEG", exif=b"Exif\0\0" + exif(details={0x9286: comment}))) == MadeBy(
        generator="Stable Diffusion"
    )
    assert _said(saved("WEBP", xmp=xmp('xmp:CreatorTool="Adobe Firefly 2"'))) == MadeBy(generator="Firefly")
    assert _said(saved("JPEG", exif=b"Exif\0\0" + exif({0x0131: "Adobe Photoshop 25"}))) is None


def test_content_credentials_are_seen_in_each_container_that_may_hold_them() -> None:
    manifests = b"\0\0\0\x30jumb\0\0\0\x28jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0" + bytes(8)
    jpeg = saved("JPEG")
    segment = b"JP\0\1\0\0\0\1" + manifests
    with_segment = jpeg[:2] + b"\xff\xeb" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]
    png = saved("PNG")
    chunk = struct.pack(">I", len(manifests)) + b"caBX" + manifests + struct.pack(">I", zlib.crc32(b"caBX" + manifests))
    webp = bytearray(saved("WEBP") + b"C2PA" + struct.pack("<I", len(manifests)) + manifests)
    webp[4:8] = struct.pack("<I", len(webp) - 8)
    box = bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + manifests
    heif = saved("HEIF") + struct.pack(">I", len(box) + 8) + b"uuid" + box
    for data in (with_segment, png[:33] + chunk + png[33:], bytes(webp), heif):
        said = _said(data)
        assert said == MadeBy(credentials=True)
        assert not made_by_machine(said)
    for plain in (jpeg, png, saved("WEBP"), saved("HEIF")):
        assert _said(plain) is None


def test_it_travels_from_the_decoder_and_is_kept_with_the_content(tmp_path: Path) -> None:
    said = MadeBy("compositeWithTrainedAlgorithmicMedia", "Firefly", True)
    content = Content("d", 4, 3, taken_at=datetime(2026, 1, 2), made_by=said)
    assert from_plain(json.loads(json.dumps(to_plain(content)))) == content
    assert from_plain({k: v for k, v in to_plain(content).items() if k != "made_by"}).made_by is None
    catalog = Catalog(tmp_path / "catalog.db")
    catalog.files.add_contents([content, Content("e", 4, 3)])
    assert {digest: c.made_by for digest, c in catalog.files.contents().items()} == {"d": said, "e": None}
    catalog.close()


def test_it_is_told_in_sentences() -> None:
    lines = [str(line) for line in told(MadeBy("trainedAlgorithmicMedia", "ComfyUI", True))]
    assert lines == [
        "Made by a machine that has learned from other pictures",
        "Made with ComfyUI",
        "It holds content credentials (C2PA), which were not checked",
    ]
    assert told(None) == []
