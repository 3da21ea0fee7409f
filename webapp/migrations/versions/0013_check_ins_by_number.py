"""check-ins by number"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
COLUMNS = "journal_id, first_seq, seq, shared, read_at, read_seq"


def upgrade():
    op.execute(f"CREATE TEMPORARY TABLE kept AS SELECT {COLUMNS} FROM check_in")  # noqa: S608
    op.drop_table("check_in")
    op.create_table(
        "check_in",
        sa.Column("journal_id", sa.Uuid(), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_seq", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["journal_id"], ["journal.id"], name=op.f("fk_check_in_journal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("journal_id", "first_seq", name=op.f("pk_check_in")),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO check_in ({COLUMNS}) SELECT {COLUMNS} FROM kept")  # noqa: S608
    op.drop_table("kept")
