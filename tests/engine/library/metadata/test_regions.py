"""Named faces in XMP: both notations, each orientation, and pictures that were cropped since."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageOps

from engine.core.records import Box
from engine.library.metadata.regions import Region, regions_of, regions_of_xmp, stored, turned
from engine.library.metadata.xmp_tree import NotXmp

HEAD = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
MWG = (
    'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
    'xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"'
)
ANN = Region("Ann", Box(0.1, 0.2, 0.2, 0.3))


def digikam(width: int, height: int, box: Box, name: str = "Ann", kind: str = "Face") -> bytes:
    """As digiKam and exiv2 write it."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return f"""{HEAD}<rdf:Description rdf:about="" {MWG}>
    <mwg-rs:Regions rdf:parseType="Resource">
     <mwg-rs:AppliedToDimensions stDim:w="{width}" stDim:h="{height}" stDim:unit="pixel"/>
     <mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="{name}" mwg-rs:Type="{kind}">
       <mwg-rs:Area stArea:x="{x}" stArea:y="{y}" stArea:w="{box.width}" stArea:h="{box.height}"
        stArea:unit="normalized"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList>
    </mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


PICASA = f"""{HEAD}<rdf:Description rdf:about="" {MWG}><mwg-rs:Regions rdf:parseType="Resource">
 <mwg-rs:AppliedToDimensions rdf:parseType="Resource"><stDim:w>400</stDim:w><stDim:h>300</stDim:h>
 <stDim:unit>pixel</stDim:unit></mwg-rs:AppliedToDimensions>
 <mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg-rs:Name>Ann</mwg-rs:Name>
 <mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Area rdf:parseType="Resource"><stArea:x>0.2</stArea:x>
 <stArea:y>0.35</stArea:y><stArea:w>0.2</stArea:w><stArea:h>0.3</stArea:h><stArea:unit>normalized</stArea:unit>
 </mwg-rs:Area></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>
""".encode()
WINDOWS = f"""{HEAD}<rdf:Description rdf:about="" xmlns:MP="http://ns.microsoft.com/photo/1.2/"
 xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#">
 <MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag>
 <rdf:li MPReg:Rectangle="0.1, 0.2, 0.2, 0.3" MPReg:PersonDisplayName="Ann"/>
 <rdf:li MPReg:Rectangle="0.5, 0.5, 0.1" MPReg:PersonDisplayName="Broken"/>
 <rdf:li MPReg:Rectangle="0.5, 0.5, 0.1, 0.1"/></rdf:Bag></MPRI:Regions></MP:RegionInfo>
 </rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def same(one: Box, other: Box) -> bool:
    return one == pytest.approx(other, abs=1e-6)


@pytest.mark.parametrize("xmp", [digikam(400, 300, ANN.box), PICASA, WINDOWS], ids=["digikam", "picasa", "windows"])
def test_each_notation(xmp: bytes) -> None:
    [found] = regions_of_xmp(xmp, 400, 300, 1)
    assert found.name == "Ann"
    assert same(found.box, ANN.box)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_regions_turn_with_the_picture(orientation: int, tmp_path: Path) -> None:
    """A corner of the stored picture is marked: where Pillow turns that corner to, the region is."""
    image = Image.new("L", (40, 30))
    image.paste(255, (4, 6, 12, 15))
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / "a.png", exif=exif)
    with Image.open(tmp_path / "a.png") as opened:
        upright = ImageOps.exif_transpose(opened)
    left, top, right, bottom = upright.getbbox() or (0, 0, 0, 0)
    width, height = upright.size
    seen = Box(left / width, top / height, (right - left) / width, (bottom - top) / height)
    assert same(turned(Box(0.1, 0.2, 0.2, 0.3), orientation), seen)
    assert same(stored(seen, orientation), Box(0.1, 0.2, 0.2, 0.3))
    [found] = regions_of_xmp(digikam(40, 30, ANN.box), width, height, orientation)
    assert same(found.box, seen)


def test_regions_of_the_upright_picture_are_not_turned_again() -> None:
    [found] = regions_of_xmp(digikam(300, 400, ANN.box), 300, 400, 6)
    assert same(found.box, ANN.box)


def test_a_picture_that_was_cropped_since_has_none() -> None:
    assert not regions_of_xmp(digikam(400, 300, ANN.box), 400, 200, 1)
    assert len(regions_of_xmp(digikam(800, 600, ANN.box), 400, 300, 1)) == 1


def test_what_is_no_face_or_has_no_name_is_left_out() -> None:
    assert not regions_of_xmp(digikam(400, 300, ANN.box, kind="Pet"), 400, 300, 1)
    assert not regions_of_xmp(digikam(400, 300, ANN.box, name=""), 400, 300, 1)
    assert not regions_of_xmp(digikam(400, 300, Box(0.1, 0.1, 0, 0.1)), 400, 300, 1)
    with pytest.raises(NotXmp):
        regions_of_xmp(b"<rdf:RDF mwg-rs:Regions", 400, 300, 1)


def test_sidecars_and_the_picture_itself_tell(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    inside = digikam(400, 300, Box(0.6, 0.2, 0.2, 0.3), "Bob")
    Image.new("RGB", (400, 300)).save(photo, xmp=inside)
    assert [r.name for r in regions_of(photo, 400, 300, 1)] == ["Bob"]
    (tmp_path / "a.jpg.xmp").write_bytes(digikam(400, 300, ANN.box))
    (tmp_path / "a.xmp").write_bytes(b"damaged <mwg-rs:Regions")
    assert [r.name for r in regions_of(photo, 400, 300, 1)] == ["Ann", "Bob"]
    (tmp_path / "a.jpg.xmp").write_bytes(digikam(400, 300, Box(0.6, 0.2, 0.2, 0.3), "Robert"))
    assert [r.name for r in regions_of(photo, 400, 300, 1)] == ["Robert"]  # the sidecar's word on the same face
