"""Adding a pack: over a line that is cut, tampered with, from a file; whole or not at all."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Progress
from engine.embedding.packs import shelf
from engine.embedding.packs.install import add
from engine.embedding.packs.network import sha256_of
from engine.embedding.packs.sources import offer, open_source
from tests.engine.embedding.packs.make_pack import make_plain_pack, write_manifest
from tests.engine.embedding.packs.serving import PackServer

VISUAL = "visual/model.onnx"


def put(home: Path, place: object, job: Job | None = None) -> shelf.Pack:
    source = open_source(str(place))
    return add(home, source, offer(source), job or Job())


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_address_says_name_size_and_licence_before_anything_large_is_fetched(server: PackServer) -> None:
    offered = offer(open_source(server.url))
    assert (offered.name, offered.release, offered.licence) == ("colours", "1.2", "CC0-1.0")
    assert offered.size == sum(len(content) for path, content in files(server.folder).items() if path != "pack.json")
    assert offered.is_pinned
    assert set(server.fetched) == {"pack.json"}
    assert {agent for _, _, agent in server.asked} == {server.asked[0][2]}
    assert server.asked[0][2].startswith("Photoloom/")


def test_what_was_cut_goes_on_where_it_stopped(server: PackServer, home: Path) -> None:
    size = (server.folder / VISUAL).stat().st_size
    server.cut[VISUAL] = size // 2
    with pytest.raises(UserError, match="goes on where it stopped"):
        put(home, server.url)
    assert shelf.installed(home) == []
    (begun,) = shelf.begun(home)
    assert (begun.name, begun.source) == ("colours", server.url)
    assert size // 2 <= begun.there < begun.size
    added = put(home, server.url)
    assert server.fetched[VISUAL] == size
    assert shelf.installed(home) == [added]
    assert shelf.begun(home) == []
    there = files(added.folder)
    assert {path: there[path] for path in added.manifest.paths} == {
        path: content for path, content in files(server.folder).items() if path != "pack.json"
    }
    assert set(there) == {*added.manifest.paths, "pack.json", "installed.json"}


def test_what_has_changed_at_the_address_meanwhile_is_fetched_anew(server: PackServer, home: Path) -> None:
    server.cut[VISUAL] = 1000
    with pytest.raises(UserError, match="goes on"):
        put(home, server.url)
    (server.folder / VISUAL).write_bytes((server.folder / VISUAL).read_bytes() + b"")
    held = home / "packs" / ".begun" / "colours" / VISUAL
    held.with_name("model.onnx.etag").write_text('"another"', "utf-8")
    put(home, server.url)
    assert server.fetched[VISUAL] == 1000 + (server.folder / VISUAL).stat().st_size


def test_a_stop_keeps_what_was_fetched(server: PackServer, home: Path) -> None:
    job: Job

    def stop(progress: Progress) -> None:
        if progress.done > progress.total // 2:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        put(home, server.url, job)
    assert shelf.installed(home) == []
    assert shelf.begun(home)[0].there > 0
    put(home, server.url)


def test_a_file_that_is_not_what_the_manifest_names_is_refused(server: PackServer, home: Path) -> None:
    whole = (server.folder / VISUAL).read_bytes()
    (server.folder / VISUAL).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(UserError, match=r"visual/model\.onnx .* is not what the pack's manifest names"):
        put(home, server.url)
    assert shelf.installed(home) == []
    assert not (home / "packs" / ".begun" / "colours" / VISUAL).exists()
    (server.folder / VISUAL).write_bytes(whole)
    put(home, server.url)


def test_more_is_never_taken_than_was_said(server: PackServer, home: Path) -> None:
    (server.folder / VISUAL).write_bytes((server.folder / VISUAL).read_bytes() + b"more")
    put(home, server.url)  # which has the right beginning
    assert (home / "packs" / "colours" / VISUAL).stat().st_size == (server.folder / VISUAL).stat().st_size - 4


def test_an_address_without_a_manifest_is_known_by_its_files(server: PackServer, home: Path) -> None:
    (server.folder / "pack.json").unlink()
    server.below = "/resolve/main"  # as hubs have it, below the page whose address one copies
    (server.folder / "visual" / "fp16").mkdir()
    shutil.copy(server.folder / VISUAL, server.folder / "visual" / "fp16" / "model.onnx")
    server.linked[VISUAL] = sha256_of(server.folder / VISUAL)
    offered = offer(open_source(server.url))
    assert (offered.name, offered.licence, offered.is_pinned) == ("colours", "cc0-1.0", False)
    assert offered.part(VISUAL).sha256 == server.linked[VISUAL]
    assert "visual/fp16/model.onnx" not in offered.paths
    added = put(home, server.url)
    assert not added.pinned
    assert added.manifest.is_pinned  # from here on
    shelf.remove(home, "colours", Job())
    server.linked[VISUAL] = "0" * 64
    with pytest.raises(UserError, match="is not what"):
        put(home, server.url)


def test_from_a_zip_in_which_it_lies_in_a_folder(made: Path, home: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as archive:
        for path, content in files(made).items():
            archive.writestr(f"exports/colours/{path}", content)
    assert put(home, tmp_path / "some.zip").trial.sentences


def test_one_that_knows_no_words(home: Path, tmp_path: Path) -> None:
    added = put(home, make_plain_pack(tmp_path / "plain"))
    assert (added.trial.dimension, added.trial.sentences, added.manifest.licence) == (24, False, "")


def test_the_same_again_is_nothing_and_another_of_its_name_is_refused(folder: Path, home: Path) -> None:
    first = put(home, folder)
    assert put(home, folder) == first
    (folder / "README.md").write_text("other", "utf-8")
    write_manifest(folder, "colours")
    with pytest.raises(UserError, match="already: remove it first"):
        put(home, folder)


def set_file(name: str) -> Callable[[Path, dict[str, object]], None]:
    def change(folder: Path, told: dict[str, object]) -> None:
        (folder / "other").write_bytes(b"x")
        told["files"] = [*told["files"], {"path": name, "size": 1, "sha256": "0" * 64}]  # type: ignore[misc]

    return change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (set_file("../evil.json"), "may not hold the file"),
        (set_file("/etc/evil.json"), "may not hold the file"),
        (set_file("C:evil.json"), "may not hold the file"),
        (set_file("textual\\evil.json"), "may not hold the file"),
        (set_file("model.pkl"), "may not hold the file"),
        (set_file("weights.bin"), "may not hold the file"),
        (set_file("run.py"), "may not hold the file"),
        (set_file("Config.json"), "names a file twice"),
        (lambda _, told: told.update(name="../up"), "cannot be the name"),
        (lambda _, told: told.update(name=".begun"), "cannot be the name"),
        (lambda _, told: told.update(version=9), "update Photoloom"),
        (lambda _, told: told.update(files=[]), "names 0 files"),
        (lambda _, told: told.pop("files"), "no manifest"),
    ],
)
def test_a_manifest_that_is_off_is_refused_before_anything_is_fetched(
    folder: Path, home: Path, change: Callable[[Path, dict[str, object]], None], why: str
) -> None:
    told = json.loads((folder / "pack.json").read_bytes())
    change(folder, told)
    (folder / "pack.json").write_text(json.dumps(told), "utf-8")
    with pytest.raises(UserError, match=why):
        put(home, folder)
    assert not home.exists()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://example.org/pack", "with https"),
        ("ftp://example.org/pack", "with https"),
        ("https://user:word@example.org/pack", "with https"),
        ("http://[::1/pack", "with https"),
        ("https://example.org/pack.zip", "is one file"),
        ("/nowhere", "no folder, zip file or address"),
    ],
)
def test_where_a_pack_does_not_come_from(address: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        offer(open_source(address))


def test_a_place_without_a_pack(tmp_path: Path, server: PackServer) -> None:
    with pytest.raises(UserError, match=r"There is no model pack at .*visual/model\.onnx"):
        offer(open_source(str(tmp_path)))
    with pytest.raises(UserError, match="There is no model pack at"):
        offer(open_source(server.url + "/nothing"))


def test_only_one_at_a_time(made: Path, home: Path) -> None:
    with shelf.alone(home), pytest.raises(UserError, match="at work on the model packs"):
        put(home, made)


def test_a_pack_that_was_begun_can_be_removed(server: PackServer, home: Path) -> None:
    server.cut[VISUAL] = 1000
    with pytest.raises(UserError, match="goes on"):
        put(home, server.url)
    assert shelf.remove(home, "colours", Job()) > 0
    assert shelf.begun(home) == []


def test_removed_it_leaves_nothing_and_what_is_no_pack_is_not_removed(pack: shelf.Pack, home: Path) -> None:
    size = sum(len(content) for content in files(pack.folder).values())
    assert shelf.remove(home, "colours", Job()) == size
    assert shelf.installed(home) == []
    assert list((home / "packs").glob("*")) == [home / "packs" / ".begun"]
    for name in ("colours", "../libraries", ".begun", ""):
        with pytest.raises(UserError, match="There is no model pack"):
            shelf.remove(home, name, Job())
