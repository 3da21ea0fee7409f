"""Ada and Ben agree what they work towards, and how: on her page, and in his journal."""

from tests.agreeing import GOAL, answer, answers, goal, newest, place, proposes, put_aside, sees
from tests.entries import said


def test_ben_proposes_a_goal_ada_agrees_and_ben_hears_of_it(ada, ben):
    his = goal()
    ben.syncs(his)
    assert "Ben proposes: calmer evenings" in sees(ada, ben)
    answers(ada, ben, his, answer="agree")
    assert "Both of you agreed on" in ada.page.get_text()
    told = newest(ben, "agreement")
    assert (told["author"], said(told)) == (
        ada.id,
        {"of": his["entry"], "answer": "agree", "words": ""},
    )


def test_agreed_goals_stand_on_bens_page_and_others_do_not(ada, ben):
    his, other = goal(), goal("say no at work")
    ben.syncs(his, other)
    sees(ada, ben)
    answers(ada, ben, his, answer="agree")
    page = ada.opens(f"/practice/clients/{ben.id}").get_text()
    assert "calmer evenings" in page and "say no at work" not in page


def test_ada_proposes_a_goal_and_it_waits_for_ben(ada, ben):
    hers = proposes(ada, ben, "two calm evenings\r\na week")
    assert said(hers) == {**GOAL, "words": "two calm evenings\na week"}
    assert "It waits for Ben’s answer." in ada.page.get_text()
    ben.syncs(answer(hers))
    assert "Both of you agreed on" in sees(ada, ben)


def test_pressing_twice_proposes_once(ada, ben):
    ada.opens(place(ben, "new", "goal"))
    form = ada.page
    for _ in range(2):
        ada.page = form
        ada.sends(place(ben, "new", "goal"), words="calmer evenings")
    assert [change["kind"] for change in ben.feed()] == ["goal"]


def test_agreeing_to_what_ben_has_changed_meanwhile_agrees_to_nothing(ada, ben):
    first = goal()
    ben.syncs(first)
    sees(ada, ben)
    ben.syncs(goal("calmer mornings", record=first["record"], base=first["entry"]))
    answers(ada, ben, first, 409, answer="agree")
    assert "This had changed before your answer came." in ada.page.get_text()
    assert "Ben proposes: calmer mornings" in ada.page.get_text(" ", strip=True)
    assert [change["kind"] for change in ben.feed()] == ["goal", "goal"]


def test_ada_keeps_her_words_when_ben_puts_aside_what_she_answers(ada, ben):
    first = goal()
    ben.syncs(first)
    sees(ada, ben)
    ben.syncs(put_aside(first))
    answers(ada, ben, first, 409, answer="not_for_me", words="It may be <too> soon.")
    page = ada.page.get_text(" ", strip=True)
    assert "Your words were not sent." in page and "It may be <too> soon." in page


def test_what_was_agreed_goes_on_standing_until_the_change_is_agreed(ada, ben):
    hers = proposes(ada, ben, "calmer evenings")
    ben.syncs(answer(hers))
    sees(ada, ben)
    change = place(ben, hers["entry"])
    ada.opens(change)
    ada.sends(change, words="two calm evenings a week")
    assert said(newest(ben, "goal"))["words"] == "two calm evenings a week"
    assert newest(ben, "goal")["record"] == hers["record"]
    page = ada.page.get_text(" ", strip=True)
    assert "Both of you agreed" in page and "You suggest a change: two calm evenings" in page


def test_ada_suggests_a_change_of_bens_goal_in_a_record_of_her_own(ada, ben):
    his = goal()
    ben.syncs(his)
    ada.opens(place(ben, his["entry"]))
    ada.sends(place(ben, his["entry"]), words="two calm evenings a week")
    hers = newest(ben, "goal")
    assert hers["record"] != his["record"] and said(hers)["replaces"] == his["entry"]
    ben.syncs(answer(hers, "not_for_me", "Too many for now."))
    page = sees(ada, ben)
    assert "Ben said: not for me. Too many for now." in page and "Ben suggests a change" in page


def test_not_for_me_comes_with_adas_words(ada, ben):
    his = goal("a list each morning", "task")
    ben.syncs(his)
    sees(ada, ben)
    answers(ada, ben, his, answer="not_for_me", words="It may get one more chore.")
    assert said(newest(ben, "agreement"))["words"] == "It may get one more chore."
    assert "You said: not for me." in ada.page.get_text()
    answers(ada, ben, his, answer="agree")
    assert "Both of you agreed on" in ada.page.get_text()


def test_a_not_for_me_that_is_too_long_is_in_its_field_again_and_says_why(ada, ben):
    his, other = goal(), goal("say no at work")
    ben.syncs(his, other)
    sees(ada, ben)
    answers(ada, ben, his, 400, answer="not_for_me", words="x" * 2001)
    field = ada.page.find(id=f"w-{his['entry']}")
    assert field.get_text(strip=True) == "x" * 2001 and field.find_parent("details", open=True)
    why = ada.page.find(id=field["aria-describedby"]).get_text()
    assert why == ada.page.main.find(role="alert").a.get_text()
    assert why == "Please use at most 2,000 letters here."
    assert ada.page.get_text().count("x" * 2001) == 1 and len(ben.feed()) == 2


def test_a_too_long_answer_to_what_is_agreed_meanwhile_is_kept_on_the_page(ada, ben):
    his = goal()
    ben.syncs(his)
    sees(ada, ben)
    old = ada.page
    answers(ada, ben, his, answer="agree")
    ada.page = old
    answers(ada, ben, his, 400, answer="not_for_me", words="x" * 2001)
    page = ada.page.get_text(" ", strip=True)
    assert "Please use at most 2,000 letters here." in page and "x" * 2001 in page


def test_ada_puts_a_goal_aside_and_takes_it_up_again(ada, ben):
    hers = proposes(ada, ben, "calmer evenings")
    ben.syncs(answer(hers))
    sees(ada, ben)
    ada.sends(place(ben, hers["entry"], "aside"))
    aside = newest(ben, "goal")
    assert said(aside)["state"] == "set_aside" and "put aside by you" in ada.page.get_text()
    ada.sends(place(ben, aside["entry"], "again"))
    assert "Both of you agreed on" in ada.page.get_text()


def test_what_ben_put_aside_stands_with_neither(ada, ben):
    first = goal()
    ben.syncs(first, put_aside(first))
    assert "put aside by Ben" in sees(ada, ben)
    assert "calmer evenings" not in ada.opens(f"/practice/clients/{ben.id}").get_text()


def test_ada_loses_no_word_when_ben_changes_his_goal_meanwhile(ada, ben):
    first = goal()
    ben.syncs(first)
    ada.opens(place(ben, first["entry"]))
    second = goal("calmer mornings", record=first["record"], base=first["entry"])
    ben.syncs(second)
    ada.sends(place(ben, first["entry"]), 409, words="two calm evenings")
    assert ada.page.find(id="words").get_text(strip=True) == "two calm evenings"
    ada.sends(place(ben, second["entry"]), words="two calm mornings")
    assert said(newest(ben, "goal"))["replaces"] == second["entry"]
