"""how long a practice keeps"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade():
    op.add_column("practice", sa.Column("years_kept", sa.Integer(), nullable=True))
    op.add_column(
        "practice", sa.Column("years_kept_since", sa.DateTime(timezone=True), nullable=True)
    )
