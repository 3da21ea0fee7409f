"""Line 25: where somebody is, Footing makes no new secrets, and goes by no others than theirs."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import json
import shutil

import pytest

from tests.backup.test_backups import WORDS, backup, key, says, words_of
from tests.entries import check_in
from tests.trust.test_25_start import told
from webapp import create_app
from webapp.extensions import db
from webapp.security import secrets

INVITE = ("invite", "Olga", "--role", "therapist")
NEED_SECRETS = [INVITE, ("remind",), ("erase-due",), ("rotate-keys",), ("verify-audit",)]
GONE = "secrets.json is missing in INSTANCE"


@pytest.fixture
def moved(app, cast, tmp_path):
    """Make the application anew on the same database, in a folder without its secrets."""
    made = []

    def anew(**environ):
        place = {"INSTANCE": str(tmp_path), "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"]}
        made.append(create_app(place | environ))
        return made[-1]

    yield anew
    for each in made:
        with each.app_context():
            db.engine.dispose()


def secrets_of(app):
    return app.config["INSTANCE"] / secrets.NAME


@pytest.mark.parametrize("words", NEED_SECRETS)
def test_where_ada_is_no_secrets_are_made(moved, says, words):
    here = moved()
    assert says(*words, of=here, fails=GONE).count("\n") == 1
    assert not secrets_of(here).exists()


def test_secrets_that_are_put_back_are_taken_without_a_new_start(app, moved, says):
    here = moved()
    shutil.copy(secrets_of(app), secrets_of(here))
    says(*INVITE, of=here)


def test_a_backup_brings_lost_secrets_back(app, bea, backup, key, says, secrets_file):
    secrets_file.unlink()
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    here = create_app({"INSTANCE": str(app.config["INSTANCE"]), "DATABASE_URL": url})
    says("restore", backup[0], "--key-file", key, "--replace", of=here)
    with here.app_context():
        db.engine.dispose()
    assert WORDS in words_of(bea)[0]


def test_the_secrets_of_somebody_else_are_noticed(moved, says):
    says(*INVITE, of=moved(SECRETS=told()), fails="not those of this database")


def test_secrets_from_before_a_new_key_are_noticed(app, bea, moved, says, secrets_file):
    old = secrets_file.read_text()
    secrets.add_sealing_key(secrets_file)
    bea.syncs(check_in("Kingfisher"))
    says(*INVITE, of=moved(SECRETS=old), fails="sealed with key 2, which is missing")
    says(*INVITE, of=moved(SECRETS=secrets_file.read_text()))


def test_another_new_key_of_the_same_number_is_noticed(app, bea, moved, says, secrets_file):
    ours = json.loads(secrets_file.read_text())
    secrets.add_sealing_key(secrets_file)
    bea.syncs(check_in("Kingfisher"))
    ours["sealing"]["2"] = json.loads(told())["sealing"]["1"]
    says(*INVITE, of=moved(SECRETS=json.dumps(ours)), fails="not those of this database")


def test_one_damaged_word_stops_nobody(app, cast, says):
    with app.app_context():
        db.session.execute(db.text("UPDATE practice SET name_sealed = substr(name_sealed, 1, 20)"))
        db.session.commit()
    says(*INVITE)
