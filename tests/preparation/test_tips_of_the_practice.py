"""Ada switches tips off, rewords them and adds her own, and phones hear of it."""

from uuid import UUID, uuid4, uuid5

import pytest

from tests import dump
from tests.entries import said
from tests.pages import Visitor
from webapp import content
from webapp.extensions import db
from webapp.people.models import Person
from webapp.privacy.closing import erase_account

TIPS = "/practice/tips"
NEW = f"{TIPS}/new"
QUIET = next(tip for tip in content.tips() if tip.id == "online-quiet-screen")
ITS_RECORD = uuid5(UUID("9b627e6f-abe6-4d53-a243-bbee8d85be5f"), QUIET.id)
PAGE = f"{TIPS}/{ITS_RECORD}"
OWN = {
    "setting": "walk_and_talk", "person": "every", "title": "Bring a stick", "text": "It is steep.",
}  # fmt: skip


@pytest.fixture
def switches(ada):
    """Ada switches a tip, on the page of all of them."""

    def switch(to, path=PAGE):
        ada.opens(TIPS)
        return ada.sends(f"{path}/state", to=to)

    return switch


def adds(ada, **more):
    ada.opens(NEW)
    return ada.sends(NEW, **{**OWN, **more})


def rewords(ada, title, text, path=PAGE):
    ada.opens(path)
    return ada.sends(path, title=title, text=text)


def told(client):
    """What a phone makes of the feed: the newest word on each tip, by its record."""
    tips = {c["record"]: c for c in client.feed() if c["kind"] == "tip"}
    return {record: c["body"] and said(c) for record, c in tips.items()}


def test_every_tip_is_there_to_be_looked_after(ada):
    titles = [heading.get_text() for heading in ada.opens(TIPS).find_all("h3")]
    assert titles == [tip.title for tip in sorted(content.tips(), key=in_order_of_the_page)]


def in_order_of_the_page(tip):
    return ["online", "in_person", "walk_and_talk", "every"].index(tip.setting)


def test_one_that_is_switched_off_is_off_on_every_phone(switches, bea, ben):
    page = switches("off")
    assert "Switched off." in page.get_text() and page.find("details", open=True)
    off = {"setting": "online", "title": QUIET.title, "text": QUIET.text, "state": "off"}
    assert told(bea) == told(ben) == {str(ITS_RECORD): off}


def test_one_that_is_on_again_is_the_built_in_one(switches, bea):
    switches("off"), switches("on")
    assert told(bea) == {str(ITS_RECORD): None}
    switches("off")
    assert told(bea)[str(ITS_RECORD)]["state"] == "off"


def test_a_tip_in_other_words_reaches_every_phone_and_can_be_as_it_was(ada, switches, bea):
    assert "In your words." in rewords(ada, "Close the other windows", "All of them.").get_text()
    assert told(bea)[str(ITS_RECORD)]["text"] == "All of them."
    switches("off"), switches("on")
    assert told(bea)[str(ITS_RECORD)] == {
        "setting": "online", "title": "Close the other windows", "text": "All of them.",
        "state": "on",
    }  # fmt: skip
    switches("as it was")
    assert told(bea) == {str(ITS_RECORD): None}


def test_a_tip_of_her_own_reaches_every_client_or_one(ada, bea, ben):
    adds(ada)
    adds(ada, person=UUID(bea.id).hex, title="Your blue scarf")
    assert "Only for Bea" in ada.page.get_text()
    titles = [[tip["title"] for tip in told(client).values()] for client in (bea, ben)]
    assert titles == [["Bring a stick", "Your blue scarf"], ["Bring a stick"]]


def test_a_tip_of_her_own_can_be_reworded_and_deleted(ada, switches, bea):
    adds(ada)
    path = ada.page.find("a", string="Reword")["href"]
    rewords(ada, "Bring two sticks", "It is very steep.", path)
    assert [tip["title"] for tip in told(bea).values()] == ["Bring two sticks"]
    switches("as it was", path)
    assert set(told(bea).values()) == {None} and "two sticks" not in ada.opens(TIPS).get_text()


