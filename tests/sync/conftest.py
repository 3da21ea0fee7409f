"""How long: short in `make test`, long in `make soak`; and real servers to be hard on."""

import psycopg
import pytest
from hypothesis import HealthCheck, settings

from tests.browser.server import Server
from tests.cast import invited
from tests.databases import PostgreSQL, fresh_database
from tests.pages import Visitor

settings.register_profile(
    "soak",
    max_examples=600,
    stateful_step_count=80,
    deadline=None,
    database=None,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="session")
def is_long(request):
    """Whether this is `make soak`."""
    return request.config.getoption("--hypothesis-profile") == "soak"


@pytest.fixture(scope="module")
def cluster():
    """A PostgreSQL that may be killed, and that therefore writes to the disk."""
    with PostgreSQL(fsync=True) as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request, tmp_path):
    """A real server, as an operator starts it, once on each database; nobody has come in yet."""
    settings = {}
    if request.param == "postgresql":
        settings["DATABASE_URL"] = fresh_database(request.getfixturevalue("cluster").url, "served")
    server = Server(tmp_path, **settings)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def beside_postgresql(postgresql):
    """Bea at a server on PostgreSQL, and a connection of somebody else's to the database."""
    app = postgresql.emptied()
    bea = Visitor(app).joins(invited(app)["Bea"])
    url = app.config["SQLALCHEMY_DATABASE_URI"].replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as other:
        yield bea, other
