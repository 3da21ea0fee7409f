"""Ways in for whoever was here before: by a link and a recovery code, or by a therapist's code."""

from playwright.sync_api import expect


def joins_with_a_code(client, invitation):
    """Come in by an invitation, and write down the recovery code."""
    client.invitation = invitation
    client.opens(invitation.link)
    client.taps("Make my passkey")
    client.taps("Show my code")
    shown = client.page.locator("[data-code]")
    shown.wait_for()
    client.code = shown.inner_text()
    client.taps("I have it")
    client.taps("Go on in the browser", "link")
    client.sees("How was your session?")


def has_a_code_shown(client):
    """A new recovery code, on the page of their data, and copied. Returns it."""
    client.opens("/my-data")
    client.taps("Show a new code")
    client.sees("This is your new code.")
    shown = client.page.locator("[data-code]")
    expect(shown).to_be_focused()
    client.taps("Copy", exact=True)
    client.sees("Copied.")
    assert client.page.evaluate("navigator.clipboard.readText()") == shown.inner_text()
    return shown.inner_text()


def link_again(ada, client):
    """The link that Ada makes for somebody who lost every passkey."""
    ada.opens(f"{client.invitation.client}/again")
    ada.taps("Make the link")
    link = ada.page.get_by_label("The link")
    link.wait_for()
    return link.input_value()


def comes_in_again(client, link):
    """By such a link on a new phone, past the home screen."""
    client.opens(link)
    client.sees("You have been here before.")
    client.taps("Make my passkey")
    client.taps("Go on in the browser", "link")


def shows_the_code(client, code):
    """So that what is only theirs comes back before its day."""
    client.page.get_by_label("Your recovery code").fill(code)
    client.taps("Bring it back now")


def makes_codes(therapist):
    """Have ten codes made. Returns the first."""
    therapist.opens("/practice/passkeys")
    therapist.taps("Make recovery codes")
    return therapist.page.locator("li.code").first.inner_text()


def gives_a_code(therapist, code):
    """Ask for a new passkey by one of them."""
    therapist.opens("/with-a-code")
    therapist.page.get_by_label("One of your codes").fill(code)
    therapist.taps("Make a new passkey")
