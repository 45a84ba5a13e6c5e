"""Write the licences of everything in a bundle as one text: `python packaging/bundle/licences.py FILE`.

Run it with the Python of the bundle's environment, from whose metadata it reads. Photoloom's own data comes with
notices of its own, which are read from resources/.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

sys.path.insert(0, str(Path(__file__).resolve().parent))
from contents import ROOT, alone, requirements

HERE = Path(__file__).resolve().parent / "licences"
NOTICES = (
    "resources/icons/ui/LICENSE",
    "resources/models/SOURCES.md",
    "resources/names/LICENSE",
    "resources/words/LICENSE",
    "resources/world/SOURCES.md",
    "resources/demo/SOURCES.md",
)
_TEXT = re.compile(r"(licen[cs]e|copying|notice|thirdparty)", re.IGNORECASE)
RULE = "\n" + "=" * 100 + "\n"


def shipped() -> list[Distribution]:
    """The distributions that a bundle needs, with all that these need, by name."""
    found: dict[str, Distribution] = {}
    waiting = [*requirements(), "torch"]
    while waiting:
        wanted = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker is not None and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        waiting += found[name].requires or []
    found |= {Requirement(one).name: distribution(Requirement(one).name) for one in alone()}
    return [found[name] for name in sorted(found)]


def licence_of(one: Distribution) -> str:
    """What its metadata calls its licence."""
    told = one.metadata
    classifiers = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if c.startswith("License ::")]
    short = (told.get("License") or "").partition("\n")[0]
    return told.get("License-Expression") or (short if short not in ("", "UNKNOWN") else "") or ", ".join(classifiers)


def texts_of(one: Distribution) -> Iterator[tuple[str, str]]:
    """Its licence files: their names, and what they say."""
    for file in one.files or []:
        place = Path(one.locate_file(file))  # type: ignore[arg-type]
        in_metadata = ".dist-info/licenses/" in file.as_posix()
        top = len(file.parts) <= 2 and _TEXT.search(file.name) and file.suffix in ("", ".txt", ".md")
        if (in_metadata or top) and place.is_file():
            yield file.name, place.read_text(encoding="utf-8", errors="replace").strip()


def page_of(one: Distribution) -> str:
    links = dict(link.split(", ", 1) for link in one.metadata.get_all("Project-URL") or [])
    ours = (links[name] for name in ("Homepage", "homepage", "Source", "Repository", "GitHub") if name in links)
    return one.metadata.get("Home-page") or next(ours, "")


def pythons_own() -> str:
    """The licence of the Python inside, from its own files or, where a system keeps those elsewhere, in short."""
    for place in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if place.is_file():
            return place.read_text(encoding="utf-8").strip()
    return "PSF License Agreement: https://docs.python.org/3/license.html"


def everything() -> Iterator[str]:
    """The parts of the text, in order."""
    yield (HERE / "head.md").read_text(encoding="utf-8").strip()
    distributions = shipped()
    table = [f"{d.name} {d.version}  ({licence_of(d) or 'see its text'})  {page_of(d)}".rstrip() for d in distributions]
    yield "\n".join(table)
    yield f"Python {sys.version.split()[0]}\n\n{pythons_own()}"
    said: dict[str, str] = {}  # text → where it stood first
    for one in distributions:
        for name, text in texts_of(one):
            title = f"{one.name} {one.version}: {name}"
            yield f"{title}\n\n" + (f"The same as of {said[text]}." if text in said else text)
            said.setdefault(text, title)
    for name in NOTICES:
        yield f"Photoloom: {name}\n\n{(ROOT / name).read_text(encoding='utf-8').strip()}"
    for name in ("LICENSE", *sorted(path.relative_to(ROOT).as_posix() for path in HERE.glob("*.txt"))):
        yield f"{Path(name).stem}\n\n{(ROOT / name).read_text(encoding='utf-8').strip()}"


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(RULE.join(everything()) + "\n", encoding="utf-8")
    print(f"{out}: {out.stat().st_size / 1e3:.0f} kB")
