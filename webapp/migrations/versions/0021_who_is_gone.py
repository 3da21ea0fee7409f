"""telling a therapist that a client's account was closed"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade():
    op.create_table(
        "parting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_parting_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parting")),
    )
    op.create_index(op.f("ix_parting_person_id"), "parting", ["person_id"])
