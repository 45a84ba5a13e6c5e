"""Makes resources/names: the kinds that clusters are named by, derived from the WordNet tree.

names/kinds.txt says which nodes of the tree make a kind, names/classes.txt how a class alone is called. Needs
Debian's wordnet-base (WordNet 3.0). The table is committed, so that only who changes it runs this:

    python packaging/make_names.py [--wordnet /usr/share/wordnet] [--licence /usr/share/doc/wordnet-base/copyright]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import timm

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "resources" / "names"
CLASSES = Path(timm.__file__).parent / "data" / "_info" / "imagenet_synsets.txt"


@dataclass(frozen=True)
class Synset:
    lemmas: list[str]
    hypernyms: list[str]


def read_nouns(path: Path) -> dict[str, Synset]:
    """WordNet's noun synsets by id, such as n02084071; the format is that of wndb(5WN)."""
    synsets = {}
    for line in path.read_text("ascii").splitlines():
        if line.startswith("  "):  # the licence
            continue
        words = line.split(" | ")[0].split()
        count = int(words[3], 16)
        pointers = words[5 + 2 * count :]
        hypernyms = [f"n{to}" for kind, to in zip(pointers[::4], pointers[1::4], strict=False) if kind in ("@", "@i")]
        synsets[f"n{words[0]}"] = Synset(words[4 : 4 + 2 * count : 2], hypernyms)
    return synsets


def classes_below(synsets: dict[str, Synset], classes: list[str]) -> dict[str, set[int]]:
    """For every class and every node above one: the indices of the classes it holds."""
    below = defaultdict(set)

    def climb(node: str, index: int) -> None:
        below[node].add(index)
        for parent in synsets[node].hypernyms:
            climb(parent, index)

    for index, node in enumerate(classes):
        climb(node, index)
    return below


class Tree:
    """The part of WordNet above ImageNet's classes, asked by the words of kinds.txt."""

    def __init__(self, synsets: dict[str, Synset], classes: list[str]) -> None:
        self._below = classes_below(synsets, classes)
        self._nodes = defaultdict(set)
        for node in self._below:
            for lemma in synsets[node].lemmas:
                self._nodes[lemma].add(node)

    def classes(self, words: list[str]) -> list[int]:
        held: set[int] = set()
        for word in words:
            if word.startswith("-"):
                held -= self._of(word[1:])
            else:
                held |= self._of(word)
        return sorted(held)

    def _of(self, word: str) -> set[int]:
        lemma, _, node = word.partition("=")
        nodes = {node} & self._nodes[lemma] if node else self._nodes[lemma]
        held = [self._below[n] for n in nodes]
        if not held or any(h != held[0] for h in held):
            raise SystemExit(f"{word}: {', '.join(sorted(self._nodes[lemma])) or 'no node'}; say which")
        return held[0]


def lines(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split(": ")
            yield name, words


def plural(lemma: str) -> str:
    """The regular plural; classes.txt has the others."""
    word = lemma.replace("_", " ")
    if re.search(r"(ss|[^i]sh|ch|x|z)$", word):
        word += "es"
    elif re.search(r"[^aeiou]y$", word):
        word = f"{word[:-1]}ies"
    elif not re.search(r"(fish|s)$", word):
        word += "s"
    return word[:1].upper() + word[1:]


def ranges(numbers: list[int]) -> str:
    """[1, 2, 3, 7] as "1-3 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"{a}-{b}" if a < b else f"{a}" for a, b in runs)


def licence(path: Path) -> str:
    """WordNet's licence out of Debian's machine-readable copyright file."""
    body = path.read_text("utf-8").split("License: WordNet3.0\n")[1].split("\n\nFiles:")[0]
    text = "\n".join(line[1:].rstrip(".") if line.strip() == "." else line[1:] for line in body.splitlines())
    return f"kinds.json is derived from the noun hierarchy of WordNet 3.0.\n\n{text.rstrip()}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--licence", type=Path, default=Path("/usr/share/doc/wordnet-base/copyright"))
    words = parser.parse_args()
    synsets = read_nouns(words.wordnet / "data.noun")
    classes = CLASSES.read_text("ascii").split()
    tree = Tree(synsets, classes)
    own = dict(lines(HERE / "names" / "classes.txt"))
    lemmas = [synsets[node].lemmas[0] for node in classes]
    if unknown := own.keys() - set(lemmas):
        raise SystemExit(f"classes.txt: no class is called {', '.join(sorted(unknown))}")
    table = {
        "kinds": {name: ranges(tree.classes(nodes.split())) for name, nodes in lines(HERE / "names" / "kinds.txt")},
        "classes": [own.get(lemma) or plural(lemma) for lemma in lemmas],
    }
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "kinds.json").write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")
    (OUT / "LICENSE").write_text(licence(words.licence), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
