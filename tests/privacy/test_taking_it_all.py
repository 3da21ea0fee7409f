"""Bea takes everything with her, or has it all erased; each after her passkey, and hers alone."""

# ruff: noqa: F401, F811 - fixtures are imported and then named

from tests import contract
from tests.entries import changed, check_in, deleted
from tests.handovers.test_afterwards import hands_over
from tests.pages import Visitor


def exported(visitor, status=200):
    visitor.steps_up("export")
    return visitor.posts("/export", status=status)


def test_everything_that_bea_wrote_is_in_it_private_or_not(bea):
    first, private = check_in("shared words"), check_in("private words", shared=False)
    bea.syncs(first, changed(first, "other words"), private, deleted(private))
    bodies = [entry["body"] or "" for entry in exported(bea)["entries"]]
    assert ["shared words" in bodies[0], "other words" in bodies[1]] == [True, True]
    assert "private words" in bodies[2] and bodies[3] == ""


def test_what_ada_wrote_in_beas_journal_is_in_it_too(ada, bea):
    first = check_in()
    bea.syncs(first)
    ada.opens(f"/practice/clients/{bea.id}")
    ada.sends(f"/practice/clients/{bea.id}/read/{first['record']}")
    assert [entry["kind"] for entry in exported(bea)["entries"]] == ["check_in", "acknowledgement"]


def test_it_says_who_bea_is_and_with_whom(bea):
    told = exported(bea)
    assert (told["name"], told["therapist"], told["practice"]) == ("Bea", "Ada", "The Walking Room")
    assert [made["what"] for made in told["sign_ins"]] == ["passkey", "login"]


def test_it_says_where_bea_was_signed_in_too_once_she_no_longer_is(app, bea):
    Visitor(app, bea.passkey).signs_in().signs_out()
    ended = [made["ended"] for made in exported(bea)["sign_ins"]]
    assert [end is not None for end in ended] == [False, False, True]


def test_it_says_by_which_link_bea_came_in(bea):
    (link,) = exported(bea)["links"]
    assert link["used"] < link["until"] and not link["again"]


def test_it_says_whom_bea_was_asked_about_and_what_she_said(ada, olga, bea, hands_over):
    hands_over(ada, olga)
    told = exported(bea)
    (asked,) = told["handovers"]
    assert (asked["by"]["name"], asked["to"]["name"], asked["answer"]) == ("Ada", "Olga", "yes")
    assert told["therapist"] == "Olga"


def test_it_can_be_read_back_by_the_contract(app, bea):
    bea.syncs(check_in())
    exported(bea)
    contract.of(app).hold(bea.response)


def test_nothing_of_ben_is_in_it(bea, ben):
    ben.syncs(check_in("of Ben"))
    assert exported(bea)["entries"] == []


def test_neither_goes_without_the_passkey(bea):
    bea.is_refused(403, "step_up_required", "/export")
    bea.is_refused(403, "step_up_required", "/account/close", {"account": bea.id})


def test_a_therapist_has_no_such_thing(ada):
    exported(ada, 404)


def test_a_closed_account_is_gone_at_once(ada, bea):
    bea.syncs(check_in("words"))
    bea.steps_up("close_account")
    bea.posts("/account/close", {"account": bea.id}, 204)
    bea.syncs(status=410)
    ada.opens(f"/practice/clients/{bea.id}", status=404)
    assert "Bea" not in ada.opens("/practice").get_text()
