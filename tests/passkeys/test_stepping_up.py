"""Showing the passkey once more before something that matters."""

import pytest

from tests import dump
from tests.authenticator import Passkey
from tests.pages import Visitor

STEP_UP, OPTIONS = "/passkeys/step-up", "/passkeys/step-up/options"
REGISTRATION = "/passkeys/registration"


def adds_a_passkey(person):
    """Add a second passkey to the person who is signed in. Returns it."""
    second = Passkey()
    person.registers(second.creates(person.posts(f"{REGISTRATION}/options")))
    return second


def test_bea_shows_her_passkey_before_she_adds_another(app, bea):
    told = bea.is_refused(403, "step_up_required", f"{REGISTRATION}/options")
    assert told["for"] == "add_passkey"

    bea.steps_up("add_passkey")
    assert Visitor(app, adds_a_passkey(bea)).signs_in().id == bea.id


def test_a_second_passkey_is_made_elsewhere_than_the_first(bea):
    bea.steps_up("add_passkey")
    told = bea.posts(f"{REGISTRATION}/options")
    assert [known["id"] for known in told["excludeCredentials"]] == [bea.passkey.shows(told)["id"]]


def test_only_her_own_passkeys_are_asked_for(bea, ben):
    asked = bea.posts(OPTIONS, {"for": "export"})
    assert [p["id"] for p in asked["allowCredentials"]] == [bea.passkey.shows(asked)["id"]]


def test_stepping_up_is_good_for_one_action(bea):
    bea.steps_up("export")
    bea.is_refused(403, "step_up_required", f"{REGISTRATION}/options")


def test_stepping_up_is_good_for_five_minutes(bea, after):
    bea.steps_up("add_passkey")
    after(minutes=4)
    bea.posts(f"{REGISTRATION}/options")
    after(minutes=2)
    bea.is_refused(403, "step_up_required", f"{REGISTRATION}/options")


def test_stepping_up_lasts_no_longer_where_the_servers_clock_is_put_back(bea, after):
    bea.steps_up("add_passkey")
    after(days=-1)
    bea.is_refused(403, "step_up_required", f"{REGISTRATION}/options")


def test_stepping_up_gives_a_new_cookie_and_the_old_one_is_dead(bea):
    before = bea.copied()
    bea.steps_up("export")
    assert before.gets("/me")["signed_in"] is False
    assert bea.gets("/me")["signed_in"] is True


def test_stepping_up_here_is_not_stepping_up_there(app, bea):
    tablet = Visitor(app, bea.passkey).signs_in()
    bea.steps_up("add_passkey")
    tablet.is_refused(403, "step_up_required", f"{REGISTRATION}/options")


def test_a_browser_that_was_told_which_passkeys_to_ask_may_leave_the_owner_out(bea):
    asked = bea.posts(OPTIONS, {"for": "export"})
    assert bea.posts(STEP_UP, bea.passkey.but(handle=None).shows(asked)) == {"for": "export"}


@pytest.mark.parametrize("handle", ["his own", "none"])
def test_ben_cannot_step_up_for_bea(bea, ben, handle):
    asked = bea.posts(OPTIONS, {"for": "add_passkey"})
    his = ben.passkey if handle == "his own" else ben.passkey.but(handle=None)
    bea.is_refused(401, "passkey_refused", STEP_UP, his.shows(asked))
    bea.is_refused(403, "step_up_required", f"{REGISTRATION}/options")


def test_a_forged_step_up_keeps_the_door_shut(bea):
    asked = bea.posts(OPTIONS, {"for": "add_passkey"})
    framed = bea.passkey.but(client={"crossOrigin": True})
    bea.is_refused(401, "passkey_refused", STEP_UP, framed.shows(asked))
    bea.is_refused(403, "step_up_required", f"{REGISTRATION}/options")


@pytest.mark.parametrize("action", ["", "A", "add passkey", "x" * 33, None, 5])
def test_an_action_has_a_plain_name(bea, action):
    bea.is_refused(400, "bad_request", OPTIONS, {"for": action})


def test_nobody_steps_up_who_is_not_signed_in(nobody):
    nobody.is_refused(401, "not_signed_in", OPTIONS, {"for": "export"})


def test_beas_first_recovery_code_is_hers_at_once_and_again_if_the_answer_was_lost(app, bea):
    first, kept = bea.posts("/recovery-code")["code"], dump.rows(app)["person"]
    assert bea.posts("/recovery-code")["code"] != first
    assert dump.rows(app)["person"] != kept


def test_bea_shows_her_passkey_for_a_recovery_code_ten_minutes_after_joining(bea, after):
    after(minutes=9)
    bea.posts("/recovery-code")
    after(minutes=2)
    bea.is_refused(403, "step_up_required", "/recovery-code")
    bea.steps_up("recovery_code")
    bea.posts("/recovery-code")


def test_a_cookie_copied_after_bea_said_not_now_brings_no_recovery_code(bea, after):
    after(minutes=11)
    bea.copied().is_refused(403, "step_up_required", "/recovery-code")


def test_only_the_login_of_joining_brings_a_recovery_code_unasked(app, bea):
    tablet = Visitor(app, bea.passkey).signs_in()
    tablet.is_refused(403, "step_up_required", "/recovery-code")
