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
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.journal.kinds import BEGINNINGS
from webapp.rows import run

# Kinds of which a journal holds few. Said word for word wherever their index is to serve.
IS_OF_FEW = "kind <> 'check_in'"


class Journal(db.Model):
    """One client's list. `seq` is the number of its newest entry; 0 while it is empty."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True
    )
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    # Up to this number only what is shared is given to the client until then: see withholding.py.
    withheld_to: Mapped[int | None] = mapped_column(BigInteger)
    opens_at: Mapped[datetime | None] = mapped_column(Moment)

    @classmethod
    def of(cls, person):
        """The journal of a client; None for a therapist."""
        return db.session.scalar(select(cls).where(cls.person_id == person.id))

    @classmethod
    def open_for(cls, person):
        """Give a client their journal, if they have none yet. Who comes at the same moment waits,
        and finds it."""
        if cls.of(person) is None and run(OPEN, uuid4(), person.id):
            journal = cls.of(person)
            for begin in BEGINNINGS:
                begin(person, journal)


OPEN = """
    INSERT INTO journal (id, person_id, seq) VALUES (?, ?, 0)
    ON CONFLICT (person_id) DO NOTHING RETURNING id"""


class Entry(db.Model):
    """One immutable revision of a record, as a table; revisions.py reads and writes it."""

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
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[str] = mapped_column(String(40))
    zone: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime] = mapped_column(Moment, default=now)

    __table_args__ = (
        UniqueConstraint("journal_id", "id"),
        UniqueConstraint("journal_id", "seq"),
        Index("ix_entry_record", "journal_id", "record"),
        Index(
            "ix_entry_kind", "journal_id", "kind",
            sqlite_where=text(IS_OF_FEW), postgresql_where=text(IS_OF_FEW),
        ),
        # Deletions are few, and each is looked for once it has stood for long enough.
        Index(
            "ix_entry_deletion", "received_at",
            sqlite_where=text("op = 'delete'"), postgresql_where=text("op = 'delete'"),
        ),
        {"info": {"bound_to": ("journal_id", "id")}},  # what its sealed body is bound to
    )  # fmt: skip
