"""Ada books every week with Bea and moves one; Bea's phone has it, and without signal too."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.booking import books_walks, moves_the_next_one
from tests.browser.waiting import becomes_true

COMING = """async () => {
    const journal = await (await ours("account.js")).openJournal();
    const { coming } = await ours("appointments.js");
    return coming(await journal.standing("appointment")).map(({ current }) => current.body);
}"""
NEXT_WEEK = date.today() + timedelta(days=7)


def days(bodies):
    return [body["starts_at"][:10] for body in bodies]


def test_a_weekly_booking_and_a_move_reach_beas_phone(ada, bea):
    books_walks(ada, bea, NEXT_WEEK, times=3)
    later = NEXT_WEEK + timedelta(days=1)
    moves_the_next_one(ada, later)
    bea.opens("/check-ins")
    becomes_true(bea.page, f"({COMING})().then((all) => all.length === 3)")
    bea.context.set_offline(True)
    bea.opens("/check-ins")
    expected = [later, NEXT_WEEK + timedelta(days=7), NEXT_WEEK + timedelta(days=14)]
    found = bea.page.evaluate(COMING)
    assert days(found) == [day.isoformat() for day in expected]
    assert found[0]["place"] == "Car park\nPast the church."


def test_whose_clock_a_time_goes_by_is_told_also_after_a_reload(ada, bea):
    """Firefox then puts back what was chosen, before any script of the page."""
    ada.runs_first("""addEventListener("readystatechange", () => {
        const zone = document.querySelector("#zone");
        if (zone && document.readyState === "interactive") zone.value = "Europe/Lisbon";
    }, { capture: true });""")
    ada.opens(f"{bea.invitation.client}/sessions")
    ada.taps("Book a session", "link")
    ada.sees("The time is that in Europe/Lisbon")


def test_on_paper_there_is_nothing_to_tap_and_no_heading_without_what_it_heads(ada, bea):
    books_walks(ada, bea, NEXT_WEEK, times=3)
    change = ada.page.get_by_role("link", name="Change").first
    expect(change).to_be_visible()
    ada.page.emulate_media(media="print")
    expect(change).to_be_hidden()
    assert ada.page.locator("h2").first.evaluate("h2 => getComputedStyle(h2).breakAfter") == "avoid"
    ada.page.emulate_media(media="screen")
