"""What an operator says when the wrong person was let in: stop-let-in."""

import click
from flask.cli import with_appcontext

from webapp import first_run
from webapp.extensions import db
from webapp.passkeys.recovery import Recovery, end_links


@click.command("stop-let-in")
@click.argument("person_id", type=click.UUID)
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
def stop_let_in(person_id, yes):
    """Say for PERSON_ID that it was not them who was let in again: last, or first of several within
    seven days. Whoever came in since is out, what they wrote is taken back, and what signed
    PERSON_ID in before does so again. Links that nobody has used yet end."""
    first_run.prepare()
    wrong = Recovery.to_stop(person_id)
    began_at = wrong and wrong.began_at
    db.session.remove()  # nobody waits for the database while somebody thinks
    if wrong and not yes:
        click.confirm(f"Shut out who came in on {began_at:%d %B %Y at %H:%M} (UTC)?", abort=True)
    if not _stopped(person_id):
        raise click.ClickException("There is nothing to stop.")
    click.echo("Stopped.")


def _stopped(person_id):
    wrong = Recovery.to_stop(person_id)
    if wrong:
        wrong.stop()
    had_link = end_links(person_id)
    db.session.commit()
    return bool(wrong) or had_link
