"""What is kept of a client beside what was written: how they came in, where they signed in and are
notified, and of what they were reminded."""

from urllib.parse import urlsplit

from msgspec import Struct
from sqlalchemy import select

from webapp.extensions import db
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.passkeys.recovery import Recovery
from webapp.people.invitation import Invitation
from webapp.reminders.browsers import PushSubscription
from webapp.reminders.models import Reminder
from webapp.security.strict_json import Instant


class Made(Struct):
    """A passkey or a login: when it began, when it was last of use, and whether it was ended."""

    what: str
    label: str | None
    since: Instant
    last: Instant
    ended: Instant | None


class Sent(Struct):
    """An invitation, or a link to let somebody in again, and whether they came in by it."""

    again: bool
    since: Instant
    until: Instant
    used: Instant | None
    ended: Instant | None


class LetIn(Struct):
    """That they were let in again; what was only for them before stays closed until `opens`."""

    since: Instant
    opens: Instant


class Told(Struct):
    """A browser that is notified: by whose service, as its address has it; None
    for one that cannot be read any more."""

    service: str | None
    since: Instant


class Reminded(Struct):
    """One reminder: `what` and `state` as the app has them, of what begins then, and when it was
    to go. They are kept for thirty days."""

    what: str
    begins: Instant
    due: Instant
    state: str


def sign_ins(person):
    """Every passkey there was, and everywhere that they signed in."""
    for key in _all(Passkey, person, Passkey.created_at):
        yield Made("passkey", key.label, key.created_at, key.last_used_at, key.removed_at)
    for login in _all(Login, person, Login.created_at):
        yield Made("login", None, login.created_at, login.last_seen_at, login.revoked_at)


def links(person):
    """Every link that was made for them."""
    for each in _all(Invitation, person, Invitation.created_at):
        times = each.created_at, each.expires_at, each.used_at, each.revoked_at
        yield Sent(each.is_again, *times)


def let_in(person):
    """Every time that they were let in again."""
    for each in _all(Recovery, person, Recovery.began_at):
        yield LetIn(each.began_at, each.opens_at)


def notified(person):
    """Every browser in which they are notified."""
    for each in _all(PushSubscription, person, PushSubscription.added_at):
        service = each.told and urlsplit(each.subscription.endpoint).hostname
        yield Told(service, each.added_at)


def reminders(person):
    """Every reminder that is still known of."""
    for each in _all(Reminder, person, Reminder.due_at):
        yield Reminded(each.what, each.starts_at, each.due_at, each.state)


def _all(model, person, order):
    theirs = select(model).where(model.person_id == person.id).order_by(order, model.id)
    return db.session.scalars(theirs).unique()
