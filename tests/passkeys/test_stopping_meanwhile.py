"""Bea says “it was not me” at the very moment at which whoever it was asks for something."""

from functools import partial

import pytest

from tests.authenticator import Passkey
from tests.pages import Visitor
from tests.passkeys.letting_in import link_by, state
from webapp.passkeys import models, ways_in
from webapp.passkeys.logins import SignedIn


@pytest.fixture
def code(bea):
    """Bea's recovery code."""
    return bea.posts("/recovery-code")["code"]


@pytest.fixture
def intruder(app, ada, bea):
    """Somebody who used a link that was made for Bea."""
    return Visitor(app, Passkey()).joins(link_by(ada, bea))


@pytest.fixture
def stopping(bea, right_after):
    """Have Bea stop it right after a function has answered, as far as nobody holds her up."""
    return partial(right_after, deed=lambda: bea.posts("/recovery/stop", status=204))


def test_who_signs_in_at_that_moment_is_out(intruder, bea, stopping):
    shown = intruder.shown()
    stop = stopping(models.Passkey, "with_credential")
    intruder.asks("POST", "/passkeys/login", json=shown)
    stop.join()
    intruder.syncs(status=401)
    assert bea.gets("/me")["signed_in"]


@pytest.mark.parametrize("moment", [(ways_in, "stepped_up"), (models.Challenge, "take")])
def test_who_makes_another_passkey_at_that_moment_has_none(intruder, bea, stopping, moment):
    intruder.steps_up("add_passkey")
    intruder.passkey = another = Passkey(origin=intruder.origin, rp_id=intruder.host)
    made = another.creates(intruder.posts("/passkeys/registration/options"))
    stop = stopping(*moment)
    intruder.asks("POST", "/passkeys/registration", json={"credential": made})
    stop.join()
    assert intruder.tries("/passkeys/login", intruder.shown()) == "passkey_unknown"


def test_who_shows_the_code_at_that_moment_is_out(code, intruder, bea, stopping, after):
    after(minutes=2)  # noting that the login is in use lets go of the database
    stop = stopping(SignedIn, "touch")
    intruder.is_refused(401, "not_signed_in", "/recovery/code", {"code": code})
    stop.join()
    assert bea.gets("/me")["signed_in"] and state(intruder) == "none"


def test_who_is_let_in_while_the_code_is_shown_on_another_phone_is_not_known_by_it(
    app, ada, code, intruder, bea, right_after, after
):
    link, later = link_by(ada, bea), Visitor(app, Passkey())
    after(minutes=2)
    let_in = right_after(SignedIn, "touch", lambda: later.joins(link))
    intruder.is_refused(401, "not_signed_in", "/recovery/code", {"code": code})
    let_in.join()
    assert state(later) == "waiting" and state(intruder) == "ended_here"
