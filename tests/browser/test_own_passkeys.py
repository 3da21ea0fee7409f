"""Olga, a second therapist, comes back by a code when her passkey is lost."""

from playwright.sync_api import expect

from tests.browser.ways_in import gives_a_code, makes_codes

GONE = "This code cannot be used. Look at it once more: each works only once."


def test_olga_comes_back_by_a_code_and_the_lost_passkey_is_removed(server, laptop):
    olga, new = laptop(), laptop()
    olga.joins(server.invites("Olga"))
    code = makes_codes(olga)
    gives_a_code(new, code.upper())
    new.sees("You have 9 of 10 left.")
    expect(new.page.get_by_role("button", name="Remove")).to_have_count(2)
    new.page.get_by_role("button", name="Remove").first.click()
    new.taps("Remove it")
    new.sees("It is removed.")
    olga.opens("/practice")
    olga.sees("One tap, with your face")


def test_blanks_are_no_name_and_the_browser_says_so(ada):
    ada.opens("/practice/passkeys")
    ada.taps("Rename")
    name = ada.page.get_by_label("What do you call it?")
    name.fill("  ")
    ada.taps("Save the name")
    assert name.evaluate("field => field.validity.patternMismatch && field.matches(':focus')")


def test_what_is_no_code_is_said_of_its_field(laptop):
    olga = laptop()
    olga.opens("/with-a-code")
    code = olga.page.get_by_label("One of your codes")
    for typed, told in {"": "Please write the code.", "no-code": GONE}.items():
        code.fill(typed)
        olga.taps("Make a new passkey")
        expect(code).to_have_accessible_description(told)
        expect(code).to_have_attribute("aria-invalid", "true")
        expect(code).to_be_focused()


def test_whoever_goes_to_the_field_signs_in_by_what_the_browser_fills_in(bea):
    bea.signs_out()
    field = bea.page.get_by_label("Or choose it here")
    field.wait_for()  # what is hidden takes no focus
    field.focus()
    bea.sees("How was your session?")
