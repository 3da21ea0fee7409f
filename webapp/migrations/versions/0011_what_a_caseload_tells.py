"""what a caseload tells"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade():
    op.create_table(
        "summary",
        sa.Column("journal_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["journal_id"], ["journal.id"], name=op.f("fk_summary_journal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("journal_id", name=op.f("pk_summary")),
    )
