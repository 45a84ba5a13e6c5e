"""The disk image: the app beside a link to the folder of programs, to be dragged onto it. Read by dmgbuild.

dmgbuild -s packaging/macos/dmg_settings.py -D app=dist/Photoloom.app Photoloom dist/Photoloom-0.1.0-arm64.dmg
"""

# ruff: noqa: F821 - dmgbuild runs this file with its own names
from pathlib import Path

app = Path(defines["app"])  # type: ignore[name-defined]

format = "ULMO"  # lzma: the smallest, read by macOS 10.15 and newer
files = [str(app)]
symlinks = {"Applications": "/Applications"}
icon = str(app.parent.parent / "packaging" / "macos" / "photoloom.icns")

window_rect = ((200, 200), (600, 360))
default_view = "icon-view"
show_status_bar = show_tab_view = show_toolbar = show_pathbar = show_sidebar = False
icon_size = 128
text_size = 13
icon_locations = {app.name: (160, 170), "Applications": (440, 170)}
