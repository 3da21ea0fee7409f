"""How often something may be tried from one address. All workers count in the one database."""

import hmac
from datetime import datetime, timedelta

from flask import current_app, request
from sqlalchemy import LargeBinary, bindparam, delete, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.security.problems import Problem

STRETCH = timedelta(minutes=15)


class Tries(db.Model):
    """How often one thing was tried from one address in one stretch of time."""

    # A keyed hash of all three, so that no address is kept.
    id: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(Moment)


def require_patience(what, most=10):
    """Count this try, in a transaction of its own. Raises Problem (429) when there were more than
    `most` from this address in a quarter of an hour."""
    count = db.session.scalar(COUNT, {"id": _key(what), "ends_at": now() + STRETCH})
    db.session.execute(delete(Tries).where(Tries.ends_at < now()))
    db.session.commit()
    if count > most:
        raise Problem(429, "too_many", "Please wait a quarter of an hour, and try again.")


def _key(what):
    stretch = int(now().timestamp() // STRETCH.total_seconds())
    told = f"{what} {request.remote_addr} {stretch}"
    return hmac.digest(current_app.secret_key, told.encode(), "sha256")


COUNT = text("""
    INSERT INTO tries (id, count, ends_at) VALUES (:id, 1, :ends_at)
    ON CONFLICT (id) DO UPDATE SET count = tries.count + 1 RETURNING count""").bindparams(
    bindparam("id", type_=LargeBinary), bindparam("ends_at", type_=Moment)
)
