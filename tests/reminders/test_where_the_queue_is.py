"""A queue on another machine: how it is called, and that nobody waits for it without end."""

import os
import subprocess
import sys
from contextlib import closing

import pytest

from tests.browser.server import ROOT
from webapp.reminders.queue import Queue

# As much of the package as is asked for, because an operator installs it and we do not.
REDIS = """
class ConnectionPool:
    @classmethod
    def from_url(cls, url, **limits):
        pool = cls()
        pool.told = url, limits
        return pool

class Redis:
    def __init__(self, connection_pool): pass
    def register_script(self, script): pass
"""
EXCEPTIONS = "class ConnectionError(Exception): pass\nclass TimeoutError(Exception): pass\n"
CALLS = """
from webapp import create_app
from webapp.reminders.queue import Queue
print(Queue(create_app()).huey.storage.pool.told)
"""


@pytest.mark.postgres
def test_one_on_postgresql_that_goes_from_the_network_is_given_up(app, postgresql, monkeypatch):
    server = postgresql.emptied().config["SQLALCHEMY_DATABASE_URI"].replace("+psycopg", "")
    monkeypatch.setitem(app.config, "HUEY_URL", f"{server}&keepalives_idle=60")
    with closing(Queue(app)) as queue:
        told = queue.huey.storage.conn.info.get_parameters()
    assert (told["tcp_user_timeout"], told["connect_timeout"]) == ("10000", "3")
    assert (told["keepalives_idle"], told["keepalives_interval"]) == ("60", "5")


def test_one_in_redis_is_called_by_its_address_and_given_up_when_it_says_nothing(tmp_path):
    (package := tmp_path / "redis").mkdir()
    (package / "__init__.py").write_text(REDIS)
    (package / "exceptions.py").write_text(EXCEPTIONS)
    where = {"HUEY_URL": "redis://there", "INSTANCE": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    calls = [sys.executable, "-c", CALLS]
    told = subprocess.run(calls, cwd=ROOT, env=os.environ | where, stdout=subprocess.PIPE)
    limits = {"socket_connect_timeout": 3, "socket_timeout": 3}
    assert told.stdout.decode() == f"{('redis://there', limits)}\n"
