"""Doing once more what was erased and ended since the backup was made that was put back."""

from collections import Counter
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, select, update

from webapp import ledger
from webapp.appointments.feed import CalendarFeed
from webapp.extensions import db, now
from webapp.handovers.moving import hand_over_again
from webapp.journal import erasure
from webapp.journal.models import Journal
from webapp.passkeys import ending
from webapp.passkeys.erased import ErasedLogin
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.passkeys.recovery import Recovery
from webapp.people.codes import RecoveryCode
from webapp.people.invitation import Invitation
from webapp.people.models import Person
from webapp.privacy.closing import StillNeeded, erase_account
from webapp.privacy.retention import give_notice_anew


class Again(NamedTuple):
    """How many people and records were erased; how many links, let-ins, passkeys and logins ended;
    the ids of those who have no passkey now, and of those who are again with whom they had left;
    the lines of the ledger that are damaged."""

    erased: int
    ended: int
    without_passkeys: list[UUID]
    left_behind: list[UUID]
    damaged: list[int]


def do_again():
    """Go through the ledger. Returns what there was to do."""
    noted, damaged = ledger.read()
    done = Counter(what for what, *ids in noted if _again[what](*ids))
    give_notice_anew()
    erasure.leave_no_copy()
    erased = done["person"] + done["record"] + done["emptied"]
    return Again(erased, done.total() - erased, ending.without_any(), _left_behind(noted), damaged)


def _left_behind(noted):
    """The clients whose last therapist the backup does not know, because they came in later."""
    went = {client: to for what, *ids in noted if what == "handover" for _, client, to in [ids]}
    there = select(Person).where(Person.id.in_(went), Person.erased_at.is_(None))
    return [each.id for each in db.session.scalars(there) if each.therapist_id != went[each.id]]


def _person(person_id, *more):
    """A phone that signed in after the backup was made hears of it too. Older lines do not say when
    it was."""
    at = next((each for each in more if isinstance(each, datetime)), None)
    cookies = [each for each in more if isinstance(each, bytes)]
    person = db.session.get(Person, person_id)
    is_back = person is not None and not person.erased_at
    with suppress(StillNeeded):  # a therapist whose clients are back: they are erased first
        if is_back:
            erase_account(person, at)
        ErasedLogin.keep(person_id, cookies)
    db.session.commit()
    return is_back


def _record(journal_id, record):
    if db.session.get(Journal, journal_id) is None:  # too young, or gone with its person
        return False
    with suppress(LookupError):
        erasure.erase(journal_id, record)
        db.session.commit()
        return True
    db.session.rollback()
    return False


def _emptied(journal_id, record, *entries):
    if db.session.get(Journal, journal_id) is None:
        return False
    had_words = erasure.empty_again(journal_id, record, entries)
    db.session.commit()
    return had_words


def _let_in(recovery_id, person_id):
    """What signed them in until then ends once more. The phone that it shut out cannot stop it any
    more, because it may have been lost; an operator can."""
    person = db.session.get(Person, person_id)
    if person is None or person.erased_at or db.session.get(Recovery, recovery_id):
        return False
    Recovery.begin(person, recovery_id).close()
    db.session.commit()
    return True


def _released(recovery_id, *shown):
    """Who showed their recovery code is known, and the one that they were shown for it is theirs.
    If the line was cut before that one, they are known all the same."""
    recovery = db.session.get(Recovery, recovery_id)
    person = recovery and db.session.get(Person, recovery.person_id)
    if person is None or person.erased_at:
        return False
    person.recovery_hash = person.recovery_hash or next(iter(shown), None)
    waited = recovery in Recovery.open_of(person.id)
    if waited:
        recovery.close()
    db.session.commit()
    return waited


def _codes(*hashes):
    """Each is of one kind only: of a therapist's code, a client's, or the address of a calendar."""
    ended = [
        db.session.execute(statement.where(column.in_(hashes))).rowcount
        for column, statement in BY_CODE.items()
    ]
    db.session.commit()
    return any(ended)


BY_CODE = {
    RecoveryCode.code_hash: delete(RecoveryCode),
    Person.recovery_hash: update(Person).values(recovery_hash=None),
    CalendarFeed.secret_hash: delete(CalendarFeed),
}


def _ends(kind, is_open, end):
    """What ends one of a kind, by its id, unless it has ended; of a passkey also somebody's only
    one: who shall stay out may be all that it lets in."""

    def once_more(row_id):
        row = db.session.get(kind, row_id)
        if row is None or not is_open(row):
            return False
        end(row)
        db.session.commit()
        return True

    return once_more


def _end_link(link):
    link.revoked_at = now()


_again = {
    "person": _person,
    "record": _record,
    "emptied": _emptied,
    "let-in": _let_in,
    "link": _ends(Invitation, lambda link: not (link.used_at or link.revoked_at), _end_link),
    "stopped": _ends(Recovery, lambda recovery: recovery.can_be_stopped, Recovery.stop),
    "released": _released,
    "passkey": _ends(Passkey, lambda passkey: not passkey.removed_at, ending.remove),
    "login": _ends(Login, lambda login: login.ended_by or not login.revoked_at, ending.end),
    "code": _codes,
    "handover": hand_over_again,
}
