"""Where PostgreSQL's programs are: the machine's own, else those inside the package pgserver."""

import importlib.util
import shutil
from pathlib import Path


def folder():
    """The folder that has them, or None."""
    return _of_the_machine() or _of_the_package()


def _of_the_machine():
    """The newest of several."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    folders = sorted(folders, key=lambda f: [int(part) for part in f.parent.name.split(".")])
    on_path = shutil.which("initdb")
    if on_path:
        folders.insert(0, Path(on_path).resolve().parent)
    return next((f for f in reversed(folders) if _complete(f)), None)


def _of_the_package():
    package = importlib.util.find_spec("pgserver")  # found, not imported: the programs will do
    programs = package and Path(package.origin).parent / "pginstall" / "bin"
    return programs if programs and _complete(programs) else None


def _complete(folder):
    return (folder / "initdb").exists() and (folder / "postgres").exists()
