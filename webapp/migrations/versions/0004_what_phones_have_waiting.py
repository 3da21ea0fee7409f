"""what phones have waiting"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    op.create_table(
        "waiting",
        sa.Column("journal_id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["journal_id"],
            ["journal.id"],
            name=op.f("fk_waiting_journal_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("journal_id", "device", name=op.f("pk_waiting")),
    )
