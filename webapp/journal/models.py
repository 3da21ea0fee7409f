"""Journal and Entry: everything a client may see, as immutable revisions in one numbered list."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.journal.schema import digest
from webapp.people.models import Person
from webapp.security.sealing import sealer


class Journal(db.Model):
    """One client's list. `seq` is the number of its newest entry; 0 while it is empty."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True
    )
    seq: Mapped[int] = mapped_column(BigInteger, default=0)

    @classmethod
    def of(cls, person):
        """The journal of a client; None for a therapist."""
        return db.session.scalar(select(cls).where(cls.person_id == person.id))

    @classmethod
    def open_for(cls, person):
        """Give a client their journal, if they have none yet."""
        if cls.of(person) is None:
            db.session.add(cls(person_id=person.id))

    @classmethod
    def locked(cls, journal_id):
        """This journal, alone until COMMIT: whoever numbers entries begins here."""
        mine = select(cls).where(cls.id == journal_id).with_for_update()
        return db.session.scalar(mine.execution_options(populate_existing=True))

    @property
    def person(self):
        """The client whose journal this is."""
        return db.session.get(Person, self.person_id)


class Entry(db.Model):
    """One immutable revision of a record. Its id is made by its author and names it for ever."""

    # The key that SQLite clusters by is small and grows; random ids come second in an index
    # that the journal leads, which keeps inserts near each other however many there are.
    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True
    )
    journal_id: Mapped[UUID] = mapped_column(ForeignKey("journal.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger)
    id: Mapped[UUID]
    record: Mapped[UUID]
    base: Mapped[UUID | None]
    resolves: Mapped[list] = mapped_column(JSON)
    kind: Mapped[str] = mapped_column(String(32))
    schema: Mapped[int]
    op: Mapped[str] = mapped_column(String(8))
    body_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    digest_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[str] = mapped_column(String(40))
    zone: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime] = mapped_column(Moment, default=now)

    __table_args__ = (
        UniqueConstraint("journal_id", "id"),
        UniqueConstraint("journal_id", "seq"),
        Index("ix_entry_record", "journal_id", "record"),
    )

    @property
    def body(self):
        """The JSON text, opened; None for a deletion."""
        return self.body_sealed and self._opened(self.body_sealed, "body")

    @body.setter
    def body(self, text):
        self.body_sealed = text if text is None else self._sealed(text, "body")
        self.digest_sealed = text if text is None else self._sealed(digest(text), "sha256")

    @property
    def sha256(self):
        """The digest of the body, sealed too: short answers could be guessed from it."""
        return self.digest_sealed and self._opened(self.digest_sealed, "sha256")

    def _sealed(self, text, column):
        return sealer().seal(text.encode(), "entry", column, self.journal_id.hex, self.id.hex)

    def _opened(self, sealed, column):
        return sealer().open(sealed, "entry", column, self.journal_id.hex, self.id.hex).decode()

    def is_same_as(self, item):
        """Whether a push repeats this entry, rather than using its id again for something else."""
        mine = self.record, self.base, self.kind, self.schema, self.op, self.sha256
        return mine == (item.record, item.base, item.kind, item.schema, item.op, item.sha256)


def heads(entries):
    """The entries of one record that no other one names in `base` or `resolves`, by seq."""
    named = {e.base for e in entries} | {UUID(r) for e in entries for r in e.resolves}
    return sorted((e for e in entries if e.id not in named), key=lambda e: e.seq)


def entries_of(journal_id, record):
    """Every entry of one record."""
    return db.session.scalars(
        select(Entry).where(Entry.journal_id == journal_id, Entry.record == record)
    ).all()
