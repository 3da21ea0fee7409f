"""A new key for words at rest, while the server goes on: `flask rotate-keys`.

1. A new key is put into the secrets. Every process sees that at its next word, and seals with it.
2. What older keys sealed is sealed anew, a few rows in each transaction.
3. Requests that began before are let finish, and what they still wrote is sealed anew.
4. Only when no row uses an old key, that key is taken out.

Ended anywhere, everything can be read: both keys are there. Said again, it goes on where it was.
What phones and the list of readings depend on is derived from another secret, and stays.
"""

import time

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import LargeBinary, func, select, update

from webapp import first_run
from webapp.at_rest import bound_to, columns, place
from webapp.extensions import db
from webapp.security import secrets
from webapp.security.keyring import ours
from webapp.security.sealing import Unsealable, sealer

A_FEW = 200  # while they are sealed anew, other writers of SQLite wait
BREATH_S = 0.02  # in which they come to their turn
GRACE_S = 60  # longer than any request takes
BY_HAND = (
    "SECRETS is in the environment, so add the new key there: under “sealing”, with the next "
    "number. Start every process again, and then say this once more."
)
NOT_OPEN = "Something does not open, so no key was taken away. It was"


@click.command("rotate-keys")
@with_appcontext
def rotate_keys():
    """Seal all words at rest with a new key, and take the old one away. The server may go on."""
    first_run.prepare()
    try:
        old = _begin()
        click.echo(f"Sealed anew: {_all_anew()}")
    except Unsealable as wrong:
        raise click.ClickException(f"{NOT_OPEN} {wrong}.") from wrong
    click.echo(_ended(old))


def _begin():
    """See that there is a new key. Returns the numbers of the old ones.

    More than one means that a rotation was begun and not finished.
    """
    path = current_app.extensions["keyring"].path
    if len(ours().sealing) == 1:
        if path is None:
            raise click.ClickException(BY_HAND)
        secrets.add_sealing_key(path)
    return sorted(ours().sealing)[:-1]


def _all_anew():
    """Until nothing is left. Returns how many fields that were."""
    count = seal_anew()
    while True:
        _let_finish()
        more = seal_anew()
        if not more and not any(map(_is_left, columns())):
            return count
        count += more


def _let_finish():
    """Whoever sealed something before the new key was there has written it by then."""
    time.sleep(GRACE_S)


def _ended(old):
    path, numbers = current_app.extensions["keyring"].path, ", ".join(map(str, old))
    if path is None:
        return f"No row uses key {numbers} any more: take it out of SECRETS."
    secrets.drop_sealing_keys(path, old)
    return f"Key {numbers} is gone. Backups that were made before hold their own."


def seal_anew():
    """Seal with the newest key whatever another one sealed. Returns how many fields that were."""
    return sum(map(_column_anew, columns()))


def _is_left(column):
    """Whether a row uses an old key, also one that is held just now, which a batch passes over."""
    found = db.session.scalar(select(select(column).where(_is_old(column)).exists()))
    db.session.commit()
    return found


def _is_old(column):
    old = func.substr(column, 1, 2, type_=LargeBinary) != sealer().newest
    return column.is_not(None) & old


def _column_anew(column):
    """In the order of the table's key, each batch in a transaction of its own."""
    (key,) = column.table.primary_key.columns
    count, last = 0, None
    while rows := _batch(column, key, last):
        count += sum(_row_anew(column, key, *row) for row in rows)
        db.session.commit()
        last = rows[-1][0]
        time.sleep(BREATH_S)
    db.session.commit()
    return count


def _batch(column, key, last):
    """Rows as (key, sealed, …what it is bound to); one that somebody else holds waits for later."""
    wanted = select(key, column, *bound_to(column.table)).where(_is_old(column))
    if last is not None:
        wanted = wanted.where(key > last)
    wanted = wanted.order_by(key).limit(A_FEW).with_for_update(skip_locked=True)
    return db.session.execute(wanted).all()


def _row_anew(column, key, id, sealed, *ids):
    """Unless it was changed or erased meanwhile. Returns how many rows that were."""
    where = place(column, ids)
    anew = sealer().seal(sealer().open(sealed, *where), *where)
    same = update(column.table).where(key == id, column == sealed)
    return db.session.execute(same.values({column: anew})).rowcount
