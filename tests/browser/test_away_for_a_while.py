"""Ada comes back to a page that was open for longer than her login, and loses nothing."""

import pytest
from playwright.sync_api import expect

from tests.browser.stored import hexed, rows, whose
from webapp.flask_config import LIMITS

LONG_AGO = "2020-01-01 00:00:00.000000"


@pytest.fixture
def goes_away(ada, server):
    """Ada is away for longer than her login lasts."""
    idle = "UPDATE login SET last_seen_at = ? WHERE person_id = ?"
    return lambda: rows(server, idle, LONG_AGO, hexed(whose(ada)))


def test_a_goal_that_she_was_proposing_is_sent_once_she_has_signed_in(ada, bea, goes_away):
    ada.opens(f"{bea.invitation.client}/together/new/goal")
    ada.page.get_by_label("In plain words").fill("To say no.\nAnd to mean it.")
    goes_away()
    ada.taps("Propose it to Bea")
    ada.sees("You have been away for a while")
    ada.taps("Sign in with your passkey")
    ada.sees("It waits for Bea’s answer.")


def test_what_asks_for_her_passkey_signs_her_in_first_and_goes_on(ada, goes_away):
    ada.opens("/practice/clients/new")
    ada.page.get_by_label("What do you call them?").fill("Cleo")
    ada.page.get_by_label("Online").check()
    goes_away()
    ada.taps("Make the invitation")
    ada.sees("An invitation for Cleo")


def test_a_passkey_gets_its_name_all_the_same(ada, goes_away):
    ada.opens("/practice/passkeys")
    ada.taps("Rename")
    ada.page.get_by_label("What do you call it?").first.fill("My laptop")
    goes_away()
    ada.taps("Save the name")
    ada.page.get_by_role("heading", name="My laptop").wait_for()
    ada.sees("Saved.")


def test_without_connection_she_is_told_so_and_what_she_typed_is_still_there(ada):
    ada.opens("/practice/clients/new")
    name = ada.page.get_by_label("What do you call them?")
    name.fill("Cleo")
    ada.context.set_offline(True)
    ada.taps("Make the invitation")
    ada.sees("There is no connection just now.")
    ada.context.set_offline(False)
    assert name.input_value() == "Cleo"


def test_what_ada_pasted_by_mistake_is_kept_where_it_is_more_than_the_server_takes(ada):
    ada.opens("/practice/settings")
    about = ada.page.get_by_label("Who you are")
    about.fill("x" * LIMITS["MAX_CONTENT_LENGTH"])
    ada.taps("Save")
    expect(about).to_be_focused()
    assert len(about.input_value()) == LIMITS["MAX_CONTENT_LENGTH"]
    assert "far too long" in about.evaluate("field => field.validationMessage")
    about.fill("A counsellor.")
    ada.taps("Save")
    ada.page.wait_for_url("**/settings?saved=yes")
