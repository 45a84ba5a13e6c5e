"""The command line of the headless program."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

from engine import __version__
from engine.embedding import DEFAULT_BACKBONE
from engine.filing.operations import Action, FilingOptions
from engine.pipeline.understanding import WANTED, Wanted

UNDERSTANDING = ("kinds", "text", "faces", "search")  # protocols that score what is understood of pictures
PROTOCOLS = ("seed", "paper", "train-test", "folders", "corrections", *UNDERSTANDING)
ACTIONS = get_args(Action)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line; argparse ends with exit status 2 where it is wrong."""
    return command_line().parse_args(argv)


def command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="photoloom-engine",
        description="Sort a folder of pictures by what they show. Nothing leaves this machine.",
    )
    parser.add_argument("--version", action="version", version=f"photoloom {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = _common()

    organise = commands.add_parser("organise", parents=[common], help="sort a folder of pictures into clusters")
    organise.add_argument("folder", type=Path)
    _clustering(organise)
    organise.add_argument("--backbone", default=DEFAULT_BACKBONE, metavar="NAME", help="see `backbones`")
    organise.add_argument("--map", default="neighbours", metavar="NAME", help="see `maps`")
    organise.add_argument(
        "--understand", default="kind", type=_wanted, metavar="WHAT",
        help="what to find out of each picture: all, none, or some of kind,text,people (default: kind); "
        "people are looked for where this says so, and nothing of it leaves the machine",
    )  # fmt: skip
    organise.add_argument("--follow-links", action="store_true", help="also links that leave the folder, from now on")
    organise.add_argument("--download", action="store_true", help="fetch and read photos that are only in a cloud")
    organise.add_argument("--out", type=Path, metavar="FILE", help="write the result as JSON")
    organise.add_argument("--report", type=Path, metavar="DIR", help="write an HTML page to look at")
    organise.add_argument("--record", type=Path, metavar="DIR", help="write how DEC learns, update by update")

    cluster = commands.add_parser("cluster", parents=[common], help="cluster an (n, d) array")
    cluster.add_argument("vectors", type=Path, metavar="VECTORS.npy")
    _clustering(cluster)
    cluster.add_argument("--out", type=Path, metavar="LABELS.npy", help="default: beside the vectors")

    correct = commands.add_parser("correct", parents=[common], help="apply corrections, as edits that can be undone")
    correct.add_argument("folder", type=Path)
    what = correct.add_mutually_exclusive_group(required=True)
    what.add_argument("--from", dest="source", type=Path, metavar="corrections.json")
    what.add_argument("--take-over", choices=("folders", "tags"), help="names and pins from folders or other programs")
    correct.add_argument("--dry-run", action="store_true", help="with --take-over: list the names, and do nothing")

    suggest = commands.add_parser("suggest", parents=[common], help="the photos most worth asking about")
    suggest.add_argument("folder", type=Path)
    suggest.add_argument("-n", dest="count", type=_positive, default=12, metavar="N")
    suggest.add_argument("--json", action="store_true", help="as JSON on standard output")

    _understanding(commands, common)
    _filing(commands, common)
    check = commands.add_parser("check", parents=[common], help="how library and originals are, and what can be mended")
    check.add_argument("folder", type=Path)
    check.add_argument("--mend", action="store_true", help="mend what can be mended")
    check.add_argument("--forget-missing", action="store_true", help="forget the photos that are not in this folder")
    check.add_argument("--deep", action="store_true", help="read every original and every thumbnail again")
    check.add_argument("--space", action="store_true", help="only how much room each cluster takes, and could free")
    check.add_argument("--json", action="store_true", help="as JSON on standard output")

    for name, noun in (("methods", "clustering methods"), ("backbones", "networks"), ("maps", "projections")):
        listing = commands.add_parser(name, parents=[common], help=f"the {noun} there are, with their parameters")
        listing.add_argument("--json", action="store_true", help="as JSON on standard output")

    _measuring(commands, common)
    pack = commands.add_parser("gpu-pack", parents=[common], help="CUDA's torch beside an installation without it")
    pack.add_argument("what", choices=("status", "install", "remove"))
    pack.add_argument("--json", action="store_true", help="as JSON on standard output")
    models = commands.add_parser("models", parents=[common], help="better networks to add: model packs")
    models.add_argument("what", nargs="?", choices=("list", "add", "remove"), default="list")
    models.add_argument("name", nargs="?", metavar="NAME")
    models.add_argument("--from", dest="source", metavar="URL|FILE", help="an address, a folder or a zip file")
    models.add_argument("-y", "--yes", action="store_true", help="size and licence are all right")
    models.add_argument("--json", action="store_true", help="as JSON on standard output")
    return parser


def _understanding(commands: Any, common: argparse.ArgumentParser) -> None:
    _search(commands, common)
    _people(commands, common)


def _search(commands: Any, common: argparse.ArgumentParser) -> None:
    search = commands.add_parser("search", parents=[common], help="photos that a search finds, the best first, and why")
    search.add_argument("folder", type=Path)
    search.add_argument("query", metavar="QUERY", help="as in the window: 'ann dog 2021 text:total -kind:meme'")
    search.add_argument("-n", dest="count", type=_positive, default=50, metavar="N", help="default: %(default)s")
    search.add_argument("--json", action="store_true", help="as JSON on standard output")


def _people(commands: Any, common: argparse.ArgumentParser) -> None:
    people = commands.add_parser("people", parents=[common], help="the persons on the photos, and on which they are")
    people.add_argument("folder", type=Path)
    people.add_argument("--json", action="store_true", help="as JSON on standard output")


def _measuring(commands: Any, common: argparse.ArgumentParser) -> None:
    """`benchmark`, `compare`, `lab` and `fine-tune`."""
    benchmark = commands.add_parser("benchmark", parents=[common], help="score a method on labelled data")
    benchmark.add_argument("dataset", choices=("mnist", "fashion-mnist", "folders"))
    benchmark.add_argument("--data", type=Path, required=True, metavar="DIR")
    benchmark.add_argument("--protocol", required=True, choices=PROTOCOLS)
    _clustering(benchmark, k_choices=("auto", "labels"), k="labels")
    benchmark.add_argument("--backbone", default=DEFAULT_BACKBONE, metavar="NAME")
    benchmark.add_argument("--seeds", default="0", metavar="0,1,2")
    benchmark.add_argument("--questions", type=int, metavar="N")
    benchmark.add_argument("--cases", metavar="new,strays", help="of protocol corrections; default: all")
    benchmark.add_argument("--truth", type=Path, metavar="FILE", help="paths by query, or kinds by label, as JSON")
    benchmark.add_argument("--sizes", default="4,8,12", metavar="4,8,12", help="photos that a correction is about")
    benchmark.add_argument("--holdout", type=float, metavar="SHARE")
    benchmark.add_argument("--record", type=Path, metavar="DIR", help="write how DEC learns, update by update")
    benchmark.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")

    compare = commands.add_parser("compare", parents=[common], help="clustering methods side by side on a folder")
    compare.add_argument("folder", type=Path)
    compare.add_argument("--methods", metavar="A,B,C", help="default: all, see `methods`")
    compare.add_argument("--k", type=_k(("auto",)), default="auto", metavar="N|auto")
    compare.add_argument("--seeds", default="0,1,2", metavar="0,1,2")
    compare.add_argument("--backbone", default=DEFAULT_BACKBONE, metavar="NAME", help="see `backbones`")
    compare.add_argument("--folders-are-labels", action="store_true", help="folder names judge, not your corrections")
    compare.add_argument("--out", type=Path, metavar="FILE", help="write the comparison as JSON")
    compare.add_argument("--report", type=Path, metavar="DIR", help="write an HTML page to look at")

    lab = commands.add_parser("lab", parents=[common], help="what a model learns of pictures: see, squeeze, dream")
    lab.add_argument("dataset", metavar="mnist|fashion-mnist|FOLDER")
    lab.add_argument("--data", type=Path, metavar="DIR", help="where the data set's four IDX files lie")
    lab.add_argument("--model", required=True, metavar="NAME", help="k-means, pca, autoencoder, som, vae or gan")
    lab.add_argument("--set", action="append", default=[], type=_setting, metavar="name=value", help="a parameter")
    lab.add_argument("--side", type=_positive, default=64, metavar="N", help="photos are taken N × N pixels large")
    lab.add_argument("--binarise", action="store_true", help="digits in black and white, split at 0.5")
    lab.add_argument("--out", type=Path, required=True, metavar="DIR", help="where numbers and pictures go")

    tuning = commands.add_parser(
        "fine-tune", parents=[common], help="DeepCluster's training of a network on your photos"
    )
    tuning.add_argument("folder", type=Path)
    tuning.add_argument("--backbone", default=DEFAULT_BACKBONE, metavar="NAME", help="see `backbones`")
    tuning.add_argument("--set", action="append", default=[], type=_setting, metavar="name=value", help="a parameter")
    tuning.add_argument("--out", type=Path, required=True, metavar="DIR", help="where weights and numbers go")


def _filing(commands: Any, common: argparse.ArgumentParser) -> None:
    """`file` and `undo`."""
    filing = commands.add_parser("file", parents=[common], help="copy, move, link or throw away photos, or list them")
    filing.add_argument("folder", type=Path)
    filing.add_argument("--to", type=Path, metavar="TARGET", help="a folder, or the file of an album; not for trash")
    filing.add_argument("--action", required=True, choices=ACTIONS)
    filing.add_argument("--clusters", metavar="A,B", help="names or ids; default: all photos")
    filing.add_argument("--query", default="", metavar="Q", help="only photos that a search finds")
    filing.add_argument("--pattern", default=FilingOptions("copy").pattern, metavar="P", help="default: %(default)s")
    filing.add_argument("--embed", action="store_true", help="keywords into the files themselves, where that works")
    filing.add_argument("--sidecar", default=FilingOptions("copy").sidecar, choices=("a.jpg.xmp", "a.xmp"))
    filing.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    filing.add_argument("--json", action="store_true", help="as JSON on standard output")
    filing.add_argument("--report", type=Path, metavar="DIR", help="write the receipt as an HTML page")

    undo = commands.add_parser("undo", parents=[common], help="take back edits and what was done to files")
    undo.add_argument("folder", type=Path)
    undo.add_argument("--list", action="store_true", help="what was done, newest first")
    undo.add_argument("--json", action="store_true", help="with --list: as JSON on standard output")
    undo.add_argument("--id", type=_positive, metavar="N", help="default: the newest")


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("common")
    group.add_argument("--library", type=Path, metavar="DIR", help="where catalog, thumbnails and vectors lie")
    group.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    group.add_argument("--threads", type=_positive, metavar="N", help="default: every core")
    group.add_argument("--seed", type=int, default=0, metavar="N")
    group.add_argument("--json-progress", action="store_true", help="one JSON object a line on standard error")
    group.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")
    return common


def _clustering(command: argparse.ArgumentParser, *, k_choices: tuple[str, ...] = ("auto",), k: str = "auto") -> None:
    command.add_argument("--k", type=_k(k_choices), default=k, metavar="|".join(("N", *k_choices)))
    command.add_argument("--method", default="dec", metavar="NAME", help="see `methods`")
    command.add_argument(
        "--set",
        action="append",
        default=[],
        type=_setting,
        metavar="name=value",
        help="a parameter of the method",
    )


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 on, not {text!r}")
    return int(text)


def _k(others: tuple[str, ...]) -> Callable[[str], int | str]:
    def convert(text: str) -> int | str:
        if text in others:
            return text
        try:
            return _positive(text)
        except argparse.ArgumentTypeError:
            named = " or ".join(others)
            raise argparse.ArgumentTypeError(f"k is a whole number from 1 on, or {named}; not {text!r}") from None

    return convert


def _wanted(text: str) -> frozenset[Wanted]:
    if text in ("all", "none"):
        return frozenset(WANTED if text == "all" else ())
    words = text.split(",")
    if not set(words) <= set(WANTED):
        raise argparse.ArgumentTypeError(f"all, none, or some of {','.join(WANTED)}; not {text!r}")
    return frozenset(word for word in WANTED if word in words)


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"name=value, not {text!r}")
    return name, value
