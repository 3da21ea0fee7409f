"""Footing. create_app is the table of contents."""

from flask import Flask

from webapp import commands, config, first_run
from webapp.appointments.booking import bp as booking
from webapp.appointments.calendars import bp as calendars
from webapp.appointments.views import bp as appointments
from webapp.checkins.views import bp as checkins
from webapp.extensions import compress, db, login_manager, migrate, prepare
from webapp.handovers.views import bp as handovers
from webapp.journal.views import bp as journal
from webapp.learn.views import bp as learn
from webapp.openapi.views import bp as openapi
from webapp.passkeys.keeping import bp as keeping
from webapp.passkeys.pages import bp as own_passkeys
from webapp.passkeys.recovering import bp as recovering
from webapp.passkeys.step_up import bp as step_up
from webapp.passkeys.views import bp as passkeys
from webapp.people.details import bp as details
from webapp.people.views import bp as people
from webapp.practice.colleagues import bp as colleagues
from webapp.practice.letting_in import bp as letting_in
from webapp.practice.running import bp as running
from webapp.practice.views import bp as practice
from webapp.preparation.views import bp as preparation
from webapp.privacy.ending import bp as ending
from webapp.privacy.views import bp as privacy
from webapp.reflections.views import bp as reflections
from webapp.reminders.views import bp as reminders
from webapp.repairs.views import bp as repairs
from webapp.security import (
    access,
    address,
    door,
    errors,
    headers,
    logs,
    same_origin,
    strict_json,
)
from webapp.security.form_cookie import FormCookie
from webapp.security.keyring import Keyring
from webapp.shell import pages, release
from webapp.shell.views import bp as shell
from webapp.together.views import bp as together
from webapp.writing import Line


class Footing(Flask):
    """Flask, which would keep a secret of its own, look at every function of every request for
    whether it is a coroutine, and log the path of whatever fails."""

    @property
    def secret_key(self):
        """What signs forms, which may be put back only while this runs: see security/keyring.py."""
        return self.extensions["keyring"].secrets.session

    def ensure_sync(self, func):
        """None of ours is."""
        return func

    def log_exception(self, exc_info):
        """Without the path, which may hold a secret."""
        logs.failed(exc_info)


def create_app(environ=None):
    """The application, set up from the environment, or from a dict in its place.

    Raises WrongSetting or secrets.BadSecrets with a sentence for the operator.
    """
    version = release.version()
    app = Footing(__name__, static_url_path=f"/assets/{version}")
    app.config.from_mapping(config.settings(environ), VERSION=version)
    _attach_extensions(app)
    _give_secrets(app)
    for part in (logs, errors, door, address, same_origin, headers, pages, commands):
        part.attach(app)
    for bp in (
        shell, people, passkeys, step_up, keeping, own_passkeys, recovering, privacy, journal,
        checkins, appointments, booking, calendars, preparation, learn, together, practice,
        letting_in, colleagues, running, details, handovers, ending, repairs, reflections,
        reminders, openapi,
    ):  # fmt: skip
        app.register_blueprint(bp)
    access.anyone(app.view_functions["static"])
    strict_json.know_shapes()
    return app


def _give_secrets(app):
    app.extensions["keyring"] = keyring = Keyring(app.config["INSTANCE"], app.config["SECRETS"])
    app.session_interface = FormCookie()
    with app.app_context():
        first_run.make_secrets(keyring)


def _attach_extensions(app):
    db.init_app(app)
    migrate.init_app(app, db, directory=f"{app.root_path}/migrations")
    login_manager.init_app(app, add_context_processor=False)
    compress.init_app(app)
    with app.app_context():
        prepare(db.engine)
        if db.engine.dialect.name == "sqlite":
            app.extensions["line"] = Line(db.engine.url.database)
