"""closing a client's account with notice"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade():
    op.add_column("person", sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True))
