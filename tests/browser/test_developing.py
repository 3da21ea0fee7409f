"""How it develops: Bea sees it grow without signal, reads why, and leaves no look behind."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect
from pytest import approx

from tests.browser import looks
from tests.browser.places import unfolds
from tests.entries import BODY

KEEP = """async (bodies) => {
    const journal = await (await ours("account.js")).openJournal();
    for (const body of bodies) {
        await journal.keep({ record: crypto.randomUUID(), base: null, kind: "check_in" }, body);
    }
}"""
GOOD = {key: 4 for key in ("safety", "respect", "openness", "goals", "tasks", "feedback")}
LOW = {**GOOD, "safety": 1, "respect": 1, "openness": 1}
NEWEST = datetime(2026, 11, 20, 17, tzinfo=UTC)


def keeps(person, *said, days=7):
    """Keep check-ins on the phone, as the form does, one every so many days."""
    bodies = [
        {**BODY, "ratings": GOOD, "happened_at": (NEWEST - timedelta(days=days * ago)).isoformat(),
         **each} for ago, each in zip(range(len(said) - 1, -1, -1), said, strict=True)
    ]  # fmt: skip
    person.page.evaluate(KEEP, bodies)
    person.page.reload()


def rings(person):
    """How many rings are drawn."""
    drawn = person.page.locator(".stool__rings, .stool__newest").all()
    return sum((ring.get_attribute("d") or "").count("M") for ring in drawn)


def test_bea_sees_the_first_ring_after_her_first_session_without_signal(bea):
    bea.opens("/develop")
    bea.sees("Nothing here yet.")
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens("/develop")
    bea.sees("Just started: one check-in, one ring.")
    assert rings(bea) == 1


def test_the_newest_ring_draws_itself_only_once_it_can_be_seen(bea):
    """Safari leaves for good as it began what draws itself on a page that is still hidden."""
    keeps(bea, {})
    bea.opens("/develop")
    expect(bea.page.locator(".stool__newest")).to_have_css("animation-name", "draw")
    bea.page.evaluate("document.documentElement.dataset.filling = ''")
    expect(bea.page.locator(".stool__newest")).to_have_css("animation-name", "none")


def test_beas_first_stone_lies_in_the_middle_of_its_hill_and_the_next_beside_it(bea):
    bea.opens("/develop")
    for count in (1, 2):
        keeps(bea, {})
        stones = bea.page.locator(".path__stone")
        expect(stones).to_have_count(count)
        boxes = [stone.bounding_box() for stone in stones.all()]
        ends = boxes[0]["x"], boxes[-1]["x"] + boxes[-1]["width"]
        picture = bea.page.locator("path-picture").bounding_box()
        assert sum(ends) / 2 == approx(picture["x"] + picture["width"] / 2, abs=3)
        hill = bea.page.locator(".path__hill").first.bounding_box()
        assert hill["width"] >= picture["width"]


def test_bea_reads_why_a_session_stands_out_and_goes_to_what_she_wrote(bea):
    bea.opens("/develop")
    keeps(bea, {}, {}, {"words": "The one in the hail.", "ratings": LOW, "setting": "online"}, {})
    bea.sees("1 open stone in a hollow")
    bea.page.locator("summary", has_text="Lower than usual").click()
    bea.sees("You answered “A little” for being just as you are.")
    bea.sees("Your answers were back to how they were")
    look = bea.page.get_by_role("link", name="Look at this check-in").locator("visible=true")
    expect(look).to_have_accessible_description(re.compile(", on a call$"))
    look.click()
    bea.sees("The one in the hail.")


def test_bea_looks_at_her_walks_apart_from_her_calls(bea):
    bea.opens("/develop")
    keeps(bea, {}, {"setting": "online"}, {"setting": "online"})
    bea.sees("1 on a walk, 2 on a call.")
    bea.page.get_by_label("Online").check()
    bea.sees("2 on a call.")
    bea.does_not_see("1 on a walk")
    expect(bea.page.locator(".path__stone")).to_have_count(2)
    assert rings(bea) == 2


def test_a_picture_says_in_words_what_it_shows(bea):
    bea.opens("/develop")
    keeps(bea, {}, {}, {}, {"ratings": {**GOOD, "goals": 2}})
    stool = bea.page.get_by_role("img", name="A stool with three legs")
    stool.wait_for()
    assert "Your goals stand on a small stone" in stool.locator("desc").text_content()
    expect(bea.page.locator(".stool__stone")).to_have_count(1)
    bea.sees("I am not sure that we work on what matters most to me.")


def test_sixty_sessions_in_three_settings_with_gaps_and_dips_are_right_in_every_look(bea):
    bea.opens("/develop")
    settings = ("walk_and_talk", "online", "walk_and_talk", "in_person", "walk_and_talk")
    said = [{"setting": settings[at % 5]} for at in range(60)]
    for dip in (8, 9, 30, 59):
        said[dip] |= {"ratings": LOW, "felt_off": dip == 59}
    said[20]["ratings"] = {"goals": 3}
    said[40]["ratings"] = {}
    keeps(bea, *said, days=30)
    bea.sees("60 check-ins, a ring for each.")
    assert rings(bea) == 60
    unfolds(bea)
    looks.hold(bea)
