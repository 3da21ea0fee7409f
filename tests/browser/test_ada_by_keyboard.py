"""Ada works with the keyboard: after a page was sent she goes on from what she did there."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.agreeing import proposes
from tests.browser.diaries import Book

IN_TWO_WEEKS = date.today() + timedelta(days=14)
BOOKED = {"Day": IN_TWO_WEEKS.isoformat(), "Time": "09:00", "Where you meet": "By the old oak"}


def presses(ada, words, which=0):
    with ada.page.expect_navigation():
        ada.page.get_by_role("button", name=words).nth(which).press("Enter")


def goes_on_from(ada, words):
    """The next Tab is in the part of the page that says so."""
    expect(ada.page.locator(":target")).to_be_in_viewport()
    ada.page.keyboard.press("Tab")
    expect(ada.page.locator("article:has(:focus)")).to_contain_text(words)


def test_ada_goes_on_from_the_session_of_which_she_noted_something(ada, bea, server):
    diary = Book(server, bea)
    for hours in (-80, -50, -30):
        diary.books(hours)
    ada.opens(f"{bea.invitation.client}/sessions")
    presses(ada, "Missed", which=1)
    goes_on_from(ada, "Missed")


def test_ada_goes_on_from_the_session_that_she_has_booked(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions/new")
    for label, typed in BOOKED.items():
        ada.page.get_by_label(label, exact=True).fill(typed)
    ada.page.get_by_text("The time is that in Europe/London").click()
    zone = ada.page.get_by_label("Time zone")
    zone.select_option("America/New_York")
    ada.sees("The time is that in America/New York")
    expect(zone).to_have_css("font-size", "19px")
    presses(ada, "Book it")
    goes_on_from(ada, "By the old oak")


def test_ada_goes_on_from_the_way_of_working_that_she_proposed(ada, bea):
    for words in ("Begin in silence.", "End at the bench."):
        ada.opens(f"{bea.invitation.client}/together/new/task")
        ada.page.get_by_label("In plain words").fill(words)
        presses(ada, "Propose it")
        goes_on_from(ada, words)


def test_ada_goes_on_from_the_goal_that_she_answered_or_put_aside(ada, bea):
    bea.opens("/together")
    for words in ("Sleep better.", "Say no."):
        proposes(bea, words)
    expect(bea.page.get_by_text("Waits for Ada’s answer")).to_have_count(2)
    ada.opens(f"{bea.invitation.client}/together")
    for press in ("I agree: Say no.", "Put aside: Say no.", "Take it up again: Say no."):
        presses(ada, press)
        goes_on_from(ada, "Say no.")


def test_ada_sees_all_that_she_writes_on_a_card(ada, bea):
    ada.opens(f"{bea.invitation.client}/together/meeting/walk_and_talk")
    for field in ada.page.locator("textarea").all():
        field.fill("From the stile to the top. " * 30)
        assert field.evaluate("field => field.scrollHeight <= field.clientHeight")


def test_the_keyboard_goes_over_what_stands_above_in_the_order_in_which_it_is_seen(ada):
    ada.opens("/practice")
    with looks.narrow(ada) as page:
        boxes = [each.bounding_box() for each in page.locator(".top :is(a, button)").all()]
        seen = [(box["y"], box["x"]) for box in boxes]
    assert len(seen) == 8 and seen == sorted(seen)
