"""PostgreSQL for the tests: a server of its own in a temporary folder, gone when they end.

One server for a whole test run, and an empty database in it for each who asks:

    with postgresql() as url:
        url = fresh_database(url, "reminders")

One to be cruel to:

    with PostgreSQL(fsync=True) as server:
        server.kill()
        server.start()
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from tests import postgresql_programs

# Waits for the end of its input, which comes when the tests close it and also when they die in
# any other way. Then it ends the server whose number it was told last, also one that is frozen, and
# removes the folder.
GUARD = """
while read -r line; do server=$line; done
[ -z "$server" ] || { kill -QUIT "$server"; kill -CONT "$server"; }
for attempt in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$0" && exit; sleep 0.2; done
"""


@contextlib.contextmanager
def postgresql():
    """Run a server and give the SQLAlchemy URL of its first database."""
    with PostgreSQL() as server:
        yield server.url


def fresh_database(url, name):
    """Create the database `name`, empty, on the server behind `url`; give its URL."""
    database = sql.Identifier(name)
    with psycopg.connect(url.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(database))
    path, query = url.split("?")
    return f"{path.rpartition('/')[0]}/{name}?{query}"


def _runs(process):
    """Whether it still holds anything. A zombie does not: it waits to be counted, no more."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


class PostgreSQL:
    """A fresh cluster, reached by a Unix socket only, with stock settings.

    `fsync=False` only spares the disk: it would take a crash to tell the difference.
    """

    def __init__(self, fsync=False):
        self.folder = Path(tempfile.mkdtemp(prefix="footing-postgresql-"))
        self.url = f"postgresql+psycopg://postgres@/postgres?host={self.folder}&port=5432"
        spared = () if fsync else ("fsync", "synchronous_commit", "full_page_writes")
        self._sparing = [each for name in spared for each in ("-c", f"{name}=off")]
        self._server = None
        self._guard = subprocess.Popen(
            ["sh", "-c", GUARD, self.folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )
        try:
            self._create(postgresql_programs.folder())
            self.start()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def start(self):
        """Start the server and wait until it answers."""
        self._server = self._popen(
            "postgres",
            *("-D", self.folder / "data", "-k", self.folder, "-p", "5432"),
            *("-c", "listen_addresses=", *self._sparing),
            *("-c", "timezone=Asia/Kolkata"),  # as on a machine that stands somewhere
            # Files instead of /dev/shm, which is small in containers and keeps what a kill leaves.
            *("-c", "dynamic_shared_memory_type=mmap"),
        )
        self._tell_guard(self._server.pid)
        deadline = time.monotonic() + 120
        while not self._answers():
            if self._server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL does not start: {self._log()}")
            time.sleep(0.02)

    def kill(self):
        """End every process of the server at once and unasked, as a crash would."""
        processes = self._suspended()
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._server.wait()
        while any(map(_runs, processes)):
            time.sleep(0.01)
        self._tell_guard("")

    @contextlib.contextmanager
    def frozen(self):
        """In this block it stands still, as on a machine that has no memory left: whoever calls is
        taken in, and hears nothing."""
        processes = self._suspended()
        try:
            yield
        finally:
            for process in processes:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.resume()

    def _suspended(self):
        """All its processes, of which none does anything now."""
        server = psutil.Process(self._server.pid)
        server.suspend()  # it starts no further process while its present ones are listed
        processes = [server, *server.children(recursive=True)]
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.suspend()
        return processes

    def close(self):
        """End the server and remove what it wrote."""
        if self._server and self._server.poll() is None:
            self._server.send_signal(signal.SIGQUIT)
            self._server.wait()
        self._tell_guard("")
        self._guard.stdin.close()
        self._guard.wait()

    def _create(self, binaries):
        if binaries is None:
            raise RuntimeError(
                "No PostgreSQL to test with: install Debian's postgresql, or on another system one "
                "whose initdb is on the PATH (pgserver has none for this Python or processor)."
            )
        self._binaries, self._account = binaries, {}
        if os.geteuid() == 0:
            self._leave_root()
        # Byte order, as in SQLite: the same order on every machine, whatever its language.
        command = ("initdb", "-D", self.folder / "data", "--username=postgres", "--auth=trust")
        made = self._popen(*command, "--no-sync", "--no-locale", "--encoding=UTF8")
        if made.wait():
            raise RuntimeError(f"PostgreSQL cannot make a cluster: {self._log()}")

    def _leave_root(self):
        """PostgreSQL refuses to run as root: choose the account that it runs as."""
        account = next((a for a in pwd.getpwall() if a.pw_name == "postgres"), None)
        account = account or pwd.getpwnam("nobody")
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        self._account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        try:
            self._popen("postgres", "--version").wait()
        except PermissionError:  # a virtual environment in root's home, for one
            package = self._binaries.parents[1]
            for part in package, package.with_name(f"{package.name}.libs"):
                if part.exists():
                    shutil.copytree(part, self.folder / part.name)
            self._binaries = self.folder / package.name / "pginstall" / "bin"

    def _popen(self, program, *arguments):
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [self._binaries / program, *arguments],
                cwd=self.folder,
                env={k: v for k, v in os.environ.items() if not k.startswith("PG")},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._account,
            )

    def _answers(self):
        try:
            psycopg.connect(self.url.replace("+psycopg", "", 1)).close()
        except psycopg.OperationalError:
            return False
        return True

    def _log(self):
        return (self.folder / "log").read_text(errors="replace")[-2000:]

    def _tell_guard(self, server):
        self._guard.stdin.write(f"{server}\n")
        self._guard.stdin.flush()
