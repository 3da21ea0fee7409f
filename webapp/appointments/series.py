"""A series: the same appointment every so many weeks, written out twelve weeks ahead.

What a client has are the appointments, as entries; the series itself is the practice's, and only
says how to go on.
"""

from datetime import date, time, timedelta
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.appointments.recurrence import Rhythm, instant, meant_by
from webapp.appointments.schema import AppointmentBody
from webapp.extensions import Identified, db
from webapp.journal.models import Journal
from webapp.security.sealing import Sealed

AHEAD = timedelta(weeks=12)


class Series(Identified, db.Model):
    """How a series goes on. Its days up to `written_until` are in the journal already."""

    journal_id: Mapped[UUID] = mapped_column(ForeignKey("journal.id", ondelete="CASCADE"))
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    first_on: Mapped[date]
    every_weeks: Mapped[int]
    until: Mapped[date | None]
    without: Mapped[list] = mapped_column(JSON)
    at: Mapped[time]
    zone: Mapped[str] = mapped_column(String(64))
    minutes: Mapped[int]
    setting: Mapped[str] = mapped_column(String(16))
    place = Sealed(lost="")
    place_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    link = Sealed(lost="")
    link_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    written_until: Mapped[date] = mapped_column(index=True)

    @classmethod
    def of(cls, diary, said, rhythm, at):
        """A new one in a diary: appointments like `said` at this time, and none written yet."""
        series = cls(
            journal_id=diary.journal_id, author_id=diary.author.id, at=at, zone=said.zone,
            minutes=said.minutes, setting=said.setting, place=said.place, link=said.link,
            written_until=rhythm.first_on - timedelta(days=1),
        )  # fmt: skip
        series.rhythm = rhythm
        return series

    @classmethod
    def begun_with(cls, client, author_id):
        """Those of a client that this author began."""
        journal = Journal.of(client)
        own = select(cls).where(cls.journal_id == (journal and journal.id))
        return db.session.scalars(own.where(cls.author_id == author_id)).all()

    @property
    def rhythm(self):
        """Its days, as a rule."""
        without = tuple(map(date.fromisoformat, self.without))
        return Rhythm(self.first_on, self.every_weeks, self.until, without)

    @rhythm.setter
    def rhythm(self, rhythm):
        self.first_on, self.every_weeks = rhythm.first_on, rhythm.every_weeks
        self.until, self.without = rhythm.until, [day.isoformat() for day in rhythm.without]

    def appointment_on(self, day):
        """The body of its appointment on a day."""
        return AppointmentBody(
            starts_at=instant(day, self.at, self.zone), zone=self.zone, minutes=self.minutes,
            setting=self.setting, place=self.place, link=self.link, state="booked",
        )  # fmt: skip

    def due(self, today):
        """The days that are to be written now; they count as written from then on."""
        end = max(today, self.first_on) + AHEAD
        days = self.rhythm.days(self.written_until, end)
        self.written_until = max(self.written_until, end)
        return days

    def is_like(self, other):
        """Whether it says the same as another one."""
        same = ("rhythm", "at", "zone", "minutes", "setting", "place", "link")
        return all(getattr(self, name) == getattr(other, name) for name in same)

    def goes_on(self, today):
        """Whether more of it will be written."""
        return self.until is None or self.until > max(self.written_until, today)

    def says_of(self, appointment, others):
        """The body that this gives one of its own, wherever that was moved among all the others.
        What it was before this became another series is only known by itself."""
        days = self.rhythm.days(self.first_on - timedelta(days=1), self.written_until)
        bodies = {body.starts_at: body for body in map(self.appointment_on, days)}
        taken = bodies.keys() & {each.starts_at for each in others}
        meant = meant_by(appointment.starts_at, list(bodies), taken)
        return bodies.get(meant, appointment.said)

    def change(self, change):
        """Go on otherwise from the day of a Change on."""
        self.rhythm = self.rhythm.moved(change.by, change.day)
        self.written_until += change.by
        self.at = change.at or self.at
        for name, value in change.fields_in(self.setting).items():
            setattr(self, name, value)

    def end_before(self, day):
        """Take place on no day from this one on, and on none that is not written yet: one that was
        moved may lie behind these."""
        last = min(day - timedelta(days=1), self.written_until)
        self.until = min(self.until or last, last)
