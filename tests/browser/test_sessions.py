"""Ada books every week with Bea and moves one; Bea's phone has it, and without signal too."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.waiting import becomes_true

COMING = """async () => {
    const journal = await (await ours("account.js")).openJournal();
    const { coming } = await ours("appointments.js");
    return coming(await journal.standing("appointment")).map(({ current }) => current.body);
}"""
NEXT_WEEK = date.today() + timedelta(days=7)


def books_every_week(ada, day):
    ada.page.get_by_label("Day", exact=True).fill(day.isoformat())
    ada.page.get_by_label("Time", exact=True).fill("12:00")
    ada.page.get_by_label("Where you meet").fill("Car park\nPast the church.")
    ada.page.get_by_label("Every week").check()
    ada.page.get_by_label("Or how many sessions?").fill("3")
    ada.taps("Book it")


def days(bodies):
    return [body["starts_at"][:10] for body in bodies]


def test_a_weekly_booking_and_a_move_reach_beas_phone(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions")
    ada.taps("Book a session", "link")
    books_every_week(ada, NEXT_WEEK)
    ada.sees("Car park")
    later = NEXT_WEEK + timedelta(days=1)
    ada.taps("Change", "link")
    ada.page.get_by_label("Day", exact=True).fill(later.isoformat())
    ada.taps("Save the change")
    ada.sees(f"{later:%a} {later.day} {later:%b %Y}")

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
    ada.opens(f"{bea.invitation.client}/sessions/new")
    books_every_week(ada, NEXT_WEEK)
    change = ada.page.get_by_role("link", name="Change").first
    expect(change).to_be_visible()
    ada.page.emulate_media(media="print")
    expect(change).to_be_hidden()
    assert ada.page.locator("h2").first.evaluate("h2 => getComputedStyle(h2).breakAfter") == "avoid"
    ada.page.emulate_media(media="screen")
