"""What an operator says about somebody: invite, let-in, erase-account."""

import json

import click
from flask.cli import with_appcontext

from webapp import first_run
from webapp.content.shapes import SETTINGS
from webapp.extensions import db
from webapp.people.forms import NameForm
from webapp.people.links import invitation_url
from webapp.people.models import Person
from webapp.practice.letting_in import let_in_again
from webapp.privacy import closing


def _as_on_the_page(_context, _parameter, name):
    form = NameForm(data={"name": name})
    if not form.validate():
        raise click.BadParameter(form.name.errors[0])
    return form.name.data


@click.command()
@click.argument("name", callback=_as_on_the_page)
@click.option("--role", type=click.Choice(["therapist"]), help="Invite a therapist.")
@click.option("--of", "therapist_id", type=click.UUID, help="Invite a client of this therapist.")
@click.option("--setting", type=click.Choice(SETTINGS), default="in_person", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def invite(name, role, therapist_id, setting, as_json):
    """Invite NAME: a therapist with --role therapist, a client with --of THERAPIST_ID."""
    if (role is None) == (therapist_id is None):
        raise click.UsageError("Say either --role therapist or --of THERAPIST_ID.")
    first_run.prepare()
    person, secret = _invited(name, therapist_id, setting)
    db.session.commit()
    url = invitation_url(secret)
    told = {"person": str(person.id), "secret": secret, "url": url}
    click.echo(json.dumps(told) if as_json else url)


def _invited(name, therapist_id, setting):
    if therapist_id is None:
        return Person.invite_therapist(name)
    therapist = _living(therapist_id)
    if therapist.role != "therapist":
        raise click.UsageError("There is no therapist with this id.")
    return therapist.invite_client(name, setting)


@click.command("let-in")
@click.argument("person_id", type=click.UUID)
@with_appcontext
def let_in(person_id):
    """Let PERSON_ID in again, who lost every passkey: prints a link. When it is used, what signed
    them in until now ends; what a client keeps private comes back as the README says, in “Coming
    back in”."""
    first_run.prepare()
    secret = let_in_again(_living(person_id))
    db.session.commit()
    click.echo(invitation_url(secret))


@click.command("erase-account")
@click.argument("person_id", type=click.UUID)
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
def erase_account(person_id, yes):
    """Erase the account of PERSON_ID for good, with everything they wrote."""
    first_run.prepare()
    name = _living(person_id).name or "this person"
    db.session.remove()  # nobody waits for the database while somebody thinks
    if not yes:
        click.confirm(f"Erase {name}, and everything they wrote, for good?", abort=True)
    try:
        closing.erase_at_once(_living(person_id))
    except closing.StillNeeded as needed:
        raise click.ClickException(
            "Nothing was erased: this therapist has clients. Erase their accounts first."
        ) from needed
    click.echo("Erased.")


def _living(person_id):
    person = db.session.get(Person, person_id)
    if person is None or person.erased_at:
        raise click.UsageError("There is nobody with this id.")
    return person
