"""Which folders this Python and its children import from: never the current one, which may be one of photos."""

# ruff: noqa: PTH100, PTH117, PTH118, PTH120
# For pathlib may itself be lying in the current folder.

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # where our packages are
_START = (
    "import sys; del sys.argv[0]; sys.path[:] = {path!r}; "
    "import runpy; runpy.run_module(sys.argv[0], None, '__main__', True)"
)


def search_path() -> list[str]:
    """`sys.path` without the current folder and PYTHONPATH entries, but with the folder of our own packages."""
    foreign = {_real(entry) for entry in ("", *os.environ.get("PYTHONPATH", "").split(os.pathsep))}
    path = [os.fspath(entry) for entry in sys.path if entry and (_real(entry) not in foreign or _is_ours(entry))]
    return path if _real(ROOT) in map(_real, path) else [ROOT, *path]


def is_frozen() -> bool:
    """Whether this is the bundle that PyInstaller made (packaging/bundle), with a Python of its own inside."""
    return bool(getattr(sys, "frozen", False))


def leave_current_folder() -> None:
    """Import nothing from the current folder any more; a program's first act, before it imports anything else.

    Python itself puts it first for `python -m engine`, and once more for every empty entry of PYTHONPATH. A bundle
    never imports from there: it leaves the environment that it was started in as it found that.
    """
    if is_frozen():
        _restore_environment()
    else:
        sys.path[:] = search_path()


def child_command(module: str, *arguments: str) -> list[str]:
    """How a module of ours is started as a process of its own: it imports from where this process does, and with
    -I it ignores the current folder and all PYTHON… variables. So does the bundle's console program by itself.
    """
    if is_frozen():
        return [bundled_program("photoloom-engine"), "--module", module, *arguments]
    modes = ["-X", f"utf8={sys.flags.utf8_mode}", *(["-B"] if sys.dont_write_bytecode else [])]
    start = _START.format(path=search_path())
    return [sys.executable, "-I", "-u", *modes, "-c", start, module, *arguments]


def bundled_program(name: str) -> str:
    """The path of one of the bundle's two programs, which lie beside each other."""
    return os.path.join(os.path.dirname(sys.executable), name + (".exe" if sys.platform == "win32" else ""))


def _restore_environment() -> None:
    """Drop what PyInstaller's start has set for itself, for other programs that we start inherit it.

    Its libraries would break a file manager. What is loaded later is found by paths in the files.
    """
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original


def _is_ours(entry: str) -> bool:
    """Whether it holds our packages, or Python's: its own, or those that were installed for it.

    Not every folder below Python's: an environment may lie in a folder of photos, or hold one.
    """
    python = os.path.dirname(getattr(os, "__file__", ""))
    ours = [ROOT, python, os.path.join(python, "lib-dynload"), os.path.join(sys.base_prefix, "DLLs")]
    site = sys.modules.get("site")  # imported by Python itself at its start, or by nobody: -S
    if site is not None:
        ours += [*site.getsitepackages(), *([site.USER_SITE] if site.ENABLE_USER_SITE and site.USER_SITE else [])]
    return _real(entry) in {_real(folder) for folder in ours if os.path.isabs(folder)}


def _real(entry: str) -> str:
    try:
        return os.path.realpath(entry)
    except FileNotFoundError:
        return entry  # the current folder has been deleted
