"""What macOS is told of Photoloom.app: the keys that PyInstaller writes into its Info.plist, and their French words.

python packaging/macos/info_plist.py Photoloom.app      writes the French words into a finished app, before it is signed
"""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path
from typing import Any

IDENTIFIER = "io.github.photoloom.Photoloom"
OLDEST = "14.0"  # of macOS: what torch's wheels demand

# macOS asks the user before a program reads these places, and shows the sentence as the reason.
READS = {
    "NSDesktopFolderUsageDescription": (
        "Photoloom reads the pictures of the folder that you opened.",
        "Photoloom lit les images du dossier que vous avez ouvert.",
    ),
    "NSDocumentsFolderUsageDescription": (
        "Photoloom reads the pictures of the folder that you opened.",
        "Photoloom lit les images du dossier que vous avez ouvert.",
    ),
    "NSDownloadsFolderUsageDescription": (
        "Photoloom reads the pictures of the folder that you opened.",
        "Photoloom lit les images du dossier que vous avez ouvert.",
    ),
    "NSRemovableVolumesUsageDescription": (
        "Photoloom reads the pictures on the drive that you opened.",
        "Photoloom lit les images du disque que vous avez ouvert.",
    ),
    "NSNetworkVolumesUsageDescription": (
        "Photoloom reads the pictures on the network drive that you opened.",
        "Photoloom lit les images du disque réseau que vous avez ouvert.",
    ),
    "NSPhotoLibraryUsageDescription": (
        "Photoloom reads pictures in your Photos library if you open the folder that it lies in.",
        "Photoloom lit les images de votre photothèque si vous ouvrez le dossier qui la contient.",
    ),
}
FOLDER = ("Folder of photos", "Dossier de photos")


def info(version: str) -> dict[str, Any]:
    """The keys of Info.plist for a version."""
    return {
        "CFBundleName": "Photoloom",
        "CFBundleDisplayName": "Photoloom",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr"],
        "CFBundleDocumentTypes": [
            {  # "Open With" on folders and drives, and dropping them on the icon in the Dock
                "CFBundleTypeName": FOLDER[0],
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.folder", "public.volume"],
            }
        ],
        "LSApplicationCategoryType": "public.app-category.photography",
        "LSArchitecturePriority": ["arm64"],
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The Photoloom developers, Apache License 2.0",
        "NSPrincipalClass": "NSApplication",
        **{key: english for key, (english, _french) in READS.items()},
    }


def in_french() -> dict[str, str]:
    """The words of Info.plist that the user sees, for fr.lproj/InfoPlist.strings."""
    return {FOLDER[0]: FOLDER[1], **{key: french for key, (_english, french) in READS.items()}}


def localise(app: Path) -> None:
    """Write the French words into a finished app; what was signed has to be signed again."""
    strings = app / "Contents" / "Resources" / "fr.lproj" / "InfoPlist.strings"
    strings.parent.mkdir(parents=True, exist_ok=True)
    strings.write_bytes(plistlib.dumps(in_french()))


if __name__ == "__main__":
    localise(Path(sys.argv[1]))
