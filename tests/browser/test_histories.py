"""Histories that nobody thought of, on two real phones of one person, over a bad network.

The same promises as in tests/sync, held by the client itself: its own modules, its own databases.
"""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.browser.devices import is_signed_in_on
from tests.browser.fault_proxy import Exchange, answers
from tests.browser.raw import stored
from tests.browser.stored import rows
from tests.browser.waiting import eventually

OURS = """async () => {
    const journal = await (await ours("account.js")).openJournal();
"""
WRITE = """
    const body = (words) => ({ appointment: null, setting: "online", ratings: { safety: 3 },
        felt_off: false, words, shared: true, happened_at: new Date().toISOString() });
    const known = await journal.standing("check_in");
    const one = nth === null ? null : known[nth % (known.length || 1)];
    const record = one?.record ?? crypto.randomUUID();
    const base = one?.current.entry ?? null;
    await journal.keep({ record, base, kind: "check_in" }, words && body(words));
    return record;
}"""
WORDS = """
    const rows = await journal.database.read(({ entries }) =>
        new Promise((tell) => (entries.getAll().onsuccess = ({ target }) => tell(target.result))));
    return (await journal.opened(rows)).map(({ record, body }) => [record, body?.words ?? null]);
}"""
FAULTS = {
    "good": [],
    "the answer is lost": [Exchange.loses_the_answer],
    "the request is lost": [Exchange.hang_up],
    "it is cut": [Exchange.is_cut_on_the_way],
    "the server is broken": answers(502, [("Content-Type", "text/html")], b"<h1>broken</h1>"),
}
which = st.integers(0, 1)
STEPS = st.one_of(
    st.tuples(st.just("writes"), which, st.none()),
    st.tuples(st.just("changes"), which, st.integers(0, 5)),
    st.tuples(st.just("deletes"), which, st.integers(0, 5)),
    st.tuples(st.just("sends"), which, st.sampled_from(sorted(FAULTS))),
    st.tuples(st.just("reloads"), which, st.none()),
)


class Household:
    """Two phones of one person, and what each of them last said of each check-in."""

    def __init__(self, phones, network):
        self.phones, self.network, self.last, self.said = phones, network, {}, 0

    def does(self, step, which, more):
        """One step of a history on one of the phones."""
        page = self.phones[which].page
        if step == "sends":
            self.network.faults = list(FAULTS[more])
            page.evaluate("dispatchEvent(new Event('online'))")
            page.wait_for_timeout(60)
        elif step == "reloads":
            page.reload()
            self.phones[which].waits_for_scripts()
        else:
            self._keeps(page, which, more, step == "deletes")

    def _keeps(self, page, which, nth, deletes):
        self.said += 1
        words = None if deletes and nth is not None else f"Words {self.said}."
        record = page.evaluate(f"async ([nth, words]) => ({OURS}{WRITE})()", [nth, words])
        self.last[which, record] = words

    def has_signal_again(self):
        """Everything goes and comes, on both."""
        self.network.faults = []
        for _ in range(2):
            for phone in self.phones:
                phone.opens("/phone")
                phone.sees("Everything has been received.")

    def feed(self, phone):
        """Every entry of a phone's copy: its record and its words."""
        return list(map(tuple, phone.page.evaluate(OURS + WORDS)))


@pytest.fixture
def household(bea, kept_phone, network):
    return Household([bea, is_signed_in_on(kept_phone(), bea)], network)


def test_two_phones_end_alike_and_with_every_word_whatever_happened(household, server):
    @settings(max_examples=4, deadline=None, derandomize=True, database=None,
              phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.lists(STEPS, min_size=8, max_size=14))
    def holds(history):
        for step in history:
            household.does(*step)
        household.has_signal_again()
        nothing_is_lost_or_twice(household, server)

    holds()


def nothing_is_lost_or_twice(household, server):
    """Both phones and the server hold the same, numbered without a gap, and every last word."""
    bea, tablet = household.phones
    assert eventually(bea.page, lambda: numbered(bea) == numbered(tablet))
    held = numbered(bea)
    assert [seq for seq, _ in held] == list(range(1, len(held) + 1))
    assert not stored(bea, "outbox") and not stored(tablet, "outbox")
    there = rows(server, "SELECT count(*) FROM entry WHERE id IN (SELECT value FROM json_each(?))",
                 str([entry.replace("-", "") for _, entry in held]).replace("'", '"'))  # fmt: skip
    assert there == [(len(held),)]
    feed = household.feed(bea)
    lost = [
        (r, words) for (_, r), words in household.last.items() if words and (r, words) not in feed
    ]
    assert lost == [] and len({words for _, words in feed if words}) == sum(
        words is not None for _, words in feed
    )


def numbered(phone):
    """The numbers and ids of what a phone has received."""
    return sorted((row["seq"], row["entry"]) for row in stored(phone, "entries"))
