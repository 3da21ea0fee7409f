"""What was read or asked while Bea saw somebody else is told of them, and of nobody else."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

from tests.entries import check_in
from tests.handovers.test_afterwards import hands_over
from tests.pages import read
from tests.repairs.points import followed, point


def marks_read(therapist, bea, said):
    """Say of a check-in that one has read it."""
    therapist.opens(f"/practice/clients/{bea.id}")
    therapist.sends(f"/practice/clients/{bea.id}/read/{said['record']}")


def told(therapist, bea, page=""):
    return read(therapist.opens(f"/practice/clients/{bea.id}{page}"))


def test_what_ada_read_is_hers_again_when_bea_comes_back(ada, olga, bea, hands_over):
    bea.syncs(first := check_in("Kingfisher"), second := check_in("Heron"))
    marks_read(ada, bea, first)
    hands_over(ada, olga)
    marks_read(olga, bea, second)
    hands_over(olga, ada)
    assert "You marked this as read." in told(ada, bea)
    assert "Olga marked this as read." in told(ada, bea)
    former = [each["name"] for each in bea.gets("/my-therapist")["former"]]
    assert former == ["Ada", "Olga"]


def test_what_olga_read_who_has_left_is_not_said_of_ada(app, ada, olga, bea, hands_over):
    hands_over(ada, olga)
    bea.syncs(first := check_in("Kingfisher"))
    marks_read(olga, bea, first)
    hands_over(olga, ada)
    assert app.test_cli_runner().invoke(args=["erase-account", olga.id, "--yes"]).exit_code == 0
    assert "A former colleague marked this as read." in told(ada, bea)
    assert [each["name"] for each in bea.gets("/my-therapist")["former"]] == ["Ada", None]


def test_it_was_ada_who_was_asked_and_who_talked_about_it(ada, olga, bea, hands_over):
    first = point()
    asked = followed(first, route="ask")
    bea.syncs(first, asked, followed(asked, state="raised"))
    hands_over(ada, olga)
    story = told(olga, bea, "/talking-points")
    assert "Bea asked Ada to bring it up" in story and "Bea talked about it" in story
    assert "asked you" not in story and "You talked" not in story
