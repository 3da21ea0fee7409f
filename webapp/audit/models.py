"""Reading: that a therapist was shown some of a client's words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db


class Reading(db.Model):
    """Who was shown which revisions of whom, and when. It holds ids and no word.

    `entries` are the ids of entries in hex digits, a space between. `mac` chains it to the reading
    before. It names people without a foreign key, because it outlives a closed account.
    """

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    reader_id: Mapped[UUID]
    client_id: Mapped[UUID]
    entries: Mapped[str] = mapped_column(Text)
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))

    __table_args__ = (Index("ix_reading_client", "client_id", "at"),)
