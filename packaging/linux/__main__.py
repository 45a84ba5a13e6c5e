"""`PYTHONPATH=packaging python -m linux deb|appimage|tarball|manifest BUNDLE OUT`; prints what it has made."""

from __future__ import annotations

import argparse
from pathlib import Path

from .appimage import build_appimage
from .deb import build_deb
from .facts import VERSION
from .flatpak import build_tarball, write_manifest


def main() -> None:
    parser = argparse.ArgumentParser(prog="linux", description="Make packages for Linux of a bundle folder.")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("bundle", type=Path, help="the folder that `make bundle` has made")
    common.add_argument("out", type=Path, help="the folder where the package is put")
    deb = kinds.add_parser("deb", parents=[common], help="a .deb for Debian and Ubuntu")
    deb.add_argument("--version", default=VERSION, help="another version, to try an upgrade with")
    appimage = kinds.add_parser("appimage", parents=[common], help="an AppImage; without a runtime its squashfs alone")
    appimage.add_argument("--runtime", type=Path, metavar="FILE", help="type2-runtime for x86_64")
    kinds.add_parser("tarball", parents=[common], help="bin, lib and share, as Flatpak takes them")
    manifest = kinds.add_parser("manifest", help="the Flatpak manifest for a tarball")
    manifest.add_argument("bundle", type=Path, metavar="tarball")
    manifest.add_argument("out", type=Path)
    arguments = parser.parse_args()
    if arguments.kind == "deb":
        print(build_deb(arguments.bundle, arguments.out, arguments.version))
    elif arguments.kind == "appimage":
        print(build_appimage(arguments.bundle, arguments.out, arguments.runtime))
    elif arguments.kind == "tarball":
        print(build_tarball(arguments.bundle, arguments.out))
    else:
        print(write_manifest(arguments.bundle, arguments.out))


if __name__ == "__main__":
    main()
