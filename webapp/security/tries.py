"""How often somebody may be wrong: counted in the one database, for all workers together.

Whoever is right is never counted, so a whole practice behind one address is not in its own way.
"""

import hmac
from contextlib import contextmanager
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from flask import current_app, request
from sqlalchemy import Integer, LargeBinary, bindparam, delete, select, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.security.problems import Problem, too_many

STRETCH = timedelta(minutes=15)
HOUSEHOLD = 64  # bits of an IPv6 address that one subscriber has for themselves


class Tries(db.Model):
    """How often one network was wrong in one way, until then."""

    # A keyed hash of both, so that no address is kept.
    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(Moment)


@contextmanager
def wrong_tries(what, *codes, most=None, is_guess=lambda: True, is_signed=False):
    """Raise 429 in place of a Problem with one of these codes after `most` of them in a quarter of
    an hour from one network, and then at once, right or wrong.

    What is signed nobody can guess, so there whoever is right gets in all the same: a stranger
    behind the practice's address holds up nobody. What turns out to be no guess takes as long and
    is not counted. What the block wrote is taken
    back with the Problem, so it belongs at the beginning of a transaction.
    """
    key, most = _key(what), most or current_app.config["MOST_WRONG_TRIES"]
    if not is_signed:
        _let_in(key, most)
    try:
        yield
    except Problem as no:
        db.session.rollback()
        if no.code in codes:
            _count(key, most, int(is_guess()))
        raise


def _let_in(key, most):
    known = select(Tries.ends_at).where(Tries.id == key, Tries.count >= most)
    ends_at = db.session.scalar(known.where(~_is_over(now())))
    db.session.rollback()
    if ends_at:
        raise _later(ends_at)


def _count(key, most, more):
    """However many ask at once, only as many as may be are told that they were wrong."""
    moment = now()
    db.session.execute(delete(Tries).where(_is_over(moment)))
    told = {"id": key, "more": more, "ends_at": moment + STRETCH}
    count, ends_at = db.session.execute(COUNT, told).one()
    db.session.commit()
    if count > most:
        raise _later(ends_at)


def _is_over(moment):
    """Also where it would last for far longer than it may: the server's clock was put back since.
    What somebody counts at the same moment may last for a little longer."""
    return (Tries.ends_at <= moment) | (Tries.ends_at > moment + 2 * STRETCH)


def _later(ends_at):
    return too_many(int((ends_at - now()).total_seconds()) + 1)


def _key(what):
    told = f"{what} {_network(request.remote_addr)}"
    return hmac.digest(current_app.secret_key, told.encode(), "sha256")


def _network(address):
    try:
        found = ip_address(address)
    except ValueError:  # a socket of the machine's own has none
        return "here"
    found = getattr(found, "ipv4_mapped", None) or found  # as a socket for both kinds has it
    return found if found.version == 4 else ip_network((found, HOUSEHOLD), strict=False)


COUNT = (
    text("""
    INSERT INTO tries (id, count, ends_at) VALUES (:id, :more, :ends_at)
    ON CONFLICT (id) DO UPDATE SET count = tries.count + :more RETURNING count, ends_at""")
    .bindparams(bindparam("id", type_=LargeBinary), bindparam("ends_at", type_=Moment))
    .columns(count=Integer, ends_at=Moment)
)