@pytest.mark.parametrize(
    ("whose", "goes"), [("", "phones of all clients"), ("Bea", "phone of Bea")]
)
def test_what_goes_with_a_tip_of_her_own_is_said_before(ada, bea, whose, goes):
    adds(ada, person=UUID(bea.id).hex if whose else "every")
    fold = ada.page.find("summary", string="Delete").parent
    assert f"It goes from the {goes}, and its words are gone for good." in fold.get_text()
    assert fold.find("button", string="Delete this tip")


def test_what_comes_back_is_shown_before_her_own_words_for_it_go(ada):
    rewords(ada, "Close the other windows", "All of them.")
    fold = ada.page.find("summary", string="As it was").parent
    assert f"clients read these again: “{QUIET.title}” {QUIET.text}" in fold.get_text()
    assert fold.find("button", string="Put it back")


def test_a_second_tap_on_deleting_finds_the_tip_gone_and_nothing_wrong(ada):
    before = adds(ada)
    path = ada.page.find("a", string="Reword")["href"]
    for _ in ("first", "second"):
        ada.page = before
        ada.sends(f"{path}/state", to="as it was")
    assert "None yet." in ada.page.get_text()


def test_who_joins_later_has_them_from_the_first_moment(app, ada, cast):
    adds(ada)
    bea = Visitor(app).joins(cast["Bea"])
    assert [tip["title"] for tip in told(bea).values()] == ["Bring a stick"]


def test_what_is_for_every_client_is_for_those_of_a_colleague_too(app, olga, ada, switches, bea):
    switches("off")
    page = olga.opens(TIPS)
    assert "Switched off." in page.get_text()
    olga.sends(f"{PAGE}/state", to="on")
    assert told(bea) == {str(ITS_RECORD): None}


def test_what_is_for_one_client_is_nobody_elses_business(ada, olga, bea):
    adds(ada, person=UUID(bea.id).hex)
    path = ada.page.find("a", string="Reword")["href"]
    assert "Bring a stick" not in olga.opens(TIPS).get_text()
    olga.opens(path, 404)


def test_a_tip_cannot_be_for_somebody_elses_client(olga, bea):
    page = adds(olga, status=400, person=UUID(bea.id).hex)
    assert page.main.find(role="alert") and told(bea) == {}


def closes_the_account(app, client):
    with app.app_context():
        erase_account(db.session.get(Person, UUID(client.id)))
        db.session.commit()


MISTAKES = {
    "no setting": {"setting": ""},
    "an unknown setting": {"setting": "on the moon"},
    "no title": {"title": " "},
    "two lines": {"title": "Bring\na stick"},
    "no text": {"text": ""},
    "a long text": {"text": "x" * 601},
    "nobody": {"person": uuid4().hex},
    "nothing at all": {"setting": "", "person": "", "title": "", "text": ""},
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_ada_is_told_what_to_look_at_again(ada, bea, mistake):
    page = adds(ada, status=400, **MISTAKES[mistake])
    assert page.main.find(role="alert") and told(bea) == {}


@pytest.mark.parametrize("to", ["", "sideways"])
def test_a_tip_is_on_off_or_as_it_was(ada, bea, to):
    ada.opens(TIPS)
    ada.sends(f"{PAGE}/state", 404, to=to)
    assert told(bea) == {}


def test_a_tip_that_is_not_there_cannot_be_switched(ada):
    assert ada.asks("POST", f"{TIPS}/{uuid4()}/state", data={"to": "off"}).status_code == 404


def test_words_are_sealed_and_go_with_the_client_they_were_for(app, ada, bea):
    adds(ada, person=UUID(bea.id).hex, title="Your blue scarf")
    assert b"blue scarf" not in dump.everything(app)
    closes_the_account(app, bea)
    assert dump.rows(app)["practice_tip"] == []
