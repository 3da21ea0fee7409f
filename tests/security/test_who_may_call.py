"""Every route says who may call it, and means it."""

from tests.pages import A_PERSON
from tests.security.routes import routes

WHO = {"anyone", "link_holder", "signed_in", "client_self", "therapist", "therapist_of_client"}


def called(visitor, app, *who):
    """(route, answer) of every route for these callers, as this visitor gets it."""
    for method, path, view in routes(app):
        if view.who_may_call in who:
            yield path, visitor.asks(method, path, headers=A_PERSON)


def test_every_route_says_who_may_call_it(app):
    silent = [path for _, path, view in routes(app) if getattr(view, "who_may_call", "") not in WHO]
    assert silent == []


def test_there_are_routes_for_everybody(app):
    assert {view.who_may_call for _, _, view in routes(app)} == WHO


def test_nobody_is_told_to_sign_in(app, nobody):
    answers = list(called(nobody, app, "signed_in", "client_self"))
    assert {(a.status_code, a.get_json()["code"]) for _, a in answers} == {(401, "not_signed_in")}


def test_nobody_is_led_to_the_sign_in_page(app, nobody):
    answers = list(called(nobody, app, "therapist", "therapist_of_client"))
    assert {answer.status_code for _, answer in answers} == {302}
    assert all(answer.location.startswith("/sign-in") for _, answer in answers)


def test_a_client_finds_nothing_of_a_therapist(app, bea):
    answers = list(called(bea, app, "therapist", "therapist_of_client"))
    assert {answer.status_code for _, answer in answers} == {404}


def test_a_therapist_finds_nothing_of_a_client(app, ada):
    answers = list(called(ada, app, "client_self"))
    assert {answer.status_code for _, answer in answers} == {404}


def test_a_therapist_finds_nothing_of_a_client_who_is_not_there(app, ada):
    answers = list(called(ada, app, "therapist_of_client"))
    assert {answer.status_code for _, answer in answers} == {404}


def test_a_login_that_ended_is_nobody(app, bea):
    thief = bea.copied()
    bea.signs_out()
    answers = list(called(thief, app, "signed_in", "client_self"))
    assert {answer.status_code for _, answer in answers} == {401}


def has_a_secret(path):
    """Whether it opens only for whoever was given it."""
    return path.startswith("/calendar/")


def test_anyone_may_open_what_is_for_anyone(app, nobody):
    answers = [
        (path, nobody.asks("GET", path, headers=A_PERSON).status_code)
        for method, path, view in routes(app)
        if view.who_may_call == "anyone" and method == "GET" and not has_a_secret(path)
    ]
    assert [path for path, status in answers if status != 200] == []
