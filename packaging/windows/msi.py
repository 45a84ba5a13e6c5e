"""Build the MSI from the same bundle, by wixl: for administrators, who install it for all users of a computer.

python packaging/windows/msi.py dist/photoloom dist/Photoloom-0.1.0.msi
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import payload as payloads  # noqa: E402
import pictures  # noqa: E402
import sign  # noqa: E402
from payload import Payload, PayloadError  # noqa: E402

from engine import __version__  # noqa: E402

UPGRADE_CODE = "5B3F0B52-6B1D-4C0B-9C5C-6E9A3D2B7A10"  # of Photoloom, in every version: by it an older one is found
OPENED = ("Directory", r"Directory\Background", "Drive")
PROGRAM = "[INSTALLDIR]photoloom.exe"
CODEPAGE = "\r\n\r\n65001\t_ForceCodepage\r\n"  # a table: all texts are UTF-8, as wixl writes them without saying so


def build(payload: Payload, target: Path, version: str = __version__) -> None:
    """Write the MSI `target`; PayloadError where wixl does not succeed."""
    for tool in ("wixl", "msibuild"):
        if shutil.which(tool) is None:
            raise PayloadError(f"There is no {tool} here: build the MSI on Linux (Debian: apt install wixl msitools).")
    sign.sign([payload.root / program for program in payloads.PROGRAMS])
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        (work / "bundle").symlink_to(payload.root)  # wixl takes no absolute paths
        pictures.write_icon(work / "photoloom.ico")
        ET.ElementTree(document(payload, version)).write(work / "photoloom.wxs", encoding="utf-8", xml_declaration=True)
        (work / "codepage.idt").write_text(CODEPAGE, newline="")
        _run(work, "wixl", "-a", "x64", "-o", str(target.resolve()), "photoloom.wxs")
        _run(work, "msibuild", str(target.resolve()), "-i", "codepage.idt")
    sign.sign([target])


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise PayloadError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def document(payload: Payload, version: str) -> Element:
    """The WiX source: a component for each file, and one for the menu entry and "Open with"."""
    wix = Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = SubElement(
        wix, "Product", Id="*", Name="Photoloom", Language="1033", Version=payloads.numbers(version),
        Manufacturer="The Photoloom developers", UpgradeCode=UPGRADE_CODE,
    )  # fmt: skip
    SubElement(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine")
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage="A newer version of Photoloom is installed already.")
    SubElement(product, "Media", Id="1", Cabinet="photoloom.cab", EmbedCab="yes")
    SubElement(product, "Icon", Id="photoloom.ico", SourceFile="photoloom.ico")
    SubElement(product, "Property", Id="ARPPRODUCTICON", Value="photoloom.ico")
    top = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = SubElement(top, "Directory", Id="ProgramFiles64Folder")
    folders = {Path(): SubElement(programs, "Directory", Id="INSTALLDIR", Name="Photoloom")}
    for number, folder in enumerate(payload.folders):
        parent = folders[folder.parent]
        folders[folder] = SubElement(parent, "Directory", Id=f"folder{number}", Name=_literal(folder.name))
    components = []
    for number, file in enumerate(payload.files):
        component = _component(folders[file.parent], f"file{number}", components)
        source = _literal(f"bundle/{file.as_posix()}")
        SubElement(component, "File", Id=f"content{number}", Name=_literal(file.name), Source=source, KeyPath="yes")
    _menu(_component(SubElement(top, "Directory", Id="ProgramMenuFolder"), "menu", components))
    feature = SubElement(product, "Feature", Id="all", Level="1")
    for name in components:
        SubElement(feature, "ComponentRef", Id=name)
    return wix


def _literal(name: str) -> str:
    return name.replace("$", "$$")  # $(…) is a variable


def _component(folder: Element, name: str, components: list[str]) -> Element:
    components.append(name)
    return SubElement(folder, "Component", Id=name, Guid="*", Win64="yes")


def _menu(component: Element) -> None:
    SubElement(
        component, "Shortcut", Id="shortcut", Name="Photoloom", Description="Sort your photos by what they show",
        Target=PROGRAM, WorkingDirectory="INSTALLDIR", Icon="photoloom.ico",
    )  # fmt: skip
    _value(component, r"Software\Photoloom", "[INSTALLDIR]", "InstallLocation", KeyPath="yes")
    for kind in OPENED:
        key = rf"Software\Classes\{kind}\shell\Photoloom"
        _value(component, key, "Open with Photoloom")
        _value(component, key, f'"{PROGRAM}",0', "Icon")
        _value(component, rf"{key}\command", rf'"{PROGRAM}" "%V\."')


def _value(component: Element, key: str, value: str, name: str | None = None, **more: str) -> None:
    named = {"Name": name} if name else {}
    SubElement(component, "RegistryValue", Root="HKLM", Key=key, Type="string", Value=value, **named, **more)


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the MSI.")
    parser.add_argument("bundle", type=Path, help="the folder that PyInstaller made on Windows")
    parser.add_argument("target", type=Path, help="the MSI to write")
    parser.add_argument("--version", default=__version__, help="another than engine.__version__, for checks")
    arguments = parser.parse_args()
    try:
        build(payloads.read(arguments.bundle), arguments.target, arguments.version)
    except PayloadError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{arguments.target}: {arguments.target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
