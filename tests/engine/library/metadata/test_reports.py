"""The kinds of faults that people reported to other programs: dates, places and turns of shared/galleries/reports."""

from __future__ import annotations

import json

import pytest

from engine.core.records import File
from engine.gallery.taken import taken
from engine.library.decoding.decode import describe
from tests.paths import GALLERIES

REPORTS = GALLERIES / "reports"
KINDS = (
    *(
        "hour-24",
        "date-in-name",
        "modify-date-before-xmp-original",
        "xmp-other-prefix",
        "iptc-date",
        "partial-xmp-date",
    ),
    *("epoch-as-date", "png-exif-with-tail", "gps-as-text", "xmp-gps"),
)


@pytest.mark.skipif(not REPORTS.is_dir(), reason="shared/galleries/reports is not here")
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_reported_reads_right(kind: str) -> None:
    expected = json.loads((REPORTS / "expected.json").read_text("utf-8"))
    names = [name for name in expected if name.startswith(f"{kind}/")]
    assert names
    for name in names:
        right, status = expected[name], (REPORTS / name).stat()
        content = describe(REPORTS / name, "digest")
        found = taken(File(1, 1, name, status.st_size, status.st_mtime_ns, "digest"), content)
        assert found is not None
        assert found.isoformat() == right.get("taken", found.isoformat())
        assert found.isoformat()[:10] == right.get("taken_day", found.isoformat()[:10])
        assert found.source == right.get("from", found.source)
        if "location" in right:
            assert (content.latitude, content.longitude) == pytest.approx(tuple(right["location"]), abs=0.0005)
