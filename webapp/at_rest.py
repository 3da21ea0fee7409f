"""What is sealed in the database: where it stands, and whether it was sealed with our secrets."""

from collections import defaultdict

from sqlalchemy import select

from webapp.extensions import db
from webapp.security.keyring import ours
from webapp.security.sealing import Unsealable, key_id, sealer
from webapp.security.secrets import BadSecrets

A_FEW = 3  # of each column, from either end of its table
OTHERS = (
    "These secrets are not those of this database: none of its newest words opens. Put back its "
    "own secrets.json, or SECRETS, or look whether DATABASE_URL and INSTANCE belong together."
)
ONE_LESS = (
    "These secrets are not those of this database, or not all of them: it has words that were "
    "sealed with key {number}, which is missing. Put back its newest secrets.json, or SECRETS."
)


def columns():
    """Every column that holds something sealed, by what the tables say of themselves."""
    return [c for t in db.metadata.sorted_tables for c in t.columns if c.name.endswith("_sealed")]


def bound_to(table):
    """The columns whose ids name the row in what was sealed; see security/sealing.py."""
    return [
        table.columns[name] for name in table.info.get("bound_to", table.primary_key.columns.keys())
    ]


def place(column, ids):
    """What a word in this column is bound to, in the row of these ids."""
    return column.table.name, column.name.removesuffix("_sealed"), *(each.hex for each in ids)


def require_fit():
    """Raises BadSecrets where other secrets sealed what is here. One damaged word stops nobody.

    The words are read before the secrets: a key is there before anything is sealed with it.
    """
    words = _some_by_key()
    for number in words.keys() - ours().sealing.keys():
        raise BadSecrets(ONE_LESS.format(number=number))
    if words and not any(_opens(*word) for word in words[max(words)]):
        raise BadSecrets(OTHERS)


def _some_by_key():
    """Some words of every column, each with its place, by the number of the key they have."""
    found = defaultdict(list)
    with db.engine.connect() as connection:
        for column in columns():
            for sealed, *ids in _ends(connection, column):
                found[key_id(sealed)].append((sealed, place(column, ids)))
    found.pop(None, None)
    return found


def _ends(connection, column):
    """The first and the last words of a column, each with what it is bound to."""
    (key,) = column.table.primary_key.columns
    wanted = select(column, *bound_to(column.table)).where(column.is_not(None)).limit(A_FEW)
    for end in (key, key.desc()):
        yield from connection.execute(wanted.order_by(end))


def _opens(sealed, where):
    try:
        return sealer().open(sealed, *where) is not None
    except Unsealable:
        return False
