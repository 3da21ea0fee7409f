"""The data map: every table and column as the models have them, and how each is kept."""

import inspect

import click
from flask.cli import with_appcontext

from webapp.extensions import db
from webapp.privacy.closing import THEIRS

HEAD = """# Data map

Made from the models by `flask data-map`; a test says when it is out of date. *Sealed* is encrypted
for its place in the database, *a hash* does not give back what it was made of, *an id* is random.
"""
WHEN_THEY_GO = {
    True: "Goes when the account is closed.",
    False: "Stays when an account is closed, unless what it is about is deleted.",
}
KEPT_AS = {
    "CHAR": "an id", "VARCHAR": "a word of the app’s", "BLOB": "bytes", "JSON": "a list",
    "TEXT": "a list",
    "DATETIME": "a time", "DATE": "a day", "TIME": "a time of day", "BOOLEAN": "yes or no",
    "BIGINT": "a number", "INTEGER": "a number",
}  # fmt: skip


@click.command("data-map")
@with_appcontext
def data_map():
    """Print which personal data there is, where, and how it is kept."""
    click.echo(described(), nl=False)


def described():
    """The whole map, as Markdown."""
    mappers = sorted(db.Model.registry.mappers, key=lambda mapper: mapper.local_table.name)
    return "\n".join([HEAD, *(_table(mapper.class_) for mapper in mappers)])


def _table(model):
    about = " ".join(inspect.getdoc(model).split())
    rows = [f"| `{column.name}` | {_kept(column)} |" for column in model.__table__.columns]
    goes = WHEN_THEY_GO[_goes_with_the_account(model.__table__)]
    head = f"## `{model.__tablename__}`\n\n{about} {goes}\n\n| column | kept as |\n| --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def _goes_with_the_account(table):
    is_theirs = table.name in {model.__tablename__ for model in THEIRS} | {"journal"}
    above = {key.column.table for key in table.foreign_keys if key.ondelete == "CASCADE"} - {table}
    return is_theirs or any(map(_goes_with_the_account, above))


def _kept(column):
    for ending, kept in ("_sealed", "sealed"), ("_hash", "a hash"):
        if column.name.endswith(ending):
            return kept
    return KEPT_AS[str(column.type).partition("(")[0]]
