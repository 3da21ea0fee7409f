"""The address in an e-mail that ends them. Whoever holds it can do that and nothing else."""

from uuid import UUID

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from webapp.extensions import db
from webapp.journal.authoring import write
from webapp.journal.models import Journal
from webapp.people.models import Person
from webapp.reminders.choices import counted, standing
from webapp.reminders.preferences import Preference

PATH = "/no-more-e-mails"


def address_of(preference):
    """The address for one person. It is good for as long as the installation has its secrets."""
    token = _signer().dumps(preference.person_id.hex)
    return f"{current_app.config['PUBLIC_ORIGIN']}{PATH}/{token}"


def whose(token):
    """The preference that an address is about, or None."""
    try:
        return db.session.get(Preference, UUID(_signer().loads(token)))
    except (BadSignature, ValueError, TypeError, AttributeError):
        return None


def turn_off(preference):
    """No e-mail any more, in the caller's transaction. For a client that is an entry of their own
    in their journal, because it is their choice, and their phone should know of it."""
    if preference.record is None:
        preference.email = False
        return
    client = db.session.get(Person, preference.person_id)
    journal = Journal.of(client)
    heads = standing(journal.id)
    said = counted([head.said for head in heads])
    said.reminders.email = False
    newest = [head for head in heads if head.record == heads[0].record]
    write(journal.id, client, "preference", said, newest, zone=preference.zone)


def _signer():
    return URLSafeSerializer(current_app.secret_key, salt="footing e-mail off")
