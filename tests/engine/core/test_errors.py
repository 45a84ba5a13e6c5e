"""A sentence carries its template and values: from one process to another, and into another language."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from engine.core.errors import Sentence, UserError, why
from engine.library.explain import explain


def test_a_file_name_is_filled_in_and_never_parsed() -> None:
    error = UserError("{path} holds {n:,} rows.", path=Path("{a}{0}.npy"), n=1200)
    assert str(error) == "{a}{0}.npy holds 1,200 rows."
    assert error.sentence.template == "{path} holds {n:,} rows."


def test_a_sentence_survives_json_with_the_sentences_it_holds() -> None:
    sentence = Sentence("{path}: {inner}", path=Path("a/b"), inner=Sentence("{n:,} of {name!r}", n=1200, name="{x}"))
    back = Sentence.from_json(json.loads(json.dumps(sentence.to_json())))
    assert str(back) == str(sentence) == "a/b: 1,200 of '{x}'"
    assert back.values["inner"].template == "{n:,} of {name!r}"
    assert str(UserError.of(back)) == str(sentence)


def test_a_name_that_is_not_utf_8_gets_through() -> None:
    sentence = Sentence("There is no folder {path}.", path=os.fsdecode(b"caf\xe9"))
    assert str(Sentence.from_json(json.loads(json.dumps(sentence.to_json())))) == str(sentence)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT])
def test_common_failures_of_the_system_can_be_translated(number: int) -> None:
    assert isinstance(why(OSError(number, os.strerror(number))), Sentence)


def test_a_rare_failure_is_told_in_the_words_of_the_system() -> None:
    assert why(OSError(errno.EXDEV, "Cross-device link")) == "Cross-device link"
    assert why(OSError("odd")) == "odd"


def test_a_full_disk_names_the_library_in_a_sentence_of_its_own() -> None:
    full = explain(OSError(errno.ENOSPC, "full"), Path("{lib}"))
    assert str(full) == "The disk is full while writing the library {lib}: free some room and run again."
    assert full is not None
    assert full.sentence.values["place"].template == "the library {folder}"


def test_what_may_not_be_read_is_not_said_to_be_unwritable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "corrections.json"
    file.touch()
    refused = PermissionError(errno.EACCES, "Permission denied", str(file))
    assert "cannot be opened" in str(explain(refused, None))
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may read everything
    assert "cannot be read" in str(explain(refused, None))


def test_a_disk_without_room_for_sqlites_own_files_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert "disk I/O error" in str(explain(error, tmp_path))
    usage = shutil.disk_usage(tmp_path)._replace(free=8192)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert "disk is full" in str(explain(error, tmp_path))
    assert explain(sqlite3.DatabaseError("of Python's own"), None) is None
