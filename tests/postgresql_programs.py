"""PostgreSQL's programs, and running them: the machine's own, else those inside the package
pgserver."""

import importlib.util
import os
import pwd
import shutil
import subprocess
from pathlib import Path

NONE = (
    "No PostgreSQL to test with: install Debian's postgresql, or on another system one whose "
    "initdb is on the PATH (pgserver has none for this Python or processor)."
)


class Programs:
    """Run in one folder, which they may write to; what they say is kept there."""

    def __init__(self, home):
        self.home, self._binaries, self._account = home, folder(), {}
        if self._binaries is None:
            raise RuntimeError(NONE)
        if os.geteuid() == 0:
            self._leave_root()

    def start(self, program, *arguments):
        """Start one of them, with none of the settings that its user may have."""
        with (self.home / "log").open("ab") as log:
            return subprocess.Popen(
                [self._binaries / program, *arguments],
                cwd=self.home,
                env={k: v for k, v in os.environ.items() if not k.startswith("PG")},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._account,
            )

    def said(self):
        """The end of what they said."""
        return (self.home / "log").read_text(errors="replace")[-2000:]

    def _leave_root(self):
        """PostgreSQL refuses to run as root: choose the account that it runs as."""
        account = next((a for a in pwd.getpwall() if a.pw_name == "postgres"), None)
        account = account or pwd.getpwnam("nobody")
        os.chown(self.home, account.pw_uid, account.pw_gid)
        self._account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        try:
            self.start("postgres", "--version").wait()
        except PermissionError:  # a virtual environment in root's home, for one
            package = self._binaries.parents[1]
            for part in package, package.with_name(f"{package.name}.libs"):
                if part.exists():
                    shutil.copytree(part, self.home / part.name)
            self._binaries = self.home / package.name / "pginstall" / "bin"


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
