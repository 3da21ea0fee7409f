"""Line 9: who is here, and who was invited, cannot be found out by asking."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from tests.passkeys.test_invitations import expired, revoked, used
from tests.trust.test_14_limits import SIGN_IN
from webapp.extensions import db

WAYS = {
    "/invitations/look": {}, "/passkeys/registration/options": {},
    "/set-up": {"practice": "Mine", "name": "Me"},
}  # fmt: skip


@contextmanager
def statements(app):
    """The database's part of an answer: time itself would measure the machine."""
    found = []

    def note(*told):
        found.append(told[2].split()[:3])

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("end", [used, revoked, expired])
@pytest.mark.parametrize("path", WAYS)
def test_an_invitation_that_ended_takes_as_long_as_one_that_never_was(
    app, nobody, cast, after, path, end
):
    ask = {"invitation": cast["Bea"], **WAYS[path]}
    end(app, cast, after)
    with statements(app) as of_an_ended_one:
        ended = nobody.posts(path, ask, 410)
    with statements(app) as of_none:
        assert nobody.posts(path, {**ask, "invitation": "x" * 43}, 410) == ended
    assert of_an_ended_one == of_none != []


def test_signing_in_asks_for_no_name_and_answers_nobody_with_one(app, nobody, bea):
    with statements(app) as at_first:
        before = nobody.posts("/passkeys/login/options")
    with statements(app) as later:
        after = nobody.posts("/passkeys/login/options")
    assert before.pop("challenge") != after.pop("challenge")
    assert before == after and before["allowCredentials"] == []
    assert at_first == later
    nobody.is_refused(401, "passkey_unknown", "/passkeys/login", SIGN_IN)
