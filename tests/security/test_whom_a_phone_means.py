"""A phone says whose it is: a login of somebody else's, in the same browser, neither tells it
anything nor does anything there."""

import pytest

from tests.pages import OURS
from tests.passkeys.letting_in import link_by
from tests.security.routes import routes
from webapp.security.access import MEANS


def meant(person):
    """The headers of a phone that is this person's."""
    return {**OURS, MEANS: person.id}


def test_whatever_bens_login_may_do_it_does_not_do_on_beas_phone(app, ben, bea):
    own = [
        (method, path)
        for method, path, view in routes(app)
        if view.who_may_call in ("signed_in", "client_self")
    ]
    answers = [ben.asks(*each, json={}, headers=meant(bea)) for each in own]
    refused = {(answer.status_code, answer.get_json()["code"]) for answer in answers}
    assert len(own) > 15 and refused == {(403, "wrong_account")}


@pytest.mark.parametrize("path", ["/my-passkeys", "/my-readings", "/my-therapist", "/recovery"])
def test_on_his_own_phone_or_where_nobody_is_meant_it_does(ben, bea, path):
    assert ben.asks("GET", path, headers=meant(ben)).status_code == 200
    assert ben.asks("GET", path, headers=OURS).status_code == 200
    assert ben.asks("GET", path, headers=meant(bea)).status_code == 403


def test_ben_signs_in_and_out_on_beas_phone(ben, bea):
    assert (
        ben.asks("POST", "/passkeys/login/options", json={}, headers=meant(bea)).status_code == 200
    )
    assert ben.asks("POST", "/logout", json={}, headers=meant(bea)).status_code == 204


def test_no_link_of_bens_ends_by_what_bea_says_on_her_phone(ada, ben, bea):
    link_by(ada, ben)
    assert ben.asks("POST", "/recovery/stop", json={}, headers=meant(bea)).status_code == 403
    assert ben.gets("/recovery")["state"] == "invited"
    assert ben.asks("POST", "/recovery/stop", json={}, headers=meant(ben)).status_code == 204


def test_an_account_is_closed_only_by_its_own_login_and_by_its_name(ben, bea):
    ben.steps_up("close_account")
    ben.is_refused(403, "wrong_account", "/account/close", {"account": bea.id})
    ben.is_refused(400, "bad_request", "/account/close")
    assert ben.gets("/me")["signed_in"] and bea.gets("/me")["signed_in"]


def test_that_bens_account_was_closed_empties_no_phone_of_beas(ben, bea):
    ben.steps_up("close_account")
    ben.posts("/account/close", {"account": ben.id}, status=204)
    for path in ("/my-passkeys", "/recovery"):
        assert ben.asks("GET", path, headers=meant(bea)).status_code != 410
    assert ben.asks("GET", "/my-passkeys", headers=meant(bea)).get_json()["code"] == "wrong_account"
    for headers in (meant(ben), OURS):
        assert ben.asks("GET", "/my-passkeys", headers=headers).status_code == 410
