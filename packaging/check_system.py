"""Says what this computer lacks before the window can open, and the one command that installs it.

Needs nothing but Python's own library, and runs on a Python too old for the rest, so that it can say so.
"""

import ctypes
import os
import shutil
import sys

OLDEST = (3, 11)

# What Qt's xcb platform loads: library -> its package on Debian and Ubuntu, on Fedora, on Arch.
LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-glx.so.0": ("libxcb-glx0", "libxcb", "libxcb"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
}
INSTALLERS = {"apt-get": "apt-get install -y", "dnf": "dnf install -y", "pacman": "pacman -S --needed"}


def python_complaint(version=sys.version_info):
    """A sentence where this Python is too old, else None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    found = ".".join(map(str, version[:2]))
    return (
        f"Photoloom needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {found}: "
        "give a newer one, as in `make run PYTHON=python3.12`."
    )


def is_there(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(is_there=is_there):
    return [library for library in LIBRARIES if not is_there(library)]


def libraries_complaint(missing, which=shutil.which, root=False):
    """One sentence that names the `missing` libraries and the command that installs them."""
    words = f"The window cannot open yet: {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
    for column, (tool, command) in enumerate(INSTALLERS.items()):
        if which(tool):
            packages = sorted({LIBRARIES[library][column] for library in missing})
            return f"{words} Install with:\n\n    {'' if root else 'sudo '}{command} {' '.join(packages)}\n"
    return f"{words} Install them with your system's package manager."


def has_display(environment=os.environ):
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def main():
    complaint = python_complaint()
    if complaint:
        print(complaint, file=sys.stderr)
        return 1
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_libraries()
    if not missing:
        return 0
    complaint = libraries_complaint(missing, root=os.geteuid() == 0)
    if has_display():
        print(complaint, file=sys.stderr)
        return 1
    print(f"There is no display, so this is for later only. {complaint}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
