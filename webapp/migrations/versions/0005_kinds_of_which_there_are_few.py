"""kinds of which there are few"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
FEW = sa.text("kind <> 'check_in'")


def upgrade():
    op.create_index(
        "ix_entry_kind", "entry", ["journal_id", "kind"],
        sqlite_where=FEW, postgresql_where=FEW,
    )  # fmt: skip
