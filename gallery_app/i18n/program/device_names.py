"""What computes, and what there is to say of the GPU pack, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.gpu_pack.report import DeviceReport, PackStatus
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import decimal

PROCESSOR = "cpu"


def device_line(report: DeviceReport) -> str:
    """ "NVIDIA GeForce RTX 4070" """
    return report.name if report.trains != PROCESSOR else _tr("Processor: {0}").format(report.name)


def device_sentence(report: DeviceReport) -> str:
    """Who looks at the photos, and who learns from them."""
    looks, learns = report.embeds != PROCESSOR, report.trains != PROCESSOR
    if looks and learns:
        return _tr("The graphics card looks at your photos and learns from them")
    if looks:
        return _tr("The graphics card looks at your photos, and the processor learns from them")
    if learns:
        return _tr("The processor looks at your photos, and the graphics card learns from them")
    return _tr("The processor looks at your photos and learns from them")


def device_details(report: DeviceReport) -> str:
    """What a developer asks: runtimes, the providers of the session that was made, a kernel's time."""
    providers = ", ".join(provider.removesuffix("ExecutionProvider") for provider in report.providers)
    parts = [f"ONNX Runtime {report.onnxruntime} ({providers})" if providers else f"ONNX Runtime {report.onnxruntime}"]
    parts.append(f"torch {report.torch}")
    if report.milliseconds is not None:
        parts.append(_tr("matrix product: {0} ms").format(decimal(report.milliseconds, 1)))
    return "  ·  ".join(parts)


def pack_sentence(pack: PackStatus) -> str:
    """How the pack is, and what it costs to fetch it, or to go on."""
    reason = translate(pack.reason) if pack.reason is not None else ""
    if pack.state == "installed":
        return _tr("The GPU pack is installed. It takes {0} on the disk.").format(size_words(pack.disk))
    if pack.state == "unneeded":
        return reason
    costs = _tr("A download of up to {0}, and up to {1} on the disk.").format(
        size_words(pack.download), size_words(pack.disk)
    )
    if pack.state == "offered":
        offered = _tr("With the GPU pack, Photoloom computes on your {0}.").format(pack.gpu)
        return f"{offered} {costs}"
    return f"{reason} {costs}".strip()


def get_words(pack: PackStatus) -> str:
    """The button that fetches the pack, or goes on with it."""
    return {
        "offered": _tr("Get it"),
        "partial": _tr("Go on"),
        "broken": _tr("Fetch it anew"),
        "outdated": _tr("Get the new one"),
    }.get(pack.state, "")


def offer_sentence(pack: PackStatus) -> str:
    """What is offered once, with its size."""
    says = _tr("Photoloom could compute on your {0}: that takes a download of up to {1}, and up to {2} on the disk.")
    return says.format(pack.gpu, size_words(pack.download), size_words(pack.disk))


def _tr(text: str) -> str:
    return QCoreApplication.translate("device", text)
