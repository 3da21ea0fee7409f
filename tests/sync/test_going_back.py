"""Fault 13: the operator puts an older backup back. Phones notice, and refill the server."""

import pytest

from tests.sync.evening import everything_arrives
from tests.sync.household import Morning
from tests.sync.network import Exchange
from tests.sync.phone import Phone


@pytest.fixture
def household(app):
    """Bea and Ben with their phones; Bea has written once, before the backup, and once after it."""
    household = Morning(app).begins()
    writes(household, "Bea's phone", "Bea before")
    household.backs_up()
    writes(household, "Bea's phone", "Bea after")
    return household


def writes(household, phone, words):
    """Somebody writes on a phone, and it goes at once."""
    household.keeps(household.phones[phone], Phone.writes, words)
    assert household.syncs(household.phones[phone]) == "done"


def words_at_the_server(household):
    """What the server has of Bea, once everything has healed."""
    everything_arrives(household)
    return household.phones["Bea's phone"].copy.words()


def test_fault_13_a_whole_restore_is_refilled_by_itself(household):
    household.goes_back(1)
    assert words_at_the_server(household) == ["Bea before", "Bea after"]


def test_fault_13_a_restore_to_the_morning_is_refilled_too(household):
    household.goes_back(0)
    assert words_at_the_server(household) == ["Bea before", "Bea after"]


def test_fault_13_a_restore_that_was_overtaken_is_refilled_behind_what_came_since(household):
    household.goes_back(1)
    writes(household, "Bea's tablet", "Bea elsewhere")
    assert words_at_the_server(household) == ["Bea before", "Bea elsewhere", "Bea after"]


def test_fault_13_a_restore_that_was_overtaken_by_far_is_noticed_by_its_mark(household):
    household.goes_back(1)
    for number in range(5):
        writes(household, "Bea's tablet", f"Bea {number}")
    assert words_at_the_server(household)[-1] == "Bea after"


def test_fault_13_a_restore_is_noticed_where_the_newest_has_its_old_number_again(household):
    phone, tablet = household.phones["Bea's phone"], household.phones["Bea's tablet"]
    household.keeps(tablet, Phone.writes, "Bea on both")
    household.syncs(tablet, Exchange.loses_the_answer)
    household.syncs(phone)
    household.goes_back(1)
    household.ada_reads(phone.disk.account)
    household.syncs(tablet)
    assert phone.copy.cursor == tablet.copy.cursor
    assert words_at_the_server(household) == ["Bea before", "Bea on both", "Bea after"]


def test_fault_13_what_ada_said_since_the_backup_is_gone_and_nothing_of_beas(household):
    bea = household.phones["Bea's phone"]
    household.ada_reads(bea.disk.account)
    household.syncs(bea)
    assert [change["kind"] for change in bea.copy.entries][2:] == ["acknowledgement"] * 2
    household.goes_back(1)
    assert words_at_the_server(household) == ["Bea before", "Bea after"]
    assert len(bea.copy.entries) == 2


def test_fault_13_whoever_signed_in_since_the_backup_signs_in_again_and_goes_on(household):
    phone = household.phones["Bea's tablet"]
    household.signs_in(phone, phone.disk.account)
    household.keeps(phone, Phone.writes, "Bea signed in")
    household.goes_back(1)
    assert household.syncs(phone) == "signed_out"
    household.keeps(phone, Phone.writes, "Bea goes on")
    assert sorted(words_at_the_server(household)) == [
        "Bea after", "Bea before", "Bea goes on", "Bea signed in",
    ]  # fmt: skip
