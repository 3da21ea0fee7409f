"""An e-mail, where nobody takes a notification: neutral, one, and easy to end."""

import re
import socket
from datetime import UTC, datetime, timedelta

import pytest

from tests.pages import OURS
from tests.reminders.people import chooses, reminded, states
from webapp.mail_config import MailServer

BY_MAIL = {"email": True, "address": "bea@example.org"}


def wants_a_test(bea, **said):
    choice = chooses(bea, **BY_MAIL, **said)
    bea.posts("/reminders/test", status=204)
    return choice


def off(letter):
    """The path that ends e-mails, as a mail program finds it."""
    return re.fullmatch(r"<http://localhost:8000(/\S+)>", letter["List-Unsubscribe"])[1]


def test_the_e_mail_says_nothing_and_can_be_ended_with_one_click(app, bea, letters):
    wants_a_test(bea)
    assert [reminded(app), reminded(app)] == [1, 0]
    (letter,) = letters.came
    assert (letter["From"], letter["To"]) == ("Footing <notes@footing.example>", "bea@example.org")
    assert letter["Subject"] == "This is a test"
    assert letter["Auto-Submitted"] == "auto-generated" and letter["Message-ID"] and letter["Date"]
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, html = (
        part.get_payload(decode=True).decode() for part in letter.walk() if not part.is_multipart()
    )
    assert "http://localhost:8000/reminders" in plain and "<a href=" in html
    said = (plain + html + letter["Subject"]).lower()
    assert not [word for word in ("therap", "session", "bea ", "ada", "check") if word in said]


def test_where_a_phone_takes_it_no_e_mail_comes(app, bea, letters):
    wants_a_test(bea, push=True)
    assert reminded(app) == 1
    assert (len(bea.phone.shown), letters.came) == (1, [])


def test_where_no_phone_takes_it_an_e_mail_comes(app, bea, letters, push_service):
    wants_a_test(bea, push=True)
    push_service.answers.append((410, {}))
    assert reminded(app) == 1
    assert len(letters.came) == 1


def test_a_push_service_that_stays_away_is_given_three_tries_before_an_e_mail_goes(
    app, bea, clock, letters, push_service
):
    wants_a_test(bea, push=True)
    push_service.answers += [(503, {})] * 3
    went = []
    for minutes in (0, 1, 2):
        clock(datetime.now(UTC) + timedelta(minutes=minutes))
        went.append(reminded(app))
    assert (went, len(letters.came), states(app)) == ([0, 0, 1], 1, {"test": "sent"})


def test_opening_the_address_changes_nothing_and_its_button_ends_e_mails(app, bea, nobody, letters):
    wants_a_test(bea)
    reminded(app)
    page = off(letters.came[0])
    assert "No more e-mails?" in nobody.opens(page).h1.text
    assert len(bea.feed()) == 1
    assert nobody.sends(page).h1.text == "No more e-mails"
    newest = bea.feed()[-1]
    assert (newest["kind"], '"email":false' in newest["body"]) == ("preference", True)
    assert nobody.opens(page).h1.text == "No more e-mails"


def test_a_mail_program_ends_them_by_itself_from_anywhere(app, bea, nobody, letters):
    wants_a_test(bea)
    reminded(app)
    data = {"List-Unsubscribe": "One-Click"}
    told = nobody.asks("POST", off(letters.came[0]), data=data, headers={})
    assert told.status_code == 200
    assert nobody.asks("POST", off(letters.came[0]), data=data, headers={}).status_code == 200
    assert len(bea.feed()) == 2


@pytest.mark.parametrize("token", ["x", "a.b", "ImZvbyI.x", "%00", "IjEyIg.AAAA"])
def test_an_address_that_was_made_up_ends_nothing(app, bea, nobody, token):
    chooses(bea, **BY_MAIL)
    for method in ("GET", "POST"):
        assert nobody.asks(method, f"/no-more-e-mails/{token}", headers=OURS).status_code == 404
    assert len(bea.feed()) == 1


def test_a_mail_server_that_is_busy_is_asked_again_and_one_that_refuses_is_not(
    app, bea, clock, letters
):
    wants_a_test(bea)
    letters.refusal = "451 later"
    assert reminded(app) == 0
    assert states(app) == {"test": "planned"}
    letters.refusal = "550 nobody of this name"
    clock(datetime.now(UTC) + timedelta(minutes=1))
    assert reminded(app) == 0
    assert states(app) == {"test": "failed"}


def test_a_mail_server_that_is_not_there_harms_no_check_in(app, bea, letters, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    gone = MailServer("127.0.0.1", port, False, True, "", "", "notes@footing.example")
    monkeypatch.setitem(app.config, "MAIL_SERVER", gone)
    wants_a_test(bea)
    assert reminded(app) == 0
    assert states(app) == {"test": "planned"}


def test_a_server_without_e_mail_says_so_and_sends_none(app, bea, monkeypatch):
    wants_a_test(bea)
    monkeypatch.setitem(app.config, "MAIL_SERVER", None)
    assert bea.gets("/push-key")["mail"] is False
    bea.is_refused(409, "no_way", "/reminders/test")
    assert reminded(app) == 0
    assert states(app) == {"test": "gone"}


def test_ada_says_where_she_is_told(app, ada, letters):
    ada.opens("/practice/reminders")
    for typed, said in (("", "Please write the address"), ("ada", "check the address")):
        assert said in ada.sends("/practice/reminders", 400, email="y", address=typed).text
    page = ada.sends("/practice/reminders", email="y", address="ada@example.org")
    assert page.find(id="address")["value"] == "ada@example.org"
    ada.posts("/reminders/test", status=204)
    assert reminded(app) == 1
    (letter,) = letters.came
    assert letter["To"] == "ada@example.org"


def test_an_address_that_is_too_long_is_said_to_be_so_and_never_cut(ada, letters):
    page = ada.opens("/practice/reminders")
    assert not page.find(id="address").has_attr("maxlength")
    much = f"{'a' * 60}@{'.'.join(['example' * 8] * 4)}.org"
    page = ada.sends("/practice/reminders", 400, email="y", address=much)
    assert "Please use at most 254 letters here." in page.text
    assert page.find(id="address")["value"] == much


def test_ada_ends_her_e_mails_too(app, ada, nobody, letters):
    ada.opens("/practice/reminders")
    ada.sends("/practice/reminders", email="y", address="ada@example.org")
    ada.posts("/reminders/test", status=204)
    reminded(app)
    nobody.asks("POST", off(letters.came[0]), headers={})
    assert not ada.opens("/practice/reminders").find(attrs={"name": "email"}).has_attr("checked")
