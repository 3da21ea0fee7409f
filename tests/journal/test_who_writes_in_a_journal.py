"""Whose journal it is, and who is kept out of it."""

from tests.entries import check_in
from tests.pages import Visitor
from webapp.people.schema import AboutPractice


def test_nobody_syncs_without_signing_in(nobody):
    told = nobody.posts("/sync", {}, 401)
    assert told["code"] == "not_signed_in"


def test_a_therapist_has_no_journal_to_sync(ada):
    ada.is_refused(404, "not_found", "/sync", ada.sync(check_in()))


def test_ada_cannot_write_as_bea(ada, bea):
    ada.is_refused(404, "not_found", "/sync", bea.sync(check_in()))
    assert bea.feed() == []


def test_ben_and_bea_hear_nothing_of_each_other(bea, ben):
    bea.syncs(check_in("mine"))
    assert ben.feed() == []


def test_a_client_whom_nobody_treats_any_more_keeps_their_journal(finn):
    finn.syncs(check_in())
    assert len(finn.feed()) == 1


def test_beas_journal_is_the_same_on_her_second_phone(app, bea):
    bea.syncs(check_in())
    tablet = Visitor(app, bea.passkey).signs_in()
    assert tablet.journal == bea.journal and tablet.feed() == bea.feed()


def test_a_client_knows_their_therapist_also_without_signal(bea, ada):
    assert bea.gets("/my-therapist") == {
        "therapist": {"id": ada.id, "name": "Ada"},
        "former": [],
        "handover": None,
        "practice": "The Walking Room",
        "about_practice": dict.fromkeys(AboutPractice.__struct_fields__),
        "usual_setting": "walk_and_talk",
        "years_kept": None,
        "closes_at": None,
    }


def test_a_client_whom_nobody_treats_any_more_has_no_therapist(finn):
    assert finn.gets("/my-therapist")["therapist"] is None


def test_a_therapist_has_no_therapist(ada):
    ada.gets("/my-therapist", 404)
