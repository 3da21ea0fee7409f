"""what a practice tells its clients of itself"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
TEXTS = "about", "phone", "email", "web", "cancellation", "professional_body", "complaints"


def upgrade():
    with op.batch_alter_table("practice") as practice:
        for text in TEXTS:
            practice.add_column(sa.Column(f"{text}_sealed", sa.LargeBinary(), nullable=True))
