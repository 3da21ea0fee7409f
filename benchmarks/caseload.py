"""How long the server takes for a therapist's pages: 5,000 clients with 50 shared check-ins each.

python -m benchmarks.caseload [--clients 5000] [--check-ins 50]
"""

import argparse
import os
import secrets
import tempfile
import time
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from uuid import uuid4

import msgspec

from tests.databases import PostgreSQL
from webapp import create_app, first_run
from webapp.checkins.models import keep_check_ins
from webapp.checkins.schema import RATINGS, CheckInBody
from webapp.extensions import db, now
from webapp.journal import bodies, revisions
from webapp.journal.models import Journal
from webapp.journal.revisions import Revision
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.people.models import Person
from webapp.practice import summaries

ROUNDS = 15
CHANCE = Random(7)


def main():
    asked = _arguments()
    with PostgreSQL(fsync=True) as postgresql:
        for name, database in {"SQLite": None, "PostgreSQL": postgresql.url}.items():
            with tempfile.TemporaryDirectory() as folder:
                show(name, folder, database, asked)


def show(name, folder, database, asked):
    """Fill an installation, and time Ada's pages in it."""
    environment = {"INSTANCE": folder} | ({"DATABASE_URL": database} if database else {})
    app = create_app({**os.environ, **environment})
    with app.app_context():
        first_run.prepare()
        cookie, client = fill(asked.clients, asked.check_ins)
        begin = time.perf_counter()
        summaries.refresh()
        took = time.perf_counter() - begin
        print(f"{name}: every summary made anew, in the background{took:8.1f} s")
        db.session.remove()
    browser = app.test_client()
    browser.set_cookie(app.config["LOGIN_COOKIE"], cookie, domain="localhost")
    pages = {"the caseload": "/practice", "one client": f"/practice/clients/{client}"}
    for what, path in pages.items():
        times = [timed(browser, path) for _ in range(ROUNDS)]
        print(f"{name}: {what:40}{median(times):8.0f} ms ({min(times):.0f} to {max(times):.0f})")
    with app.app_context():
        db.engine.dispose()


def timed(browser, path):
    """Milliseconds for one page."""
    begin = time.perf_counter()
    answer = browser.get(path, base_url="http://localhost:8000")
    assert answer.status_code == 200, answer.status
    return (time.perf_counter() - begin) * 1000


def fill(clients, check_ins):
    """A therapist with so many clients. Returns her cookie, and the id of a client."""
    ada, _ = Person.invite_therapist("Ada")
    db.session.flush()
    cookie = _signed_in(ada)
    for number in range(clients):
        client = Person(
            role="client", name=f"Bea {number}", usual_setting="online", therapist_id=ada.id
        )
        db.session.add(client)
        Journal.open_for(client)
        db.session.flush()
        _write(Journal.of(client).id, client.id, check_ins)
        if number % 100 == 0:
            db.session.commit()
    db.session.commit()
    return cookie, client.id


def _signed_in(person):
    passkey = Passkey(
        person_id=person.id, credential_id=secrets.token_bytes(16), public_key=b"", sign_count=0,
        aaguid="", backup_eligible=True, backed_up=True, created_at=now(), last_used_at=now(),
    )  # fmt: skip
    db.session.add(passkey)
    db.session.flush()
    return Login.start(passkey)[1]


def _write(journal, author, count):
    written = [_revision(journal, author, seq, count) for seq in range(1, count + 1)]
    revisions.add(journal, written)
    keep_check_ins(journal, {each.record: [each] for each in written})


def _revision(journal, author, seq, count):
    at, entry = now() - timedelta(weeks=count - seq), uuid4()
    said = CheckInBody(
        appointment=None, setting="online",
        ratings={key: CHANCE.choice((2, 3, 3, 4)) for key in RATINGS},
        felt_off=CHANCE.random() < 0.03, words="The wind was loud by the reservoir.", shared=True,
        happened_at=datetime.now(UTC) - timedelta(weeks=count - seq),
    )  # fmt: skip
    text = msgspec.json.encode(said).decode()
    return Revision(
        journal, seq, entry, uuid4(), None, [], "check_in", 1, "put", author, at.isoformat(),
        "Europe/London", at, bodies.sealing(journal)(entry, text), opened=said,
    )  # fmt: skip


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=5000)
    parser.add_argument("--check-ins", type=int, default=50)
    return parser.parse_args()


if __name__ == "__main__":
    main()
