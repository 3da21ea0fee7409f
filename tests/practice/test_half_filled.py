"""A form that Ada had half filled when her login lapsed: it is sent once she has signed in."""

import pytest

from tests import dump
from tests.pages import A_PERSON, Visitor
from tests.security.routes import changing

TIPS = "/practice/tips"
NEW = f"{TIPS}/new"
WORDS = 'Bring a stick.\n"Steep" & <b>muddy</b>'
TIP = {"setting": "walk_and_talk", "person": "every", "title": "Bring a stick", "text": WORDS}


@pytest.fixture
def waiting(ada, after):
    """Ada, who sent a tip after she had been away for half an hour."""
    ada.opens(NEW)
    after(minutes=31)
    ada.sends(NEW, 401, **TIP)
    return ada


def fields_of(form):
    return {field["name"]: field["value"] for field in form.find_all("input")}


def tips(somebody):
    return somebody.opens(TIPS).find("main").get_text()


def test_what_ada_wrote_waits_on_the_page_that_asks_her_to_sign_in(waiting):
    assert "what you wrote is sent" in waiting.page.get_text()
    form = waiting.page.find("form", action=NEW)
    assert TIP.items() <= fields_of(form).items()
    assert form.has_attr("hidden") and form["data-whose"] == waiting.id


def test_it_is_sent_when_she_has_signed_in(waiting):
    sent = waiting.page
    assert "Bring a stick" not in tips(waiting.signs_in())
    waiting.page = sent
    waiting.sends(NEW)
    assert "Bring a stick" in tips(waiting)


def test_it_lies_nowhere_else(app, waiting):
    assert waiting.response.headers["Cache-Control"] == "no-store"
    assert not waiting.response.headers.getlist("Set-Cookie")
    assert b"Bring a stick" not in dump.everything(app)


def test_it_is_not_sent_as_olga_nor_shown_to_her(waiting, olga):
    sent, waiting.passkey = waiting.page, olga.passkey
    waiting.signs_in().page = sent
    waiting.sends(NEW, 404)
    assert "stick" not in waiting.response.text
    assert "Bring a stick" not in tips(waiting)


def test_a_page_of_adas_that_is_still_open_sends_nothing_as_olga(ada, olga):
    ada.opens(NEW)
    ada.passkey, page = olga.passkey, ada.page
    ada.signs_in().page = page
    ada.sends(NEW, 404, **TIP)
    assert "Bring a stick" not in tips(ada)


@pytest.fixture
def token(ada, after):
    """What stands in Ada's forms, after she has been away."""
    found = ada.opens(NEW).find("input", {"name": "csrf_token"})["value"]
    after(minutes=31)
    return found


def test_every_form_of_the_practice_waits(app, ada, token):
    typed = {"csrf_token": token, "words": "Kestrel"}
    theirs = [each for each in changing(app) if each[2].who_may_call.startswith("therapist")]
    for _, path, _ in theirs:
        page = ada.sees(ada.asks("POST", path, data=typed, headers=A_PERSON), 401)
        assert fields_of(page.find("form", action=path)) == typed, path
    assert len(theirs) > 20


def test_another_site_has_nothing_wait(ada, token):
    sent = {"data": {**TIP, "csrf_token": token}}
    foreign = ada.asks("POST", NEW, **sent, headers={**A_PERSON, "Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403 and "stick" not in foreign.text


def test_a_made_up_token_is_as_bad_after_signing_in(app, ada, token):
    made_up = {**TIP, "csrf_token": f"{ada.id}:{'x' * 40}"}
    page = ada.sees(ada.asks("POST", NEW, data=made_up, headers=A_PERSON), 401)
    ada.signs_in().page = page
    assert "Please look at this again" in ada.sends(NEW, 400).get_text()
    assert ada.page.find("textarea").get_text().strip().startswith("Bring a stick.")


def test_who_was_never_here_is_led_to_the_sign_in_page(app):
    sent = Visitor(app).asks("POST", NEW, data=TIP, headers=A_PERSON)
    assert sent.status_code == 302 and sent.location == "/sign-in"
