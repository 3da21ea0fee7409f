"""Line 17: the log is JSON, in UTC, with routes and pseudonyms; and nothing of anybody is in it."""

import logging
import re
import socket
import urllib.error
import urllib.request
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import text

from tests.browser.server import by_itself
from tests.cast import PRACTICE
from tests.pages import A_PERSON, Visitor
from tests.reminders.people import chooses, reminded
from tests.trust.logged import answers, lines, logging_for_real
from tests.trust.said import everything
from webapp.extensions import db
from webapp.mail_config import MailServer

ADDRESS = "bea.tern@example.org"
NETWORK = "198.51.100.7"
NEVER = ("Ada", "Bea", PRACTICE, ADDRESS, "Dotterel", "Bittern", "Nightjar", "Godwit", "Avocet")
QUERY = "/practice/clients/new?name=Nightjar&invitation=Bittern"


@pytest.fixture
def log(cast):
    """What was logged since, by the real set-up. The cast's invitations are there before."""
    with logging_for_real() as written:
        yield written


@pytest.fixture
def broken(app, monkeypatch):
    """Pages that fail with words in the error: of ours, and of a database without its table."""

    def ours():
        raise ValueError("Kingfisher of Bea's")

    def of_the_database():
        db.session.execute(text("SELECT 'Wagtail' FROM no_such_table"))

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.view_functions, "shell.help_now", ours)
    monkeypatch.setitem(app.view_functions, "shell.offline", of_the_database)


@pytest.fixture
def no_mail(app, monkeypatch):
    """A mail server that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    gone = MailServer("127.0.0.1", port, False, True, "Ada", "Avocet", "notes@footing.example")
    monkeypatch.setitem(app.config, "MAIL_SERVER", gone)


class Watched:
    """Whoever is watched comes from one address, and each secret that they ever hold is noted."""

    def __init__(self, visitor):
        self.visitor, self.secrets = visitor, {NETWORK, visitor.id, visitor.device}
        visitor.browser.environ_base["REMOTE_ADDR"] = NETWORK
        self.look()

    def look(self):
        """Note the cookies as they are now."""
        held = filter(None, map(self.visitor.cookie, ("login", "browser", "form")))
        self.secrets |= {cookie.value for cookie in held}


def goes_wrong(visitor):
    """Whatever somebody may ask that is not right, with words wherever there is room for them."""
    visitor.asks("POST", "/sync", data=b'{"Dotterel": ', content_type="application/json")
    visitor.posts("/invitations/look", {"invitation": "Bittern"}, 410)
    visitor.asks("GET", "/practice/clients/Nightjar", headers={**A_PERSON, "Cookie": "a=Godwit"})
    visitor.asks("GET", QUERY, headers={**A_PERSON, "User-Agent": "Godwit", "Referer": "Godwit"})
    visitor.asks("GET", "/help", headers=A_PERSON)
    visitor.asks("GET", "/offline", headers=A_PERSON)


def lives_through_everything(app, cast):
    """Bea comes in, writes, is reminded, is read, takes it all, and leaves. Returns the words and
    secrets."""
    ada, bea = (Visitor(app).joins(cast[name]) for name in ("Ada", "Bea"))
    watched = [Watched(ada), Watched(bea)]
    said = everything(app, ada, bea)
    chooses(bea, email=True, address=ADDRESS)
    bea.posts("/reminders/test", status=204)
    assert reminded(app) == 0
    calendar = bea.posts("/calendar-feed")["url"]
    bea.asks("GET", calendar)
    goes_wrong(ada)
    goes_wrong(bea)
    ada.opens(f"/practice/clients/{bea.id}")
    for action, path, body in (
        ("export", "/export", {}),
        ("close_account", "/account/close", {"account": bea.id}),
    ):
        bea.steps_up(action)
        watched[1].look()
        assert bea.asks("POST", path, json=body).status_code < 300
    bea.is_refused(410, "account_erased", "/sync", bea.sync())
    watched[0].look()
    return {*said, calendar.split("/")[-1], *watched[0].secrets, *watched[1].secrets}


def test_a_whole_story_leaves_nothing_of_anybody_in_the_log(app, log, cast, broken, no_mail):
    of_theirs = lives_through_everything(app, cast)
    assert [each for each in {*of_theirs, *cast.values(), *NEVER} if each in log()] == []
    assert len(answers(log())) > 25
    assert {line["status"] for line in answers(log())} >= {200, 201, 204, 400, 404, 410, 500}


@pytest.mark.parametrize("what", ["word", "name", "secret"])
def test_it_would_be_found(log, app, cast, what):
    slips = {"word": "Kingfisher", "name": "Ada", "secret": cast["Ben"]}
    logging.getLogger("webapp.slip").error("could not send %s", slips[what])
    assert slips[what] in log() and len(lines(log())) == 1


def test_of_what_libraries_would_say_only_their_own_sentence_is_kept(log):
    logging.getLogger("library").error("cannot read %s", "Kingfisher")
    logging.getLogger("library").error("cannot read " + "Kingfisher")
    assert [line.get("said") for line in lines(log())] == ["cannot read %s", None]


def test_a_line_says_which_request_route_status_and_how_long(log, bea):
    bea.gets("/me")
    line = answers(log())[-1]
    assert (line["route"], line["status"]) == ("passkeys.me", 200)
    assert re.fullmatch("[0-9a-f]{16}", line["request"]) and line["ms"] >= 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", line["at"])


def test_bea_is_one_all_day_another_tomorrow_and_never_ben(log, time_machine, ben, bea):
    def pseudonym(visitor):
        visitor.gets("/my-therapist")
        return answers(log())[-1]["person"]

    midnight = datetime.combine(date.today() + timedelta(days=2), time(), UTC)
    time_machine.move_to(midnight - timedelta(hours=23))
    hers = pseudonym(bea)
    time_machine.move_to(midnight - timedelta(hours=1))
    assert pseudonym(bea) == hers != pseudonym(ben)
    time_machine.move_to(midnight + timedelta(hours=1))
    assert pseudonym(bea) != hers


def test_an_error_of_ours_is_told_by_its_kind_and_place_in_the_same_request(log, nobody, broken):
    nobody.asks("GET", "/help", headers=A_PERSON)
    error, answer = lines(log())[-2:]
    assert (error["level"], error["error"]) == ("error", "ValueError")
    assert error["where"][-1].startswith("trust/test_17_what_is_logged.py:")
    assert answer["status"] == 500 and answer["request"] == error["request"]


def test_a_real_server_says_its_link_to_a_person_and_all_else_in_json(tmp_path):
    with by_itself(tmp_path) as server, pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(server.health.replace("healthz", "calendar/Sanderling.ics"))
    said = (tmp_path / "log.txt").read_text().splitlines()
    of_json = lines("\n".join(line for line in said if line.startswith("{")))
    friendly = [line for line in said if not line.startswith("{")]
    assert [line.split(":")[0] for line in friendly] == [
        "Footing is at http",
        "Set it up here, once",
    ]
    assert "calendars.feed" in [line.get("route") for line in of_json]
    assert "Sanderling" not in "".join(said)
