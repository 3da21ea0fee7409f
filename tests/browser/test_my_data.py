"""Bea sees what signs her in, takes everything with her, and leaves."""

import json

from tests.browser import looks


def test_bea_names_a_passkey_takes_everything_away_and_closes_her_account(ada, bea):
    bea.checks_in(words="Kingfisher <b>by</b> the weir.", share=False)
    bea.receives()
    bea.opens("/my-data")
    bea.sees("You signed in here with it.")
    looks.hold(bea)
    bea.taps("Rename")
    bea.page.get_by_label("What do you call it?").fill("My phone")
    bea.taps("Save the name")
    bea.page.get_by_role("heading", name="My phone").wait_for()
    assert [entry["kind"] for entry in json.loads(saved(bea, "Save a file"))["entries"]] == [
        "check_in"
    ]
    page = saved(bea, "Save a page")
    assert "Kingfisher &lt;b&gt;by&lt;/b&gt; the weir." in page and "only for you" in page
    bea.taps("Remove")
    bea.taps("Remove it")
    bea.sees("This is your only passkey. Add another one first.")
    bea.taps("Close my account")
    bea.sees("Everything you wrote is erased for good")
    bea.taps("Close it for good")
    bea.sees("You come in with a link from the person you see.")
    ada.opens("/practice")
    ada.does_not_see(bea.invitation.client)


def saved(bea, button):
    """What a button saves as a file."""
    with bea.page.expect_download() as file:
        bea.taps(button)
    return file.value.path().read_text()


def test_where_the_phone_has_a_passkey_already_bea_is_told_what_else_she_can_do(settled_bea):
    settled_bea.opens("/my-data")
    settled_bea.taps("Add another passkey")
    settled_bea.sees("This phone already has a passkey for you. Use that one, or choose another")


def test_whoever_was_signed_out_meanwhile_reads_so_and_signs_in_there(bea):
    bea.context.clear_cookies()
    bea.opens("/my-data")
    bea.sees("You are signed out.")
    bea.does_not_see("This page needs signal.")
    looks.hold(bea)
    bea.taps("Sign in")
    bea.sees("You signed in here with it.")
    bea.does_not_see("You are signed out.")


def test_without_signal_the_page_says_so(settled_bea):
    settled_bea.context.set_offline(True)
    settled_bea.opens("/my-data")
    settled_bea.sees("This page needs signal.")
