"""invitations to set up"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
# Until now only a name that was missing told who was to set up.
MARK = """
    UPDATE invitation SET to_set_up = true WHERE person_id IN
    (SELECT id FROM person WHERE role = 'therapist' AND name_sealed IS NULL)"""


def upgrade():
    column = sa.Column("to_set_up", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("invitation", column)
    op.execute(MARK)
