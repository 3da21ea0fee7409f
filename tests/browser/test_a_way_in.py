"""Where nothing opens at first: Bea and Ada try again, and nothing was done meanwhile."""

from tests.browser.access import hands_the_phone_to

NOTHING_OPENS = """() => {
    const { credentials } = navigator, create = credentials.create;
    credentials.create = async () => {
        credentials.create = create;
        throw new DOMException("nothing opened", "NotAllowedError");
    };
}"""


def test_bea_for_whom_nothing_opens_tries_again_and_copies_her_code(new_phone, invite):
    bea = new_phone()
    bea.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bea.opens(invite("Bea").link)
    bea.page.evaluate(NOTHING_OPENS)
    bea.taps("Make my passkey")
    bea.sees("Did nothing open?")
    bea.taps("Make my passkey")
    bea.taps("Show my code")
    code = bea.page.locator("[data-code]")
    bea.taps("Copy", exact=True)
    bea.sees("Copied.")
    assert bea.page.evaluate("navigator.clipboard.readText()") == code.inner_text()


def test_ada_who_does_not_show_her_passkey_makes_no_link_until_she_does(ada, bea):
    passkeys = ada.passkeys()
    ada.opens(f"{bea.invitation.client}/again")
    hands_the_phone_to(ada, [])
    ada.taps("Make the link")
    ada.sees("That did not go through. You can try again.")
    hands_the_phone_to(ada, passkeys)
    ada.taps("Make the link")
    ada.page.get_by_label("The link").wait_for()


def test_ada_who_opens_the_start_page_is_led_to_her_clients(ada):
    ada.opens("/")
    ada.page.wait_for_url("**/practice")
