"""Reminder: every one that was ever due, and what became of it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Identified, Moment, db
from webapp.rows import run

WORD_LASTS = timedelta(days=3)


class Reminder(Identified, db.Model):
    """One reminder, once and for all: whom, about what, for which time.

    `state` is planned, sending, sent, gone (nobody to reach) or failed (given up, or not wanted any
    more). It may be sent from `due_at` to `until`.
    """

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    about: Mapped[UUID]
    what: Mapped[str] = mapped_column(String(16))
    starts_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(8))
    tries: Mapped[int]
    claimed_at: Mapped[datetime | None] = mapped_column(Moment)

    __table_args__ = (
        UniqueConstraint("person_id", "about", "what", "starts_at"),
        Index("ix_reminder_state", "state", "due_at"),
    )

    @classmethod
    def plan(cls, person_id, about, what, starts_at, due_at, until):
        """Write one down, in the caller's transaction. What was there stays as it is."""
        run(PLAN, uuid4(), person_id, about, what, starts_at, due_at, until)

    @classmethod
    def word(cls, person_id, about, at):
        """Have a therapist told at once, in words that say nothing, that there is something to
        look at: `about` is its record. Of what that says since `at` they are told once."""
        cls.plan(person_id, about, "word", at, at, at + WORD_LASTS)


PLAN = """
    INSERT INTO reminder (id, person_id, about, what, starts_at, due_at, until, state, tries)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'planned', 0)
    ON CONFLICT (person_id, about, what, starts_at) DO NOTHING"""
