"""Makes resources/words: which of ImageNet's classes a word of a search means, in English and French.

Every lemma of a WordNet noun above or among the classes is such a word; aliases.txt has what WordNet does not lead to,
kinds.txt the words for kinds of pictures, french.txt French nouns, fillers.txt what says nothing. Needs Debian's
wordnet-base (WordNet 3.0) and npm's cldr-annotations-full, unpacked. The table is committed, so that only who changes
it runs this:

    python packaging/words/make_words.py --cldr FOLDER [--wordnet /usr/share/wordnet]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent.parent))

from make_names import CLASSES, OUT, Synset, classes_below, lines, ranges, read_nouns  # noqa: E402

from engine.core.folding import fold  # noqa: E402
from engine.core.records import KINDS  # noqa: E402

WORDS = OUT.parent / "words"
MOST = 400  # classes of a word that says something: "animal" has 398, "artifact" 522
# Whoever searches for these wants faces, not the three classes of people that ImageNet has; see kinds.txt.
NOT_CLASSES = {"person", "individual", "someone", "somebody", "mortal", "soul"}
_WORD = re.compile(r"[a-z0-9' -]+")


def senses(path: Path) -> dict[str, list[str]]:
    """The synsets of each noun, the most frequent sense first, out of index.noun (wndb(5WN))."""
    found = {}
    for line in path.read_text("ascii").splitlines():
        if not line.startswith("  "):
            words = line.split()
            found[words[0]] = [f"n{word}" for word in words[-int(words[2]) :]]
    return found


def classes_of_words(below: dict[str, set[int]], of: dict[str, list[str]]) -> dict[str, set[int]]:
    """By word: the classes of its senses, without those of a rarer sense that has fewer of them.

    So "cat" is no Caterpillar, while a crane is both bird and machine.
    """
    found = {}
    for word, nodes in of.items():
        held: set[int] = set()
        most = 0
        for node in nodes:
            count = len(below.get(node, ()))
            if count >= max(most, 1):
                held |= below[node]
                most = count
        if 0 < len(held) <= MOST:
            found[fold(word.replace("_", " "))] = held
    return found


def aliases(
    below: dict[str, set[int]], synsets: dict[str, Synset], words: dict[str, set[int]]
) -> Iterator[tuple[str, set[int]]]:
    """What aliases.txt says, with what WordNet says of `words` unless it is to go; a lemma is all of its nodes."""
    of_lemma: dict[str, set[int]] = defaultdict(set)
    for node, classes in below.items():
        for lemma in synsets[node].lemmas:
            of_lemma[lemma] |= classes
    for names, said in lines(HERE / "aliases.txt"):
        lemmas = said.removeprefix("= ").split()
        if unknown := [lemma for lemma in lemmas if lemma not in of_lemma]:
            raise SystemExit(f"aliases.txt: nothing is called {', '.join(unknown)}")
        held = set().union(*(of_lemma[lemma] for lemma in lemmas))
        for name in names.replace("_", " ").split(", "):
            yield name, held if said.startswith("=") else held | words.get(name, set())


def irregular(path: Path, words: Iterable[str]) -> dict[str, str]:
    """Plurals that no rule makes, of words of the table, out of noun.exc."""
    known = set(words)
    pairs = [line.replace("_", " ").split(" ", 1) for line in path.read_text("ascii").splitlines()]
    return {many: one for many, one in pairs if one in known and many not in known}


def french(cldr: Path, words: set[str]) -> dict[str, list[str]]:
    """French nouns, each with the words of the table it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, nouns in lines(HERE / "french.txt"):
        if word not in words:
            raise SystemExit(f"french.txt: {word} is no word of the table")
        for noun in nouns.split(", "):
            found[fold(noun)].add(word)
    files = (cldr / "annotations" / tongue / "annotations.json" for tongue in ("en", "fr"))
    named = [json.loads(file.read_text("utf-8")) for file in files]
    english, other = (names["annotations"]["annotations"] for names in named)
    for emoji, names in english.items():
        for word, noun in zip(names.get("tts", ()), other.get(emoji, {}).get("tts", ()), strict=False):
            if fold(word) in words and _WORD.fullmatch(fold(noun)) and fold(noun) not in found:
                found[fold(noun)].add(fold(word))
    return {noun: sorted(of) for noun, of in sorted(found.items())}


def kinds() -> dict[str, list[str]]:
    """By word, the kinds it stands for; a word of no kind of ours is a mistake."""
    found: dict[str, list[str]] = {}
    for names, words in lines(HERE / "kinds.txt"):
        if unknown := set(names.split()) - {*KINDS, "faces"}:
            raise SystemExit(f"kinds.txt: there are no kinds {', '.join(sorted(unknown))}")
        for word in (*names.split(), *words.split()) if len(names.split()) == 1 else words.split():
            found[word] = names.split()
    return dict(sorted(found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--cldr", type=Path, required=True, help="the folder of npm's cldr-annotations-full")
    given = parser.parse_args()
    synsets = read_nouns(given.wordnet / "data.noun")
    below = classes_below(synsets, CLASSES.read_text("ascii").split())
    words = classes_of_words(below, senses(given.wordnet / "index.noun"))
    words |= dict(aliases(below, synsets, words))
    words = {word: words[word] for word in sorted(words) if word not in NOT_CLASSES}
    table = {
        "classes": {word: ranges(sorted(classes)) for word, classes in words.items()},
        "plurals": irregular(given.wordnet / "noun.exc", words),
        "french": french(given.cldr, set(words)),
        "kinds": kinds(),
        "fillers": sorted({word for _, words in lines(HERE / "fillers.txt") for word in words.split()}),
    }
    WORDS.mkdir(parents=True, exist_ok=True)
    text = json.dumps(table, indent=0, ensure_ascii=False, separators=(",", ":"))
    (WORDS / "words.json").write_text(f"{text}\n", "utf-8", newline="\n")
    licences = [(OUT / "LICENSE").read_text("utf-8").split("\n\n", 1)[1], (given.cldr / "LICENSE").read_text("utf-8")]
    (WORDS / "LICENSE").write_text(
        "words.json is derived from the noun hierarchy of WordNet 3.0:\n\n" + licences[0].rstrip()
        + "\n\nand its French nouns in part from Unicode's CLDR annotations:\n\n" + licences[1].rstrip() + "\n",
        "utf-8", newline="\n",
    )  # fmt: skip


if __name__ == "__main__":
    main()
