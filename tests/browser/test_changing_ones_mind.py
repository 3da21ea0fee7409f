"""What Bea proposed or said about what both agree, she takes back, takes up again, or deletes."""

import pytest
from playwright.sync_api import expect

from tests.browser.agreeing import ada_proposes, agree_on, hears, proposes, suggests
from tests.browser.clocks import passes
from tests.browser.devices import is_signed_in_on
from tests.browser.looks import between


@pytest.fixture
def agreed(ada, bea):
    """Bea, at a goal on which both have agreed."""
    agree_on(ada, bea, "Sleep better.")
    bea.taps("Sleep better.", "link")
    return bea


def test_a_change_that_bea_suggested_she_takes_back(ada, agreed):
    suggests(agreed, "Sleep all night.")
    agreed.taps("Take it back")
    agreed.sees("Taken back.")
    agreed.does_not_see("Sleep all night.")
    agreed.syncs()
    ada.opens(f"{agreed.invitation.client}/together")
    ada.sees("Sleep better.")
    ada.does_not_see("Sleep all night.")


def test_a_goal_that_bea_put_aside_she_takes_up_again(agreed):
    agreed.taps("Put aside")
    agreed.does_not_see("Both of you agreed")
    agreed.taps("Together", "link")
    agreed.page.locator("main summary").click()
    agreed.taps("Sleep better.", "link")
    agreed.taps("Take it up again")
    agreed.sees("Taken up again.")
    agreed.sees("Both of you agreed")


def test_what_bea_said_of_how_it_is_going_she_deletes(agreed):
    agreed.taps("Say how it is going", "link")
    agreed.page.get_by_label("In your own words").fill("Badly since March.")
    agreed.taps("Save it")
    agreed.sees("Badly since March.")
    agreed.taps("Delete what you said")
    agreed.sees("Deleted.")
    agreed.does_not_see("Badly since March.")


def test_the_first_card_of_how_they_meet_is_beas(bea):
    bea.context.set_offline(True)
    bea.opens("/together")
    bea.taps("On a call", "link")
    bea.taps("Propose the first card", "link")
    bea.page.get_by_role("textbox").first.fill("You call me.")
    bea.taps("Propose it")
    bea.sees("Saved on this phone.")
    bea.sees("You propose:")
    expect(bea.page.locator("one-matter")).to_contain_text("You call me.")


def test_where_nothing_is_agreed_the_way_to_begin_does_not_touch_the_words(bea):
    bea.opens("/together")
    bea.taps("On a call", "link")
    first = bea.page.get_by_role("link", name="Propose the first card")
    assert between(bea.page.get_by_text("Nothing agreed yet."), first) > 10


@pytest.fixture
def suggested_twice(ada, bea, kept_phone):
    """Bea, who suggested one change on her phone, and another on a tablet that had not heard."""
    ada_proposes(ada, bea, "new/goal", In_plain_words="Walk every day.")
    tablet = is_signed_in_on(kept_phone(), bea)
    for person, words in ((bea, "Walk twice a week."), (tablet, "Walk on Sundays.")):
        hears(person, "Ada proposes this. Your answer?")
        person.taps("Walk every day.", "link")
        person.context.set_offline(True)
        suggests(person, words)
    for person in (bea, tablet, bea):
        person.context.set_offline(False)
        person.syncs()
    return bea


def test_what_bea_suggested_on_two_devices_is_one_in_her_next_change(suggested_twice):
    suggested_twice.sees("You also wrote this, in another place.")
    suggested_twice.taps("Change it", "link")
    words = suggested_twice.page.get_by_role("textbox")
    expect(words).to_have_value("Walk twice a week.\n\nWalk on Sundays.")
    suggested_twice.taps("Propose it")
    suggested_twice.does_not_see("You also wrote this, in another place.")


def test_what_bea_suggested_twice_is_put_aside_as_one_and_comes_back_whole(suggested_twice):
    suggested_twice.sees("You also wrote this, in another place.")
    suggested_twice.taps("Put aside")
    suggested_twice.sees("Put aside.")
    suggested_twice.taps("Take it up again")
    suggested_twice.sees("Taken up again.")
    suggested_twice.sees("Walk twice a week.")
    suggested_twice.sees("Walk on Sundays.")
    suggested_twice.does_not_see("You also wrote this, in another place.")


@pytest.fixture
def changing(bea, kept_phone):
    """Bea, who writes other words for a goal on her phone, while those from her tablet come in."""
    bea.opens("/together")
    proposes(bea, "Walk.")
    tablet = proposed_on(bea, kept_phone())
    for person, words in ((bea, "Walk, alone."), (tablet, "Walk, together.")):
        person.opens("/together")
        person.taps("Walk.", "link")
        person.taps("Change it", "link")
        person.page.get_by_role("textbox").fill(words)
    tablet.taps("Propose it")
    tablet.sees("Saved on this phone.")
    tablet.syncs()
    bea.syncs()
    return bea


def proposed_on(bea, tablet):
    """The same on a second device, with what she has just proposed."""
    bea.sees("Walk.")
    bea.syncs()
    hears(is_signed_in_on(tablet, bea), "Walk.")
    return tablet


def test_words_from_elsewhere_that_came_while_bea_wrote_stand_beside_hers(changing):
    changing.taps("Propose it")
    changing.sees("You also wrote this, in another place.")
    changing.sees("Walk, alone.")
    changing.sees("Walk, together.")


def test_so_they_do_where_bea_left_hers_and_goes_on_with_them(changing):
    passes(changing, seconds=1)
    changing.opens("/together")
    changing.taps("What you began", "link")
    expect(changing.page.get_by_role("textbox")).to_have_value("Walk, alone.")
    changing.taps("Propose it")
    changing.sees("You also wrote this, in another place.")
    changing.sees("Walk, together.")


def proposes_a_card(person, words):
    """How they meet on a call, with no signal."""
    person.opens("/together")
    person.context.set_offline(True)
    person.taps("On a call", "link")
    person.taps("Propose the first card", "link")
    person.page.get_by_role("textbox").first.fill(words)
    person.taps("Propose it")
    person.sees("You propose:")


def test_of_a_card_that_bea_began_on_two_devices_her_next_change_has_every_word(bea, kept_phone):
    tablet = is_signed_in_on(kept_phone(), bea)
    proposes_a_card(bea, "You call me.")
    proposes_a_card(tablet, "I call you.")
    for person in (bea, tablet, bea):
        person.context.set_offline(False)
        person.syncs()
    bea.sees("You also wrote this, in another place.")
    bea.taps("Change it", "link")
    words = bea.page.get_by_role("textbox").first
    expect(words).to_have_value("You call me.\n\nI call you.")
