"""Line 3: whatever Ada is shown of Bea's is noted, Bea sees it, and what she takes back is gone."""

import json
from uuid import UUID

import pytest
from sqlalchemy.exc import OperationalError

from tests.agreeing import goal, place, proposes, sees
from tests.entries import changed, check_in, entry
from tests.pages import A_PERSON
from tests.trust.said import CARD, everything
from webapp.audit import log


def noted(app, client):
    """The ids of the entries of each reading, the oldest first."""
    with app.app_context():
        return [{str(entry) for entry in each.entries} for each in log.of_client(UUID(client.id))]


def of_client(app, bea, said):
    """Every page of Ada's that is about Bea, for each thing that an address can name."""
    names = {"client_id": bea.id, "kind": "task", "setting": "walk_and_talk"}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/practice") and "GET" in rule.methods:
            for each in said.values():
                ids = {"entry": each["entry"], "record": each["record"]}
                known = {**dict.fromkeys(rule.arguments, each["record"]), **names, **ids}
                with app.test_request_context():
                    given = {name: known[name] for name in rule.arguments}
                    yield app.url_for(rule.endpoint, **given)


@pytest.fixture
def said(app, ada, bea):
    return everything(app, ada, bea)


def test_whatever_of_beas_words_is_on_a_page_of_adas_is_noted_and_nothing_else(
    app, ada, bea, said, monkeypatch
):
    monkeypatch.setattr(log, "A_WHILE", log.A_WHILE * 0)
    seen = set()
    for path in dict.fromkeys(of_client(app, bea, said)):
        before = len(noted(app, bea))
        page = ada.asks("GET", path, headers=A_PERSON).text
        shown = {word for word in said if word in page}
        entries = [entry for reading in noted(app, bea)[before:] for entry in reading]
        assert sorted(entries) == sorted(said[word]["entry"] for word in shown), path
        seen |= shown
    assert seen == set(said) - {"Wagtail", "Redwing"}  # private, and on no page at all


def test_what_adas_page_quotes_of_beas_next_to_something_else_is_noted_too(
    app, ada, bea, monkeypatch
):
    monkeypatch.setattr(log, "A_WHILE", log.A_WHILE * 0)
    card = {**CARD, "fields": {"meet": "Heron", "dogs": "Bittern"}}
    hers, aim = entry(json.dumps(card), kind="arrangement"), goal("Kestrel")
    bea.syncs(hers, aim)
    proposes(ada, bea, "Ada's way", "task", goal=aim["record"])
    ada.opens(place(bea, "meeting", "walk_and_talk"))
    ada.sends(place(bea, "meeting", "walk_and_talk"), meet="Heron", dogs="")
    aside = {"words": "Kestrel", "state": "set_aside", "goal": None, "replaces": None}
    bea.syncs(entry(json.dumps(aside), kind="goal", record=aim["record"], base=aim["entry"]))
    assert "Bittern" in sees(ada, bea) and "For the goal “Kestrel”" in ada.page.get_text()
    assert {hers["entry"]} < noted(app, bea)[-1]


def test_bea_sees_what_ada_read_and_when(ada, bea, after):
    first, second = check_in("Kingfisher"), check_in("Heron")
    bea.syncs(first)
    ada.opens(f"/practice/clients/{bea.id}")
    after(hours=2)
    ada.signs_in()
    bea.syncs(second)
    ada.opens(f"/practice/clients/{bea.id}")
    newer, older = sorted(bea.gets("/my-readings")["read"], key=lambda read: read["first_at"])[::-1]
    assert (newer["entry"], newer["kind"], newer["by"]) == (second["entry"], "check_in", "Ada")
    assert older["record"] == first["record"] and newer["first_at"] == newer["last_at"]
    assert older["first_at"] < older["last_at"] == newer["last_at"]


def test_a_page_that_is_loaded_again_is_noted_once_an_hour(app, ada, bea, after):
    bea.syncs(check_in("Kingfisher"))
    for _ in range(3):
        ada.opens(f"/practice/clients/{bea.id}")
        after(minutes=25)
    assert len(noted(app, bea)) == 1
    after(minutes=15)
    ada.signs_in()
    ada.opens(f"/practice/clients/{bea.id}")
    assert len(noted(app, bea)) == 2


def test_it_is_noted_also_after_the_servers_clock_was_put_back(app, ada, bea, after):
    bea.syncs(check_in("Kingfisher"))
    after(days=30)
    ada.signs_in().opens(f"/practice/clients/{bea.id}")
    after(days=-30)
    ada.signs_in().opens(f"/practice/clients/{bea.id}")
    assert len(noted(app, bea)) == 2


def test_what_bea_takes_back_is_gone_at_adas_next_click_and_bea_knows_that_it_was_read(ada, bea):
    words = check_in("Kingfisher")
    bea.syncs(words)
    ada.opens(f"/practice/clients/{bea.id}")
    bea.syncs(changed(words, "Kingfisher", shared=False))
    assert "Kingfisher" not in ada.opens(f"/practice/clients/{bea.id}").get_text()
    (read,) = bea.gets("/my-readings")["read"]
    assert (read["entry"], read["record"]) == (words["entry"], words["record"])


def test_what_ada_did_not_open_was_not_read(ada, bea, ben):
    bea.syncs(check_in("Kingfisher"))
    ada.opens("/practice")
    ada.opens(f"/practice/clients/{ben.id}")
    assert bea.gets("/my-readings")["read"] == []


def test_ben_hears_nothing_of_what_ada_read_of_beas(ada, bea, ben):
    bea.syncs(check_in("Kingfisher"))
    ada.opens(f"/practice/clients/{bea.id}")
    assert ben.gets("/my-readings")["read"] == []


def test_what_cannot_be_noted_is_not_shown(ada, bea, monkeypatch):
    bea.syncs(check_in("Kingfisher"))
    busy = OperationalError("INSERT", {}, Exception("busy"))
    monkeypatch.setattr(log, "in_transaction", lambda *work: (_ for _ in ()).throw(busy))
    answer = ada.asks("GET", f"/practice/clients/{bea.id}", headers=A_PERSON)
    assert answer.status_code == 503 and "Kingfisher" not in answer.text


def test_bea_takes_every_reading_with_her(ada, bea):
    words = check_in("Kingfisher")
    bea.syncs(words)
    ada.opens(f"/practice/clients/{bea.id}")
    bea.steps_up("export")
    (read,) = bea.posts("/export")["readings"]
    assert (read["by"], read["entries"]) == ("Ada", [words["entry"]])
