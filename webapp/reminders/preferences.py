"""What people chose: a client's is read from their journal, a therapist's from a page."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.journal.kinds import register
from webapp.journal.withdrawing import when_withdrawn
from webapp.reminders.choices import SWITCHES, counted, standing
from webapp.reminders.models import Reminder
from webapp.reminders.schema import PreferenceBody
from webapp.rows import moment, run, uuid
from webapp.security.sealing import Sealed, sealer


class Preference(db.Model):
    """How one person wants to be told. A client's is read from their journal; a therapist has the
    ways only, from a page. `chosen_at` is when something was last switched on."""

    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    record: Mapped[UUID | None]
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    chosen_at: Mapped[datetime] = mapped_column(Moment, default=now)
    zone: Mapped[str] = mapped_column(String(64), default="UTC")
    check_ins: Mapped[bool] = mapped_column(default=True)
    push: Mapped[bool] = mapped_column(default=False)
    email: Mapped[bool] = mapped_column(default=False)
    address = Sealed()
    address_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    evening: Mapped[bool] = mapped_column(default=False)
    hour: Mapped[bool] = mapped_column(default=False)
    after: Mapped[bool] = mapped_column(default=False)
    changes: Mapped[bool] = mapped_column(default=False)
    quiet_from: Mapped[str | None] = mapped_column(String(5))
    quiet_until: Mapped[str | None] = mapped_column(String(5))
    with_time: Mapped[bool] = mapped_column(default=False)

    @property
    def id(self):
        """What its sealed address is bound to."""
        return self.person_id


def keep_preferences(journal_id, _records):
    """Bring the read model up to date with everything that stands."""
    ((person, therapist),) = run(WHOSE, journal_id)
    heads = standing(journal_id)
    if not heads:
        run("DELETE FROM preference WHERE person_id = ?", person)
        return
    said, before = counted([head.said for head in heads]), _before(person)
    run(KEEP, person, *_columns(uuid(person), heads[0], said, before))
    if therapist and before["check_ins"] and not said.check_ins:
        Reminder.word(uuid(therapist), heads[0].record, heads[0].received_at)


WHOSE = """
    SELECT j.person_id, p.therapist_id FROM journal j JOIN person p ON p.id = j.person_id
    WHERE j.id = ?"""
MORE = ("check_ins", *SWITCHES)
BEFORE = f"SELECT chosen_at, {', '.join(MORE)} FROM preference WHERE person_id = ?"  # noqa: S608
NAMES = (
    "record", "seq", "chosen_at", "zone", "check_ins", *SWITCHES, "address_sealed", "quiet_from",
    "quiet_until", "with_time",
)  # fmt: skip
KEEP = f"""
    INSERT INTO preference (person_id, {", ".join(NAMES)}) VALUES (?{", ?" * len(NAMES)})
    ON CONFLICT (person_id) DO UPDATE SET {", ".join(f"{n} = excluded.{n}" for n in NAMES)}"""  # noqa: S608


def _before(person_id):
    """What stood until now. Who has chosen nothing checks in, and has switched nothing on."""
    nothing = None, True, *(False for _ in SWITCHES)
    return dict(zip(("chosen_at", *MORE), *(run(BEFORE, person_id) or [nothing]), strict=True))


def _columns(person_id, newest, said, before):
    chosen = said.reminders
    place = "preference", "address", person_id.hex
    sealed = sealer().seal(chosen.address.encode(), *place) if chosen.address else None
    quiet = (chosen.quiet.begins, chosen.quiet.ends) if chosen.quiet else (None, None)
    switches = {"check_ins": said.check_ins, **{name: getattr(chosen, name) for name in SWITCHES}}
    is_more = before["chosen_at"] is None or any(switches[n] and not before[n] for n in MORE)
    return (
        newest.record, newest.seq, newest.received_at if is_more else moment(before["chosen_at"]),
        newest.zone, *switches.values(), sealed, *quiet, chosen.wording == "with_time",
    )  # fmt: skip


def _undo(person_id, _since):
    """Whoever was not this person gets no e-mail more. A client's choices are in their journal."""
    on_a_page = Preference.person_id == person_id, Preference.record.is_(None)
    unheard = {"email": False, "address_sealed": None}
    db.session.execute(db.update(Preference).where(*on_a_page).values(unheard))


when_withdrawn(_undo)
register("preference", {1: PreferenceBody}, {"client"}, keep_preferences)
