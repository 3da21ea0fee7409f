"""erased for good"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.add_column("person", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "erased_login",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_erased_login_person_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_erased_login")),
    )
    is_deletion = sa.text("op = 'delete'")
    op.create_index(
        "ix_entry_deletion",
        "entry",
        ["received_at"],
        sqlite_where=is_deletion,
        postgresql_where=is_deletion,
    )
