"""Ada hands Bea over to Olga, but only with Bea's yes."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK, an_hour_passes, book, book_weekly
from tests.entries import check_in, said
from tests.pages import Visitor, read
from tests.passkeys.letting_in import OPTIONS, link_by
from webapp.extensions import now

YES, NO = "yes", "no"
A_DAY = timedelta(days=1)
ANSWER = "/another-therapist/answer"


def is_session(change):
    return change["kind"] == "appointment"


def page(client):
    """Where a therapist asks."""
    return f"/practice/clients/{client.id}/hand-over"


@pytest.fixture
def asked(ada, olga, bea):
    """The id of what Bea is asked: whether Olga may go on with her."""
    ada.opens(page(bea))
    ada.sends(page(bea), colleague=olga.id)
    return bea.gets("/my-therapist")["handover"]["id"]


@pytest.fixture
def says(bea, asked):
    """Has Bea answer, with her passkey where that is wanted."""

    def answer(word):
        if word == YES:
            bea.steps_up("another_therapist")
        bea.posts(ANSWER, {"handover": asked, "answer": word}, 204)

    return answer


def test_bea_is_asked_on_her_phone_and_nothing_changes_until_she_answers(ada, olga, bea, asked):
    other = bea.gets("/my-therapist")
    assert (other["handover"]["to"]["name"], other["therapist"]["name"]) == ("Olga", "Ada")
    ada.opens(f"/practice/clients/{bea.id}")
    olga.opens(f"/practice/clients/{bea.id}", 404)
    assert "Bea" not in read(olga.opens("/practice"))


def test_with_her_yes_olga_reads_what_she_shares_and_ada_nothing(ada, olga, bea, says):
    bea.syncs(check_in("Kingfisher"), check_in("Only mine", shared=False))
    says(YES)
    ada.opens(f"/practice/clients/{bea.id}", 404)
    told = read(olga.opens(f"/practice/clients/{bea.id}"))
    assert "Kingfisher" in told and "Only mine" not in told
    assert bea.gets("/my-therapist")["therapist"]["name"] == "Olga"


def test_a_yes_needs_her_passkey(ada, olga, bea, asked):
    bea.is_refused(403, "step_up_required", ANSWER, {"handover": asked, "answer": YES})
    olga.opens(f"/practice/clients/{bea.id}", 404)


def test_with_her_no_all_stays_and_ada_is_told(ada, olga, bea, says):
    says(NO)
    olga.opens(f"/practice/clients/{bea.id}", 404)
    assert bea.gets("/my-therapist")["handover"] is None
    for path in ("/practice", page(bea)):
        assert "Bea would rather not go on with Olga." in read(ada.opens(path))


def test_both_are_told_for_a_week(ada, olga, bea, says, after):
    says(YES)
    assert "Bea goes on with Olga" in read(ada.opens("/practice"))
    assert "Bea comes to you from Ada" in read(olga.opens("/practice"))
    after(days=8)
    for therapist in (ada.signs_in(), olga.signs_in()):
        assert "yes to it" not in read(therapist.opens("/practice"))


def test_a_question_that_was_taken_back_cannot_be_answered(ada, olga, bea, asked):
    ada.opens(page(bea))
    ada.sends(f"{page(bea)}/take-back")
    assert bea.gets("/my-therapist")["handover"] is None
    bea.steps_up("another_therapist")
    for word in (NO, YES):
        bea.is_refused(404, "not_found", ANSWER, {"handover": asked, "answer": word})
    olga.opens(f"/practice/clients/{bea.id}", 404)


def test_an_answer_counts_once(ada, bea, says, asked):
    says(NO)
    bea.steps_up("another_therapist")
    bea.is_refused(404, "not_found", ANSWER, {"handover": asked, "answer": YES})
    ada.opens(f"/practice/clients/{bea.id}")


def test_a_link_that_ada_still_holds_does_not_let_her_in_as_bea(app, ada, bea, says):
    link = link_by(ada, bea)
    says(YES)
    Visitor(app).is_refused(410, "invitation_gone", OPTIONS, {"invitation": link})
    assert bea.gets("/recovery")["state"] == "none"


def test_what_ada_had_booked_is_called_off_and_her_series_ends(app, ada, bea, says):
    book(app, ada, bea, replace(WALK, starts_at=now() + A_DAY))
    book_weekly(app, ada, bea, first_on=(now() + 2 * A_DAY).date())
    says(YES)
    stands = {each["record"]: said(each)["state"] for each in bea.feed() if is_session(each)}
    assert len(stands) > 12 and set(stands.values()) == {"cancelled"}
    assert an_hour_passes(app) == 0


def test_a_session_that_has_been_stays_as_it_was(app, ada, olga, bea, says):
    book(app, ada, bea, replace(WALK, starts_at=now() - A_DAY))
    says(YES)
    told = read(olga.opens(f"/practice/clients/{bea.id}/sessions"))
    assert "Booked by a colleague" in told and "Cancelled" not in told


def test_what_was_agreed_stands_and_is_told_apart(ada, olga, bea, says):
    ada.opens(f"/practice/clients/{bea.id}/together/new/goal")
    ada.sends(f"/practice/clients/{bea.id}/together/new/goal", words="Calmer evenings")
    says(YES)
    told = read(olga.opens(f"/practice/clients/{bea.id}/together"))
    assert "Ada proposed:" in told and "You propose" not in told
    assert [each["name"] for each in bea.gets("/my-therapist")["former"]] == ["Ada"]


def test_what_ada_read_is_not_said_to_be_read_by_olga(ada, olga, bea, says):
    first = check_in("Kingfisher")
    bea.syncs(first)
    ada.opens(f"/practice/clients/{bea.id}")
    ada.sends(f"/practice/clients/{bea.id}/read/{first['record']}")
    says(YES)
    told = read(olga.opens(f"/practice/clients/{bea.id}"))
    assert "Ada marked this as read." in told and "You marked" not in told
