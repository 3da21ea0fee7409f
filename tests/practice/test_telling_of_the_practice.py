"""Ada writes down how to reach the practice, and Bea has it on her phone."""

import pytest

from tests import dump

SETTINGS = "/practice/settings"
TOLD = {
    "name": "The Walking Room",
    "about": "Ada and Olga.\r\nWe walk by the canal.",
    "phone": "01632 960 001",
    "email": "ada@walking.example",
    "web": "walking.example/hello",
    "cancellation": "Until the day before, by phone. After that it costs half.",
    "professional_body": "BACP 12345",
    "complaints": "Tell me first, if you like. The BACP takes it too.",
}


@pytest.fixture
def tells(ada):
    """Ada fills in the form. Returns the page that follows."""

    def tell(**told):
        ada.opens(SETTINGS)
        return ada.sends(SETTINGS, **{**TOLD, **told})

    return tell


def about(client):
    return client.gets("/my-therapist")["about_practice"]


def test_a_client_is_told_nothing_before_it_is_written_down(bea):
    assert set(about(bea).values()) == {None}


def test_what_ada_writes_down_reaches_every_client(tells, bea, ben):
    assert "Saved." in tells().get_text()
    web, lines = "https://walking.example/hello", "Ada and Olga.\nWe walk by the canal."
    expected = {**TOLD, "web": web, "about": lines}
    assert about(bea) == about(ben) == {k: v for k, v in expected.items() if k != "name"}


def test_ada_finds_what_she_wrote_and_can_take_it_back(tells, ada, bea):
    tells()
    assert ada.opens(SETTINGS).find(id="phone")["value"] == TOLD["phone"]
    tells(phone=" ", about="")
    assert about(bea)["phone"] is about(bea)["about"] is None


def test_the_practice_can_be_called_something_else(tells, bea):
    tells(name="The Quiet Room")
    assert bea.gets("/my-therapist")["practice"] == "The Quiet Room"


@pytest.fixture
def olga_meanwhile(tells, ada, olga):
    """Ada has the form open, and Olga changes something in hers."""

    def changes(**told):
        tells()
        ada.opens(SETTINGS)
        olga.opens(SETTINGS)
        olga.sends(SETTINGS, **{**TOLD, **told})

    return changes


def test_what_only_olga_changed_meanwhile_stays(olga_meanwhile, ada, bea):
    olga_meanwhile(phone="01632 960 777")
    assert "Saved." in ada.sends(SETTINGS, **{**TOLD, "about": "On the canal."}).get_text()
    assert about(bea)["phone"] == "01632 960 777" and about(bea)["about"] == "On the canal."


def test_what_both_changed_is_looked_at_once_more(olga_meanwhile, ada, bea):
    olga_meanwhile(phone="01632 960 777")
    mine = {**TOLD, "phone": "01632 960 888"}
    assert "It says: “01632 960 777”" in ada.sends(SETTINGS, 400, **mine).get_text()
    assert about(bea)["phone"] == "01632 960 777"
    assert "Saved." in ada.sends(SETTINGS, **mine).get_text()
    assert about(bea)["phone"] == "01632 960 888"


def test_a_long_text_is_kept_in_the_form_whole_and_not_cut(tells, ada, bea):
    page = tells(status=400, about="W" * 2001)
    assert "Please use at most 2,000 letters here." in page.get_text()
    assert page.find(id="about").text.strip() == "W" * 2001
    assert not page.find("textarea", maxlength=True)


def test_of_two_texts_that_are_too_long_each_is_named_above_the_form(tells):
    page = tells(status=400, about="W" * 2001, complaints="W" * 2001)
    told = [link.get_text() for link in page.select(".notice--wrong li a")]
    why = "Please use at most 2,000 letters here."
    assert told == [f"“Who you are”: {why}", f"“Where a complaint goes”: {why}"]


MISTAKES = {
    "no name": {"name": " "},
    "a long name": {"name": "W" * 81},
    "two lines": {"professional_body": "BACP\n12345"},
    "a phone in words": {"phone": "ask at the desk"},
    "no e-mail address": {"email": "ada at walking"},
    "a script": {"web": "javascript:alert(1)"},
    "a page without a lock": {"web": "http://walking.example"},
    "a long text": {"cancellation": "x" * 2001},
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_ada_is_told_what_to_look_at_again_and_nothing_is_stored(tells, bea, mistake):
    page = tells(status=400, **MISTAKES[mistake])
    assert page.main.find(role="alert") and "look at this again" in page.get_text()
    assert set(about(bea).values()) == {None}


def test_what_was_typed_is_still_there_beside_a_mistake(tells):
    page = tells(status=400, phone="ask at the desk")
    assert page.find(id="cancellation").get_text().strip() == TOLD["cancellation"]


def test_what_no_page_can_show_is_left_out(tells, bea):
    tells(complaints="ring\x07 the bell\x00")
    assert about(bea)["complaints"] == "ring the bell"


def test_it_lies_sealed_in_the_database(app, tells):
    tells()
    (row,) = dump.rows(app)["practice"]
    assert "01632" not in repr(row) and "canal" not in repr(row)


def test_the_caseload_leads_there_until_clients_know_how_to_reach_ada(tells, ada):
    assert ada.opens("/practice").find("a", string="Write it down for them")["href"] == SETTINGS
    tells(email="", web="")
    assert not ada.opens("/practice").find("a", string="Write it down for them")


def test_who_is_not_signed_in_changes_nothing(nobody, bea):
    assert nobody.asks("POST", SETTINGS, data=TOLD).status_code == 302
    assert set(about(bea).values()) == {None}
