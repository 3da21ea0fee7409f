"""People who are signed in already, so that only syncing is measured."""

import os
import secrets
from typing import NamedTuple
from uuid import UUID

from webapp import create_app, first_run
from webapp.extensions import db, now
from webapp.journal.models import Journal
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.people.models import Person


class Enrolled(NamedTuple):
    """Who a phone is signed in as."""

    id: UUID
    cookie: str


def enrolled(environment, count):
    """Make an installation with `count` signed-in clients."""
    app = create_app({**os.environ, **environment})
    with app.app_context():
        first_run.prepare()
        therapist, _ = Person.invite_therapist("Ada")
        found = [_enrol(therapist, number, app.config["LOGIN_COOKIE"]) for number in range(count)]
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return found


def _enrol(therapist, number, cookie):
    client, _ = therapist.invite_client(f"Bea {number}", "walk_and_talk")
    passkey = Passkey(
        person_id=client.id, credential_id=secrets.token_bytes(16), public_key=b"", sign_count=0,
        aaguid="", backup_eligible=True, backed_up=True, created_at=now(), last_used_at=now(),
    )  # fmt: skip
    db.session.add(passkey)
    db.session.flush()
    Journal.open_for(client)
    return Enrolled(client.id, f"{cookie}={Login.start(passkey)[1]}")
