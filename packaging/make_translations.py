"""Brings the translations up to date: every text of the window into resources/translations/*.ts, and those into .qm.

    python packaging/make_translations.py          # after a text was changed or added; says what is to be translated
    python packaging/make_translations.py --check  # changes nothing; fails where something is missing

Qt's lupdate does not see texts that go through a module's own `_tr`, so the texts are read off the syntax tree.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import PySide6

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "resources" / "translations"
LANGUAGES = ("fr",)
# What the engine says them with.
SENTENCES = ("Sentence", "UserError", "FolderAway", "Left", "LibraryInUse", "_Damaged", "CatalogDamaged")
DECLARATIONS = ("Command", "Menu")  # of gallery_app/shell/commands
Text = tuple[str, str]  # context, text


def window_texts() -> set[Text]:
    """What gallery_app says through tr() and translate()."""
    found: set[Text] = set()
    for path in sorted((ROOT / "gallery_app").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        found.update(_texts(tree, "", _wrappers(tree)))
    return found


def engine_texts() -> set[Text]:
    """What the window shows of the engine: methods, models and their parameters, networks, maps, reasons."""
    from engine.clustering.methods.method import methods
    from engine.core.parameters import describe
    from engine.embedding.backbone import backbones
    from engine.lab.models.model import models
    from engine.library.reasons import REASONS
    from engine.projection.projector import projectors

    found: set[Text] = {("engine", reason) for reason in REASONS}
    for registry in (methods, models, backbones, projectors):
        for owner in (registry.get(name) for name in registry.names()):
            found |= {("engine", owner.label), ("engine", owner.help)}
    for registry in (methods, models):
        for parameter in (p for name in registry.names() for p in describe(registry.get(name))):
            found |= {("engine", text) for text in (parameter.label, parameter.help, *parameter.choices)}
    return found


def sentences() -> set[Text]:
    """What the engine says to the user: the template of every Sentence and UserError, which has to stand there."""
    found: set[Text] = set()
    for path in sorted((ROOT / "engine").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in SENTENCES and not _is_passed_on(node):
                found.add(("engine", _template(node, path)))
    return found


def _template(call: ast.Call, path: Path) -> str:
    """The first argument of a Sentence or UserError, whose fields are its other arguments."""
    text = call.args[0] if call.args else None
    if not isinstance(text, ast.Constant):
        raise SystemExit(
            f"{path.relative_to(ROOT)}:{call.lineno}: the template is to be written here, as a plain string"
        )
    fields = {name for _, name, _, _ in Formatter().parse(str(text.value)) if name is not None}
    if fields != {word.arg for word in call.keywords} - {"usage"}:
        raise SystemExit(f"{path.relative_to(ROOT)}:{call.lineno}: {text.value!r} does not take these values")
    return str(text.value)


def _is_passed_on(call: ast.Call) -> bool:
    """Whether a sentence that was made elsewhere is made anew: its values come in one piece, as `**values`."""
    return any(word.arg is None for word in call.keywords)


def names() -> set[Text]:
    """What the machine calls clusters by (gallery_app/i18n/cluster_names.py has the rest)."""
    table = json.loads((ROOT / "resources" / "names" / "kinds.json").read_text("utf-8"))
    return {("cluster_names", name) for name in (*table["kinds"], *table["classes"])}


def _wrappers(tree: ast.Module) -> dict[str, str]:
    """Functions of a module that translate what they are given, as `_tr` above all, each with its context."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.args.args:
            argument = node.args.args[0].arg
            for call in (n for n in ast.walk(node) if isinstance(n, ast.Call) and len(n.args) == 2):
                context, text = call.args
                translates = _name(call) in ("translate", "QT_TRANSLATE_NOOP") and isinstance(context, ast.Constant)
                if translates and isinstance(text, ast.Name) and text.id == argument:
                    found[node.name] = str(context.value)  # type: ignore[attr-defined]
    return found


def _texts(node: ast.AST, owner: str, wrappers: dict[str, str]) -> Iterator[Text]:
    """Texts below a node; `owner` is the class it is in, which is the context of its tr()."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _name(child) in DECLARATIONS:
            yield from _declared(child)
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            name, constants = _name(child), [a.value for a in child.args if isinstance(a, ast.Constant)]
            if name == "tr" and constants:
                yield owner, str(constants[0])
            elif name in wrappers and constants:
                yield wrappers[name], str(constants[0])
            elif name == "translate" and len(constants) == 2:
                yield str(constants[0]), str(constants[1])
        yield from _texts(child, inside, wrappers)


def _declared(call: ast.Call) -> Iterator[Text]:
    """What the declaration of a command or menu says, by name or first of all."""
    words = [word.value for word in call.keywords if word.arg in ("text", "help", "title", "needs")]
    for value in (*words, *call.args[:1]):
        if isinstance(value, ast.Constant):
            yield "actions", str(value.value)


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def known(path: Path) -> dict[Text, str]:
    """The translations in a .ts file; empty for those that are still to be made."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = message.findtext("translation") or ""
    return found


def write(path: Path, language: str, texts: dict[Text, str]) -> None:
    """A .ts file as Qt Linguist reads it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({context for context, _ in texts}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for _, source in sorted(key for key in texts if key[0] == name):
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = source
            translation = ET.SubElement(message, "translation")
            translation.text = texts[name, source]
            if not translation.text:
                translation.set("type", "unfinished")
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{ET.tostring(root, encoding='unicode')}\n", "utf-8")


def compile_(path: Path) -> None:
    """The .qm file that Qt reads, beside a .ts file."""
    program = Path(PySide6.__path__[0]) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([program, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail where something is missing")
    words = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    texts = window_texts() | engine_texts() | sentences() | names()
    missing = 0
    for language in LANGUAGES:
        path = PLACE / f"photoloom_{language}.ts"
        old = known(path)
        said = {source: translation for (_, source), translation in old.items() if translation}  # said elsewhere
        new = {(context, source): old.get((context, source)) or said.get(source, "") for context, source in texts}
        open_ = sorted(text for text, translation in new.items() if not translation)
        missing += len(open_)
        for context, source in open_:
            print(f"{path.name}: {context}: {source!r} is not translated")
        if not words.check:
            PLACE.mkdir(parents=True, exist_ok=True)
            write(path, language, new)
            compile_(path)
    return int(words.check and missing > 0)


if __name__ == "__main__":
    sys.exit(main())
