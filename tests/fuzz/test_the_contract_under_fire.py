"""What the contract allows, and what it does not: both are answered as it says."""

from functools import wraps

import pytest

from tests.fuzz import amount
from tests.fuzz.fire import Fire
from tests.fuzz.people import close

EXAMPLES = amount.of(10, 400)
# Who hands entries over meets both databases in every run, the others one of them.
WHO = ["nobody", "bea", "ada", "closed"]
SQLITE = amount.of(["nobody", "bea"], WHO)
POSTGRESQL = amount.of(["bea", "ada", "closed"], WHO)


def on_postgresql(who):
    return pytest.param("postgresql", who, marks=pytest.mark.postgres)


@pytest.fixture
def closed(app, ben):
    """Ben, whose account was closed."""
    close(app, ben)
    return ben


@pytest.mark.parametrize(
    ("app", "who"),
    [*(("sqlite", who) for who in SQLITE), *(on_postgresql(who) for who in POSTGRESQL)],
    indirect=["app"],
)
def test_every_answer_is_one_that_the_contract_knows(app, request, who):
    fire = Fire(request.getfixturevalue(who), EXAMPLES)
    database = app.config["SQLALCHEMY_DATABASE_URI"][:6]
    print(f"{who} on {database}: {sum(fire.asked.values()):,} cases, {dict(fire.asked)}")
    assert sorted(fire.failures) == []
    assert fire.asked["POST /sync"] > EXAMPLES


@pytest.fixture
def answers(app, monkeypatch):
    """Has /me answer with something else; the contract knows it as ever."""
    me = app.view_functions["passkeys.me"]

    def put(answer):
        monkeypatch.setitem(app.view_functions, "passkeys.me", wraps(me)(lambda: answer))

    return put


def fire_at_me(visitor):
    fire = Fire(visitor, examples=1, only="/me")
    assert set(fire.asked) == {"GET /me"}
    return fire.failures


def test_what_is_right_is_not_complained_of(nobody):
    assert fire_at_me(nobody) == set()


def test_an_answer_that_the_contract_does_not_know_would_be_noticed(nobody, answers):
    answers({"signed_in": "perhaps"})
    (failure,) = fire_at_me(nobody)
    assert "Response violates schema" in failure


def test_an_error_of_ours_would_be_noticed(nobody, answers):
    answers((b"", 500))
    assert any("Server error" in failure for failure in fire_at_me(nobody))
