"""talking points"""

import sqlalchemy as sa
from alembic import op

from webapp.extensions import Moment

revision = "0008"
down_revision = "0007"
TO_TELL = sa.text("told_at IS NULL AND shared AND state = 'open' AND route <> 'say'")


def upgrade():
    op.create_table(
        "talking_point",
        sa.Column("journal_id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.Uuid(), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("route", sa.String(length=8), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("told_at", Moment(), nullable=True),
        sa.Column("read_at", Moment(), nullable=True),
        sa.Column("read_seq", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["journal_id"], ["journal.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("journal_id", "record"),
    )
    op.create_index(
        "ix_talking_point_to_tell", "talking_point", ["journal_id"],
        sqlite_where=TO_TELL, postgresql_where=TO_TELL,
    )  # fmt: skip
