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
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from tests.postgresql_programs import Programs

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
            self._programs = Programs(self.folder)
            self._create()
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
        self._server = self._programs.start(
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
                raise RuntimeError(f"PostgreSQL does not start: {self._programs.said()}")
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

    def _create(self):
        # Byte order, as in SQLite: the same order on every machine, whatever its language.
        command = ("initdb", "-D", self.folder / "data", "--username=postgres", "--auth=trust")
        made = self._programs.start(*command, "--no-sync", "--no-locale", "--encoding=UTF8")
        if made.wait():
            raise RuntimeError(f"PostgreSQL cannot make a cluster: {self._programs.said()}")

    def _answers(self):
        try:
            psycopg.connect(self.url.replace("+psycopg", "", 1)).close()
        except psycopg.OperationalError:
            return False
        return True

    def _tell_guard(self, server):
        self._guard.stdin.write(f"{server}\n")
        self._guard.stdin.flush()
