"""The first start: the database, and the one link by which the first therapist comes in."""

import os

import flask_migrate
from flask import current_app

from webapp.extensions import db
from webapp.people.links import invitation_url
from webapp.people.models import Person, is_set_up


def prepare():
    """Make the instance folder and bring the database up to date."""
    os.umask(0o077)  # what an installation makes for itself is for nobody else
    current_app.config["INSTANCE"].mkdir(parents=True, exist_ok=True, mode=0o700)
    flask_migrate.upgrade()


def set_up_link():
    """The link by which the first therapist comes in: a new one at each start until it is used.

    None once somebody has come in, or a therapist who was invited by name already has clients.
    """
    if is_set_up() or _has_clients():
        return None
    secret = Person.invite_to_set_up()[1]
    db.session.commit()
    return invitation_url(secret, "set-up")


def _has_clients():
    return db.session.scalar(db.select(Person.id).where(Person.role == "client").limit(1))
