"""What is heard of a control by itself, as a screen reader lists them: which one is meant."""

from tests.agreeing import goal, sees
from tests.entries import check_in
from tests.repairs.points import point


def heard(page, words):
    """What is said of each control that begins so."""
    controls = page.find_all(["a", "button", "summary"])
    names = [(one.get("aria-label") or one.get_text(" ", strip=True), one) for one in controls]
    return [name + described(page, one) for name, one in names if name.startswith(words)]


def described(page, control):
    parts = control.get("aria-describedby", "").split()
    return "".join(f", {page.find(id=part).get_text(' ', strip=True)}" for part in parts)


def test_each_number_of_help_now_says_whom_it_reaches(bea):
    said = heard(bea.opens("/help"), ("Call 111", "Call 116"))
    assert said == [
        "Call 111: NHS 111",
        "Call 111: NHS 111 Wales",
        "Call 111: NHS 24 Mental Health Hub",
        "Call 116\xa0123: Samaritans",
    ]


def test_ada_hears_which_check_in_she_says_she_has_read(ada, bea):
    bea.syncs(check_in("on the hill"))
    page = ada.opens(f"/practice/clients/{bea.id}")
    assert heard(page, "I have read") == ["I have read this, Monday, 23 November 2026"]
    page = ada.sends(ada.page.find("article").form["action"])
    assert heard(page, "The answers") == ["The answers, Monday, 23 November 2026"]


def test_ada_hears_which_talking_point_she_says_she_has_read(ada, bea):
    bea.syncs(point(words="The bench."), point(words=""))
    page = ada.opens(f"/practice/clients/{bea.id}/talking-points")
    assert sorted(heard(page, "I have read")) == [
        "I have read this",
        "I have read this: The bench.",
    ]


def test_ada_hears_which_goal_or_which_way_of_meeting_she_answers(ada, ben):
    ben.syncs(goal("say no at work"))
    sees(ada, ben)
    for words in ("I agree", "Suggest a change", "Not for me"):
        assert heard(ada.page, words) == [f"{words}: say no at work"]
    said = heard(ada.page, "Propose the first card")
    assert said == [
        f"Propose the first card: {where}" for where in ("On a walk", "On a call", "In the room")
    ]
