"""Names that look like HTML are shown as they are."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QTextDocument

from gallery_app.base.plain_tip import plain_tip
from tests.paths import ROOT

HOSTILE = "<b>x</b> & <img src=http://example.org/a.png>.jpg\nsecond line"


@pytest.mark.usefixtures("qapp")  # without one Qt crashes in the test that makes it
def test_a_tip_shows_markup_literally() -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(HOSTILE))
    assert shown.toPlainText() == HOSTILE
    assert plain_tip("two words\nof mine") == "two words\nof mine"


def test_tips_with_names_in_them_are_plain() -> None:
    """Whatever is not written in the code goes through `plain_tip`."""
    raw = re.compile(r"setToolTip\((?!(?:\w+, )?plain_tip\(|self\.tr\(\"[^\"{]*\"\)\)|\"\"\))(.*)")
    found = {
        f"{file.relative_to(ROOT).as_posix()}: {match[1]}"
        for file in (ROOT / "gallery_app").rglob("*.py")
        for match in raw.finditer(file.read_text("utf-8"))
    }
    assert {line.partition(":")[0] for line in found} <= OURS, "texts of ours alone"


OURS = {
    "gallery_app/views/bars/understanding/background_line.py",
    "gallery_app/base/actions.py",
    "gallery_app/shell/commands/commands.py",
    "gallery_app/views/bars/find_field.py",
    "gallery_app/views/bars/tool_bar.py",
    "gallery_app/views/culling/review_bars.py",
    "gallery_app/views/filing/what_step.py",
    "gallery_app/views/training/reconstruction.py",
    "gallery_app/views/training/training_panel.py",
    "gallery_app/views/viewer/viewer_bar.py",
    "gallery_app/widgets/parameter_form.py",
    "gallery_app/widgets/k_control.py",
}
