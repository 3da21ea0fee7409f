"""removed passkeys"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade():
    op.add_column("passkey", sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))
