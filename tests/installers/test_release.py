"""The release workflow: what GitHub would refuse, rights, pins, and the files that it makes."""

from __future__ import annotations

import importlib.util
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import engine
from tests.paths import ROOT

RELEASE = ROOT / "packaging" / "release" / "release.py"
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
ACTION = ROOT / ".github" / "actions" / "bundle" / "action.yml"
PIECES = {"bundle", "gpu_pack", "linux", "macos", "release", "windows"}
has_validator = importlib.util.find_spec("check_jsonschema") is not None


@pytest.fixture(scope="module")
def release() -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(RELEASE)))


@pytest.mark.skipif(not has_validator, reason="check-jsonschema is missing: pip install -e '.[test]'")
@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", sorted(WORKFLOW.parent.glob("*.yml"))), ("github-actions", [ACTION])],
)
def test_github_would_read_it(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_only_the_last_job_may_write() -> None:
    jobs = re.split(r"^  (?=[a-z-]+:$)", WORKFLOW.read_text("utf-8").partition("\njobs:\n")[2], flags=re.MULTILINE)
    given = re.compile(r"^      ([a-z-]+: (?:read|write))", re.MULTILINE)
    rights = {job.partition(":")[0]: given.findall(job) for job in jobs[1:]}
    assert rights.pop("release") == ["contents: write", "id-token: write", "attestations: write"]
    assert len(rights) >= 7
    assert set(map(tuple, rights.values())) == {("contents: read",)}
    assert "\npermissions: {}\n" in WORKFLOW.read_text("utf-8")


def test_actions_are_pinned_by_commit() -> None:
    for file in (*WORKFLOW.parent.glob("*.yml"), ACTION):
        used = re.findall(r"uses: (\S+)(.*)", file.read_text("utf-8"))
        assert used
        for action, comment in used:
            if action != "./.github/actions/bundle":
                assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action + comment)


def test_every_script_that_it_runs_is_there() -> None:
    text = WORKFLOW.read_text("utf-8") + ACTION.read_text("utf-8")
    named = re.findall(r"packaging/([a-z_]+)/([a-z_/]+\.(?:py|sh|ps1))", text)
    assert {piece for piece, _script in named} <= PIECES
    missing = [f"{piece}/{script}" for piece, script in named if not (ROOT / "packaging" / piece / script).is_file()]
    assert [name for name in missing if (ROOT / "packaging" / name.partition("/")[0]).is_dir()] == []


def test_it_makes_what_a_release_is_made_of(release: SimpleNamespace) -> None:
    """Each name as it stands in the workflow; packaging/linux names its own packages, and prints them."""
    text = WORKFLOW.read_text("utf-8") + ACTION.read_text("utf-8")
    for name in release.assets("$VERSION"):
        named = re.sub(r"\$VERSION(?=_)", "${VERSION}", name)
        by_system = re.sub(r"-(linux|macos|windows)\.cdx", "-$SYSTEM.cdx", named)
        assert named in text or by_system in text or name == "io.github.photoloom.Photoloom.yml", name


def _release(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, RELEASE, *arguments], capture_output=True, text=True, check=False)


def test_a_tag_of_another_version_is_refused() -> None:
    assert _release("tag", f"v{engine.__version__}").returncode == 0
    refused = _release("tag", "v99.0.0")
    assert refused.returncode == 1
    said = f"The tag is v99.0.0, and engine/__init__.py says {engine.__version__}: one of them is wrong.\n"
    assert refused.stderr == said


def test_files_that_are_missing_or_strange_or_too_large_are_named(release: SimpleNamespace, tmp_path: Path) -> None:
    *names, missing = sorted(release.assets(engine.__version__))
    for name in names:
        (tmp_path / name).write_text(name)
    (tmp_path / "notes.txt").write_text("")
    with (tmp_path / names[0]).open("wb") as file:
        file.truncate(331_000_000)
    checked = _release("assets", tmp_path)
    assert checked.returncode == 1
    assert checked.stderr.splitlines() == [
        f"{missing} is missing.",
        "notes.txt is no part of a release.",
        f"{names[0]} has 331 MB: 330 is the most.",
    ]
    assert not (tmp_path / "SHA256SUMS").exists()


def test_an_msi_that_is_too_large_is_left_out(release: SimpleNamespace, tmp_path: Path) -> None:
    names = release.assets(engine.__version__)
    for name in names:
        (tmp_path / name).write_text(name)
    msi = tmp_path / f"Photoloom-{engine.__version__}.msi"
    with msi.open("wb") as file:
        file.truncate(332_000_000)
    checked = _release("assets", tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == f"{msi.name} is left out: it has 332 MB, and 330 is the most.\n"
    assert {file.name for file in tmp_path.iterdir()} == {*names, "SHA256SUMS"} - {msi.name}
    assert msi.name not in (tmp_path / "SHA256SUMS").read_text("utf-8")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is missing")
def test_checksums_are_those_of_the_files(release: SimpleNamespace, tmp_path: Path) -> None:
    names = release.assets(engine.__version__)
    for name in names:
        (tmp_path / name).write_text(name)
    assert _release("assets", tmp_path).returncode == 0
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 0
    assert len(checked.stdout.splitlines()) == len(names)


def test_the_notes_are_this_versions_part_of_the_changelog(release: SimpleNamespace) -> None:
    version = engine.__version__
    changelog = f"# Changelog\n\n## 99.0.0\n\n- Later\n\n## {version} (2026-01-01)\n\n- Now\n\n## 0.0.1\n\n- Before\n"
    assert release.notes(changelog) == "- Now\n"
    with pytest.raises(SystemExit, match=f"no section for {version}"):
        release.notes("# Changelog\n\n## 0.0.1\n")
    assert _release("notes").stdout.strip()
