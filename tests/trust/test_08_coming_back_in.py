"""Line 8: whoever holds the link is given what Ada may read anyway, and not one word more."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.entries import check_in
from tests.trust.test_02_private_means_private import private, shared, written
from webapp.extensions import db
from webapp.journal import feed, push
from webapp.journal.models import Journal
from webapp.journal.offers import offers
from webapp.journal.schema import Item
from webapp.passkeys.logins import SignedIn
from webapp.passkeys.recovery import Recovery
from webapp.people.models import Person
from webapp.security.problems import Problem
from webapp.security.strict_json import fit

WHAT = st.sampled_from([*private(""), *shared("")])
SESSION = "6c0e7a0e-6f0c-4d5b-8a53-0f4b6d1f9a11"


@settings(
    max_examples=25, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(history=st.lists(WHAT, max_size=10))
@example(history=[*private(""), *shared("")])
def test_of_any_history_a_link_opens_what_ada_may_read_and_no_more(app, bea, history):
    known, everything = written(history, SESSION)
    begin = bea.syncs(limit=500)["cursor"]
    bea.syncs(*everything)
    told = given_to_a_link(app, bea, begin)
    assert [change.seq for change in told] == [n + seq(begin) for n in range(1, len(told) + 1)]
    assert len(told) == len(everything)
    assert [change.body for change in told if change.body] == [each["body"] for each in known]
    true = {each[name] for each in everything for name in ("entry", "record")}
    assert not true & {str(change.entry) for change in told if change.kind == "withheld"}


def given_to_a_link(app, bea, cursor):
    """The feed behind a cursor, as whoever came in by a link is given it."""
    with app.app_context():
        at = seq(cursor)
        behind = fit(cursor, feed.Cursor) if cursor else None
        last = db.session.get(Journal, UUID(bea.journal)).seq
        return feed.after(UUID(bea.journal), behind, 500, last)[0] if last > at else []


def seq(cursor):
    return cursor["seq"] if cursor else 0


def test_what_was_on_its_way_when_the_link_was_used_is_not_stored_for_whoever_used_it(app, bea):
    with app.app_context():
        late = SignedIn.by_token(bea.cookie("login").value)
        Recovery.begin(db.session.get(Person, UUID(bea.id)))
        db.session.commit()
        item = fit(check_in("Kingfisher", shared=False), Item)
        with pytest.raises(Problem, match="busy"):
            push.take(late.journal_id, late, offers(late.journal_id, late, [item]))
