"""What an operator asks of the list of readings: verify-audit."""

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError

from webapp.audit import head, log
from webapp.audit.chain import Head, NoHead
from webapp.broken_off import is_locked
from webapp.driver import lean

NOWHERE = (
    "Nothing says where the list of readings should end: `audit-head` is missing here. Give a head "
    "that was printed earlier, with --head."
)
NOT_YET = (
    "There is no list of readings here: the database is not there, or not of this version. Start "
    "Footing once, which brings it up to date, or look at INSTANCE and DATABASE_URL."
)


@click.command("verify-audit")
@click.option("--head", "noted", help="A head that was printed earlier and kept elsewhere.")
@with_appcontext
def verify_audit(noted):
    """Say whether the list of what therapists read is whole, or where it is broken first."""
    if not _is_there():
        raise click.ClickException(NOT_YET)
    end, broken = _verified(noted)
    if broken:
        raise click.ClickException(f"Broken. {broken}")
    click.echo(f"Whole. Readings: {end.count}. Head: {end}")


def _is_there():
    try:
        return log.is_there()
    except OperationalError as away:
        if is_locked(away):
            raise
        return False


@lean  # each statement stands alone, so nobody waits however long it takes
def _verified(noted):
    return log.verified(_kept(noted))


def _kept(noted):
    try:
        kept = Head.read(noted) if noted else head.kept()
    except NoHead as wrong:
        raise click.ClickException("The head that was kept is damaged, or none.") from wrong
    if kept is None and log.end().count:
        raise click.ClickException(NOWHERE)
    return kept or Head()
