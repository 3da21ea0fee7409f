"""what ends with a login"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade():
    op.create_table(
        "former_cookie",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("login_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["login_id"], ["login.id"],
            name=op.f("fk_former_cookie_login_id"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_former_cookie")),
    )  # fmt: skip
    op.create_index(op.f("ix_former_cookie_login_id"), "former_cookie", ["login_id"])
    with op.batch_alter_table("erased_login") as erased_login:
        erased_login.drop_constraint(op.f("fk_erased_login_person_id"), type_="foreignkey")
    with op.batch_alter_table("push_subscription") as push_subscription:
        push_subscription.add_column(sa.Column("login_id", sa.Uuid(), nullable=True))
        push_subscription.create_foreign_key(
            op.f("fk_push_subscription_login_id"), "login", ["login_id"], ["id"], ondelete="CASCADE"
        )
