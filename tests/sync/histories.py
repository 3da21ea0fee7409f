"""Histories: whatever people, phones, the network and the operator do, in any order.

Hypothesis chooses the steps. After each of them nothing has left a phone; at the end of each
history everything heals, and everything that was said is there, once.
"""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.sync.evening import everything_arrives
from tests.sync.household import PHONES
from tests.sync.network import FAULTS
from tests.sync.phone import Phone
from tests.sync.rounds import Round

ANY = st.integers(min_value=0, max_value=9)
A_PHONE = st.sampled_from(list(PHONES))
POISON = [{"kind": "spell"}, {"schema": 9}, {"zone": "Middle Earth"}, {"written_at": "yesterday"}]
# What happens to the syncs of one round, one after the other; None where there is no signal.
SIGNAL = st.none() | st.just([]) | st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4)
FEW = st.integers(min_value=1, max_value=5)


class Histories(RuleBasedStateMachine):
    """`morning` is set by those who run it."""

    morning = None

    @initialize()
    def begins(self):
        self.household, self.said = self.morning.begins(), 0

    def open_phone(self, name):
        """This phone, or one on which somebody is settled; None where nobody is anywhere."""
        named = self.household.phones[name]
        others = self.household.phones.values()
        return next((phone for phone in [named, *others] if phone.copy), None)

    def words(self, phone):
        self.said += 1
        return f"{self.household.name(phone)} {self.said}"

    def sends(self, phone, signal):
        """A phone syncs after each saving, if it can."""
        if signal is not None:
            self.household.syncs(phone, *signal)

    # People

    @rule(phone=A_PHONE, count=FEW, shared=st.booleans(), signal=SIGNAL)
    def writes(self, phone, count, shared, signal):
        if phone := self.open_phone(phone):
            for _ in range(count):
                words = phone.copy.drafts.pop("draft", None) or self.words(phone)
                self.household.keeps(phone, Phone.writes, words, shared)
            self.sends(phone, signal)

    @rule(
        phone=A_PHONE, how=st.sampled_from(["changes", "joins", "deletes"]), which=ANY,
        signal=SIGNAL,
    )  # fmt: skip
    def goes_on_with(self, phone, how, which, signal):
        phone = self.open_phone(phone)
        records = phone and phone.copy.check_ins()
        if records:
            about = () if how == "deletes" else (self.words(phone),)
            record = records[which % len(records)]
            self.household.keeps(phone, getattr(Phone, how), record, *about)
            self.sends(phone, signal)

    @rule(phone=A_PHONE)
    def leaves_a_draft(self, phone):
        if phone := self.open_phone(phone):
            phone.copy.drafts["draft"] = self.words(phone)

    @rule(phone=A_PHONE, bent=st.sampled_from(POISON))
    def writes_what_no_server_takes(self, phone, bent):
        if phone := self.open_phone(phone):
            self.household.poisons(phone, **bent)

    @rule(phone=A_PHONE, which=ANY)
    def signs_in(self, phone, which):
        phone = self.household.phones[phone]
        accounts = [*phone.disk.copies] if phone.name != "shared" else [*self.household.said]
        self.household.signs_in(phone, accounts[which % len(accounts)])
        self.old_pages_sync(phone)

    @rule(phone=A_PHONE, has_signal=st.booleans())
    def signs_out(self, phone, has_signal):
        if self.household.phones[phone].copy:
            self.household.phones[phone].signs_out(has_signal)

    @rule(which=st.integers(min_value=0, max_value=1))
    def ada_reads(self, which):
        self.household.ada_reads([*self.household.said][which])

    # Phones, and the way between

    @rule(phone=A_PHONE, signal=SIGNAL, batch=FEW, page=FEW, looks_first=st.booleans())
    def syncs(self, phone, signal, **how):
        self.household.syncs(self.household.phones[phone], *signal or [], **how)

    @rule()
    def everybody_syncs(self):
        for phone in self.household.phones.values():
            self.household.syncs(phone)

    @rule(which=ANY)
    @precondition(lambda self: self.household.network.held)
    def what_was_held_up_arrives(self, which):
        self.household.network.delivers_late(which)

    @rule()
    def the_shared_phone_changes_hands(self):
        phone = self.household.phones["shared"]
        other = next(account for account in self.household.said if account != phone.disk.account)
        self.household.signs_in(phone, other)
        self.old_pages_sync(phone)

    def old_pages_sync(self, phone):
        """A page of whoever was here before is still open, in another tab."""
        for account in phone.disk.copies.keys() - {phone.browser.id}:
            ended = Round(phone.disk.copies[account], phone.post(self.household.network)).run()
            assert ended in ("wrong_account", "signed_out")

    @rule(phone=A_PHONE)
    def is_switched_off_and_on(self, phone):
        self.household.phones[phone].restarts()

    # The server

    @rule(phone=A_PHONE)
    def is_revoked(self, phone):
        self.household.phones[phone].is_revoked()

    @rule(client=st.integers(min_value=0, max_value=1), which=ANY)
    def erases(self, client, which):
        self.household.erases([*self.household.said][client], which)

    @rule()
    def is_backed_up(self):
        self.household.backs_up()

    @rule(which=ANY)
    def goes_back_to_a_backup(self, which):
        self.household.goes_back(which)

    # Always

    @invariant()
    def nothing_is_lost_and_nothing_foreign_is_here(self):
        if hasattr(self, "household"):
            self.household.loses_nothing()
            self.household.holds_no_foreign_word()

    def teardown(self):
        if hasattr(self, "household"):
            everything_arrives(self.household)
