"""Every message comes out of the pipe as it went in."""

from __future__ import annotations

import dataclasses
import json
import typing

import numpy as np
import pytest

from engine.core import partials
from engine.core.errors import Sentence, UserError
from engine.core.records import CurvePoint, Progress, Update
from engine.embedding.packs.report import BegunReport, PackReport, PacksReport
from engine.filing.operations import Drive, FilingOptions, Totals
from engine.filing.taking_over.groups import Group, Hint
from engine.gpu_pack.report import DeviceReport, PackStatus
from engine.library.safety.survey import GoodBackup, Kept, Rescue, Survey
from engine.pipeline.forget import Missing
from engine.pipeline.options import OrganiseOptions
from engine.service import lab_messages as lab
from engine.service import model_messages as model
from engine.service import pack_messages as pack
from engine.service import protocol, understand_messages
from engine.service import safety_messages as safety
from engine.service.protocol import from_json, to_json

OPTIONS = OrganiseOptions(k=None, method="dec", parameters={"rounds": 40, "tolerance": 0.5}, map="tsne", seed=3)
REQUESTS = [
    protocol.Organise(OPTIONS, force=True, propose=True),
    protocol.LayOutMap(OPTIONS),
    protocol.SplitCluster("c3", None, OPTIONS),
    protocol.EvaluateK(OPTIONS),
    lab.CompareMethods(("dec", "ward"), 12, (0, 1), OPTIONS, by_folders=True),
    protocol.LayOutReplay(),
    protocol.FindDuplicates(),
    protocol.MeasureSpace(),
    protocol.PlanFiling(
        FilingOptions("move", clusters=("c3",), target="/to/ü \udcff", pattern="{year}/{name}"), replaces=6
    ),
    protocol.PlanFiling(FilingOptions("trash", files=(3, 1))),
    protocol.RunFiling(7),
    protocol.UndoFiling(7),
    protocol.UndoFiling(7, ("c3", "")),
    protocol.ProposeNames("tags"),
    safety.SurveyCatalog(),
    safety.MendCatalog("backup", "catalog-20260330-120000-000000.db"),
    safety.CountMissing(),
    safety.ForgetMissing(((1, 12), (2, 0))),
    lab.TrainModel("vae", {"code": 2, "beta": 0.5, "layers": "dense", "fast": True}, 32, False, 3),
    lab.SeeCodes("vae"),
    lab.Squeeze("pca", 8, 24),
    lab.Dream("gan", 48, 1, 0.5),
    lab.Blend("som", "ab", "cd", 8),
    lab.DrawTypical("pca", ("ab", "cd")),
    lab.DrawAt("vae", -0.5, 2.0),
    understand_messages.Understand(text=False, people=True),
    pack.InspectDevice("cuda"),
    pack.InstallPack(),
    pack.RemovePack(),
    model.ListModels(),
    model.LookAtModel("https://example.org/siglip"),
    model.AddModel("/packs/ü", "siglip"),
    model.RemoveModel("siglip", "/a library"),
    model.EncodeSentence("siglip", "a dog on a beach"),
    model.EmbedWith("pack:siglip", "cpu", 2),
]
RESCUE = Rescue((Kept("pins", 3, 4, False), Kept("flags", 0, None, False)), exact=False, history=True)
RESULTS = [
    understand_messages.Understood({"text": 40}, renamed=2),
    protocol.Organised({"seen": 3}, {"scan": 0.5}, proposed=7),
    protocol.Organised({"seen": 3}, {}, hint=Hint("folders", 4)),
    protocol.MapLaidOut(),
    protocol.ClusterSplit(3),
    protocol.KEvaluated((CurvePoint(2, 0.5), CurvePoint(3, 0.4, 0.3, 0.2))),
    lab.MethodsCompared(),
    protocol.ReplayLaidOut(0),
    protocol.DuplicatesFound(((3, 1), (4, 5, 6)), {3: 80.0, 1: 40.5}),
    protocol.SpaceMeasured(((3, 1, 2),), {3: 1 << 33}),
    protocol.FilingPlanned(7, Totals(3, 1 << 40, 1, 1 << 33), (Drive("/to", 5, 6, trash=False),), 1),
    protocol.FilingDone(7, 2, 1),
    protocol.FilingUndone(7, 2, 0),
    protocol.NamesProposed((Group("Rome \udcff", ("Trips", "Rome \udcff"), (3, 1)),)),
    safety.CatalogSurveyed(Survey(False, (GoodBackup("catalog-1.db", "2026-03-30T12:00:00", 4),), 1, RESCUE)),
    safety.CatalogSurveyed(Survey(True, (), 0, None)),
    safety.CatalogMended("rescue", "catalog.damaged-1.db", RESCUE),
    safety.MissingCounted((Missing(1, "/photos/ü \udcff", 40, 12, True),)),
    safety.MissingForgotten(12),
    lab.ModelTrained("som", 115, (32, 32, 3), 400, 0.01, 24.5, 3.5, {"quantisation error": (2.0, 1.5)}),
    lab.ModelForgotten("som"),
    model.PhotosEmbedded(3),
    PackReport("siglip", "2", "Apache-2.0", 1 << 33, True, 0.25, False, "https://example.org/siglip"),
    PacksReport(
        (PackReport("dino", "", "", 1 << 20, False, 0.0, True, "/dino"),), (BegunReport("a", "/a", 1, 2),), reads=True
    ),
]
PIXELS = np.arange(24, dtype=np.uint8).reshape(2, 2, 2, 3)
PICTURED = [
    lab.CodesSeen(np.array([5, 7]), np.array([[0.5, 1.0], [2.0, -3.0]], np.float32), (3, 4)),
    lab.Squeezed(PIXELS, PIXELS[::-1], 0.25, 24.0),
    lab.Dreamed(PIXELS),
    lab.Blended(PIXELS),
    lab.TypicalDrawn(PIXELS[:1]),
    lab.DrawnAt(PIXELS[..., :1]),
    model.SentenceEncoded(np.array([[0.5, 1.0], [2.0, -3.0]], np.float32)),
]
REPORT = DeviceReport(
    embeds="cpu",
    trains="cuda",
    name="GPU",
    runtime="onnxruntime",
    providers=("CPUExecutionProvider",),
    milliseconds=0.5,
    reason=Sentence("It is {age}.", age="old"),
    torch="2.14.1",
    onnxruntime="1.32.0",
    from_pack=True,
    pack=PackStatus("broken", "GPU", 1 << 32, 1 << 33, Sentence("It fails.")),
)
PARTIALS = [
    Update(1, 0.5, 0.1, 0.9, None),
    partials.Scanned(12, 3),
    partials.PhotosRead((1, 2)),
    partials.Clustered(5),
    partials.MapStored(),
]
MESSAGES = [
    *(protocol.BeginJob(1, "/photos/ü \udcff", request) for request in REQUESTS),
    *(protocol.JobDone(2, result) for result in RESULTS),
    *(protocol.JobPartial(3, partial) for partial in PARTIALS),
    protocol.CancelJob(4),
    protocol.FinishEarly(5),
    protocol.Ready(),
    protocol.JobProgress(6, Progress("scan", 1, 2, "names")),
    protocol.JobCancelled(7),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_comes_back(message: protocol.Message) -> None:
    line = to_json(message)
    assert "\n" not in line
    assert from_json(line) == message


def test_a_report_of_the_device_comes_back_with_its_sentences() -> None:
    received = from_json(to_json(protocol.JobDone(1, REPORT)))
    assert isinstance(received, protocol.JobDone)
    assert isinstance(received.result, DeviceReport)
    assert to_json(received) == to_json(protocol.JobDone(1, REPORT))
    assert str(received.result.reason) == "It is old."
    assert str(received.result.pack.reason) == "It fails."


def test_every_kind_is_among_them() -> None:
    """A new request, result or partial has to be added here."""
    assert {type(request) for request in REQUESTS} == set(typing.get_args(protocol.Request))
    assert {type(result) for result in (*RESULTS, *PICTURED, REPORT)} == set(typing.get_args(protocol.Result))
    framed = {
        partials.Notice,
        partials.TrainingFrame,
        partials.LayoutFrame,
        partials.MethodCompared,
        partials.Sketch,
    }
    assert {type(partial) for partial in PARTIALS} == set(typing.get_args(partials.Partial)) - framed
    sent = {type(message) for message in MESSAGES}
    assert sent == set(typing.get_args(protocol.Message)) - {protocol.JobFailed}


@pytest.mark.parametrize("message", PICTURED, ids=lambda message: type(message).__name__)
def test_pictures_keep_every_bit_and_their_shape(message: protocol.Result) -> None:
    received = from_json(to_json(protocol.JobDone(1, message)))
    assert isinstance(received, protocol.JobDone)
    assert type(received.result) is type(message)
    for field in dataclasses.fields(message):
        sent, got = getattr(message, field.name), getattr(received.result, field.name)
        np.testing.assert_array_equal(got, sent)
        assert getattr(got, "dtype", None) == getattr(sent, "dtype", None)


def test_a_sketch_keeps_its_curve_and_its_pictures() -> None:
    received = from_json(to_json(protocol.JobPartial(1, partials.Sketch({"elbo": (-2.0, -1.5)}, PIXELS))))
    assert isinstance(received, protocol.JobPartial)
    assert isinstance(received.partial, partials.Sketch)
    assert received.partial.curve == {"elbo": (-2.0, -1.5)}
    assert np.array_equal(received.partial.pictures, PIXELS)


def test_frames_keep_every_bit_and_their_shape() -> None:
    xy = np.random.default_rng(0).normal(size=(3, 2)).astype(np.float32)
    frame = partials.TrainingFrame(np.array([5, 6, 7]), xy, np.array([0, -1, 1]), ("c1", "c2"))
    for made in (frame, partials.LayoutFrame(np.empty((0, 2), np.float32))):
        received = from_json(to_json(protocol.JobPartial(1, made)))
        assert isinstance(received, protocol.JobPartial)
        assert type(received.partial) is type(made)
        assert received.partial.xy.dtype == np.float32  # type: ignore[union-attr]
        assert np.array_equal(received.partial.xy, made.xy)  # type: ignore[union-attr]
    received = from_json(to_json(protocol.JobPartial(1, frame)))
    assert received.partial.files.tolist() == [5, 6, 7]  # type: ignore[union-attr]
    assert received.partial.clusters == ("c1", "c2")  # type: ignore[union-attr]


def test_sentences_are_told_with_their_values() -> None:
    inner = Sentence("No space left on {what}", what="device")
    sentence = Sentence("{place} cannot be written ({reason}).", place="A", reason=inner)
    failed = from_json(to_json(protocol.JobFailed(1, sentence, "trace")))
    assert isinstance(failed, protocol.JobFailed)
    assert str(failed.sentence) == "A cannot be written (No space left on device)."
    assert failed.sentence.template == sentence.template
    assert failed.trace == "trace"
    noticed = from_json(to_json(protocol.JobPartial(1, partials.Notice(sentence))))
    assert str(noticed.partial.sentence) == str(sentence)  # type: ignore[union-attr]


@pytest.mark.parametrize("version", [1, 99, None])
def test_another_version_is_one_clear_sentence(version: int | None) -> None:
    sent = json.loads(to_json(protocol.Ready())) | {"version": version}
    with pytest.raises(UserError, match="different versions of Photoloom"):
        from_json(json.dumps(sent))


@pytest.mark.parametrize("changed", [{"type": "Dance"}, {"request": {"type": "Dance"}}, {"request": {"type": "Ready"}}])
def test_what_is_no_message_is_refused(changed: dict[str, object]) -> None:
    sent = json.loads(to_json(protocol.BeginJob(1, "/", protocol.FindDuplicates()))) | changed
    with pytest.raises(ValueError, match=r"Dance|Ready"):
        from_json(json.dumps(sent))
