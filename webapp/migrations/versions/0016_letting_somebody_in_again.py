"""letting somebody in again"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
MOMENT = sa.DateTime(timezone=True)


def upgrade():
    op.create_table(
        "recovery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("opens_at", MOMENT, nullable=False),
        sa.Column("withheld_to", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"],
            name=op.f("fk_recovery_person_id"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery")),
    )  # fmt: skip
    op.create_index(op.f("ix_recovery_person_id"), "recovery", ["person_id"])
    op.create_table(
        "read_less",
        sa.Column("journal_id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["journal_id"], ["journal.id"],
            name=op.f("fk_read_less_journal_id"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("journal_id", "device", name=op.f("pk_read_less")),
    )  # fmt: skip
    op.add_column("journal", sa.Column("withheld_to", sa.BigInteger(), nullable=True))
    op.add_column("journal", sa.Column("opens_at", MOMENT, nullable=True))
    for table in ("passkey", "login"):
        op.add_column(table, sa.Column("ended_by", sa.Uuid(), nullable=True))
    op.add_column(
        "invitation",
        sa.Column("is_again", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
