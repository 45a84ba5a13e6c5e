"""`models list|add|remove` as one types it, over an address on this machine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.engine.embedding.packs.serving import PackServer

Engine = Callable[..., "subprocess.CompletedProcess[str]"]


def listed(engine: Engine) -> list[dict[str, object]]:
    done = engine("models", "list", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told["version"] == 1
    packs: list[dict[str, object]] = told["packs"]
    return packs


def test_added_listed_and_removed(engine: Engine, server: PackServer, home: Path) -> None:
    assert "There are no model packs" in engine("models").stdout
    done = engine("models", "add", "colours", "--from", server.url, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout.splitlines()
    assert said[0] == "colours 1.2: 0.0 MB in 7 files"
    assert said[1:4] == [
        f"from {server.url}",
        "licence: CC0-1.0",
        "each file is checked against the SHA-256 that its manifest names",
    ]
    assert "--backbone pack:colours" in said[4]
    (pack,) = listed(engine)
    assert {name: pack[name] for name in ("name", "state", "licence", "sentences", "source", "used")} == {
        "name": "colours", "state": "installed", "licence": "CC0-1.0", "sentences": True, "source": server.url,
        "used": False,
    }  # fmt: skip
    assert "colours: 0 MB, CC0-1.0" in engine("models", "list").stdout
    assert engine("models", "remove", "colours").returncode == 0
    assert listed(engine) == []


def test_nothing_is_added_without_a_yes(engine: Engine, server: PackServer, home: Path) -> None:
    done = engine("models", "add", "colours", "--from", server.url)
    assert (done.returncode, done.stderr) == (2, "Nothing was added: --yes says that size and licence are all right.\n")
    assert set(server.fetched) == {"pack.json"}
    assert listed(engine) == []


def test_what_was_begun_is_gone_on_with_without_its_address(engine: Engine, server: PackServer, home: Path) -> None:
    server.cut["visual/model.onnx"] = 1000
    done = engine("models", "add", "mine", "--from", server.url, "--yes", "-q")
    assert done.returncode == 1
    assert "goes on where it stopped" in done.stderr
    (begun,) = listed(engine)
    assert (begun["name"], begun["state"], begun["source"]) == ("mine", "begun", server.url)
    assert engine("models", "add", "mine", "--yes", "-q").returncode == 0
    assert [pack["name"] for pack in listed(engine)] == ["mine"]


def test_words_that_are_off(engine: Engine, home: Path) -> None:
    for words, why in (
        (("add", "siglip"), "Photoloom knows no addresses of model packs: say with --from where siglip is"),
        (("add",), "models add needs the NAME of a model pack."),
        (("remove",), "models remove needs the NAME of a model pack."),
        (("remove", "nothing"), "There is no model pack 'nothing'"),
        (("add", "Big Name", "--from", str(home.parent)), "There is no model pack at"),
    ):
        done = engine("models", *words)
        assert done.returncode in (1, 2)
        assert done.stderr.startswith(why)
