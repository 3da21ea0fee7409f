"""The caseload: what is worth attention today stands first, and why, in a sentence."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tests.agreeing import answers, goal, place
from tests.appointments.booked import WALK, book
from tests.entries import saying
from tests.pages import read
from tests.repairs.points import followed, point
from webapp.practice import summaries

USUAL = dict.fromkeys(("safety", "respect", "openness", "goals", "tasks", "feedback"), 4)
LOW = USUAL | {"openness": 1}


def lines(ada, path="/practice"):
    """The lines of Ada's caseload, in order."""
    found = ada.opens(path).select(".links > li")
    return [read(line) for line in found]


def good(**more):
    return saying(ratings=USUAL, words="", **more)


def low(**more):
    return saying(ratings=LOW, words="", **more)


@pytest.fixture(autouse=True)
def wednesday(time_machine):
    time_machine.move_to(datetime(2026, 11, 25, 10, tzinfo=UTC))


@pytest.fixture(autouse=True)
def both(wednesday, bea, ben):
    """Ben was added first, so his line stands first until something says otherwise."""


def test_a_low_check_in_is_worth_a_talk_and_says_why(ada, bea):
    bea.syncs(good(), low())
    first = lines(ada)[0]
    assert first.startswith("Bea Worth a talk: Bea answered “A little” for being able to bring up")


def test_a_proposal_stands_on_her_line_until_ada_has_answered(ada, bea):
    proposed = goal()
    bea.syncs(proposed)
    assert lines(ada)[0].startswith("Bea Bea proposes something and waits for your answer.")
    ada.opens(place(bea))
    answers(ada, bea, proposed, answer="agree")
    assert "waits for your answer" not in " ".join(lines(ada))


def test_what_is_private_moves_no_line_and_says_nothing(ada, bea):
    before = lines(ada)
    bea.syncs(good(shared=False), low(shared=False), point(shared=False))
    assert lines(ada) == before


def test_whoever_asks_stands_first(ada, bea, ben):
    ben.syncs(low())
    bea.syncs(point(route="ask"))
    assert lines(ada)[0].startswith("Bea Bea asks you to bring something up, since")
    ben.syncs(point(route="send"))
    assert "Ben asks you to read something" in lines(ada)[0] + lines(ada)[1]


def test_what_bea_will_say_herself_is_named_without_its_words(ada, bea):
    bea.syncs(point(words="Kingfisher"))
    assert lines(ada)[0].startswith("Bea Bea wants to talk about something.")
    assert "Kingfisher" not in ada.response.text


def test_what_is_put_right_is_no_longer_worth_a_talk(ada, bea):
    dip, better = low(), [good(), good(), good()]
    said = point(check_in=dip["record"])
    bea.syncs(good(), dip, said, *better[:1])
    assert "Worth a talk" in lines(ada)[0]
    bea.syncs(followed(said, state="put_right"))
    assert not any("Worth a talk" in line or "wants to talk" in line for line in lines(ada))


@pytest.mark.parametrize("dip", [low, lambda: good(felt_off=True)], ids=["low", "felt off"])
def test_what_is_put_right_before_anything_came_since_is_no_longer_worth_a_talk(ada, bea, dip):
    dip = dip()
    said = point(check_in=dip["record"])
    bea.syncs(good(), dip, said)
    assert "Worth a talk" in lines(ada)[0]
    bea.syncs(followed(said, state="put_right"))
    told = [*lines(ada), read(ada.opens(f"/practice/clients/{bea.id}"))]
    assert not any("Worth a talk" in each for each in told)


def test_a_word_about_an_older_dip_leaves_the_newest_worth_a_talk(ada, bea):
    older = good(felt_off=True)
    bea.syncs(good(), older, good(), good(felt_off=True))
    bea.syncs(point(check_in=older["record"], state="put_right"))
    assert "Worth a talk" in lines(ada)[0]


def test_what_was_said_once_is_not_brought_up_for_ever(ada, bea):
    bea.syncs(good(), low(), good(), good(), good())
    assert not any("Worth a talk" in line for line in lines(ada))


def test_a_line_says_when_they_meet_next(app, ada, bea):
    book(app, ada, bea)
    assert "Next: Thursday, 26 November, 14:00, on a walk" in " ".join(lines(ada))


def test_a_line_says_in_which_year_they_meet_if_it_is_another(app, ada, bea):
    book(app, ada, bea, replace(WALK, starts_at=datetime(2027, 11, 26, 14, tzinfo=UTC)))
    assert "Next: Friday, 26 November 2027, 14:00, on a walk" in " ".join(lines(ada))


def test_a_line_names_the_clock_that_the_next_session_keeps_if_it_is_another(app, ada, bea):
    book(app, ada, bea, replace(WALK, zone="Pacific/Auckland"))
    words = "Next: Thursday, 26 November, 14:00 (Friday, 03:00 in Pacific/Auckland), on a walk"
    assert words in " ".join(lines(ada))


def test_summaries_made_ahead_say_what_those_made_at_once_say(app, ada, bea, ben):
    bea.syncs(good(), low())
    ben.syncs(good())
    before = lines(ada)
    with app.app_context():
        summaries.refresh()
    assert lines(ada) == before
    ben.syncs(low())
    assert sum("Worth a talk" in line for line in lines(ada)) == 2


@pytest.fixture
def a_dip_then_private(app, bea):
    """Ada's caseload was ready with a dip of Bea's, who then stopped sharing it; nobody has made
    that anew."""
    dip = low()
    bea.syncs(good(), dip)
    with app.app_context():
        summaries.refresh()
    bea.syncs(low(shared=False) | {"record": dip["record"], "base": dip["entry"]})


@pytest.mark.parametrize("most", [0, 200])
def test_what_bea_no_longer_shares_is_on_no_line_however_many_wait_to_be_made_anew(
    ada, ben, a_dip_then_private, monkeypatch, most
):
    monkeypatch.setattr(summaries, "MOST", most)
    ben.syncs(good())
    his, hers = lines(ada)
    assert his.startswith("Ben") and "Last shared check-in" in his and "Nothing shared" not in hers
    assert hers.startswith("Bea") and "Worth a talk" not in hers


def test_no_word_of_a_summary_is_readable_in_the_database(app, bea):
    bea.syncs(good(), low())
    with app.app_context():
        summaries.refresh()
        rows = summaries.run("SELECT told_sealed FROM summary")
    assert rows and not any(b"openness" in bytes(row[0]) or b"low" in bytes(row[0]) for row in rows)


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "1e9"])
def test_a_page_that_is_not_there_is_the_nearest_one(ada, page):
    assert len(lines(ada, f"/practice?page={page}")) == 2


def test_olga_sees_none_of_it(olga, bea):
    bea.syncs(good(), low(), point(route="ask"))
    assert lines(olga) == []
