"""What signs Bea in, and where: a passkey more, and a tablet that she signs out from her phone."""

from playwright.sync_api import expect

from tests.browser.access import hands_the_phone_to
from tests.browser.devices import is_signed_in_on


def test_bea_signs_a_tablet_out_from_her_phone_and_it_locks(bea, kept_phone):
    tablet = is_signed_in_on(kept_phone(), bea)
    bea.opens("/my-data")
    bea.sees("Another browser")
    bea.taps("Sign out there")
    bea.sees("It is signed out there.")
    bea.does_not_see("Another browser")
    tablet.tries_again()
    tablet.sees("Sign in with your passkey")
    tablet.does_not_see("How was your session?")


def makes_the_next_passkey_elsewhere(bea):
    """As by the code that her phone shows, read by another device."""

    def is_made_elsewhere(route):
        hands_the_phone_to(bea, [])
        route.continue_()

    bea.page.route("**/passkeys/registration/options", is_made_elsewhere)


def test_bea_adds_a_passkey_on_another_device_and_removes_it_again(bea):
    makes_the_next_passkey_elsewhere(bea)
    bea.opens("/my-data")
    bea.taps("Add another passkey")
    bea.sees("It is added.")
    each = bea.page.locator("[data-passkeys] > li")
    expect(each).to_have_count(2)
    each.filter(has_not_text="You signed in here with it.").get_by_text("Remove").click()
    bea.taps("Remove it")
    bea.sees("It is removed.")
    expect(each).to_have_count(1)
    bea.sees("You signed in here with it.")


def test_ben_who_signs_in_on_a_page_of_beas_is_given_nothing_of_hers(bea, new_phone, invite):
    ben, files = new_phone(), []
    ben.joins(invite("Ben").link)
    bea.sends_a_check_in(share=False)
    bea.opens("/my-data")
    bea.sees("You signed in here with it.")
    bea.context.clear_cookies()
    hands_the_phone_to(bea, ben.passkeys())
    bea.page.on("download", lambda file: files.append(file))
    with bea.page.expect_event("load"):
        bea.taps("Save a page")
    bea.sees("You signed in here with it.")
    bea.opens("/check-ins")
    bea.sees("Nothing here yet.")
    assert files == []
