"""What only this phone has, Bea can save as a file: without signal, and whatever became of it."""

import json

from tests.browser.stored import on_the_server
from tests.browser.test_my_data import saved
from tests.browser.test_needs_attention import POISON, WORDS, keeps


def test_bea_takes_along_what_was_refused_and_what_waits(bea, server):
    keeps(bea, POISON)
    bea.context.set_offline(True)
    bea.checks_in(words="It’s quiet here.")
    bea.opens("/phone")
    copy = saved(bea, "Save a copy")
    assert WORDS in copy and "It’s quiet here." in copy
    assert copy.index("Needs attention") < copy.index(WORDS)
    assert on_the_server(server, bea) == 0


def test_bea_takes_along_what_is_still_being_written(bea):
    bea.begins("Mostly", "A little")
    bea.opens("/phone")
    copy = saved(bea, "Save a copy")
    assert "Being written" in copy and "without a brave face. Mostly" in copy


def test_a_program_can_read_the_copy_and_a_phone_shows_its_letters_right(bea):
    keeps(bea, POISON)
    copy = saved(bea, "Save a copy")
    assert copy.startswith("\ufeffWhat was only on this phone, ")
    (entry,) = json.loads(copy.partition("For a program to read:")[2])["waiting"]
    assert (entry["body"]["words"], entry["state"]) == (WORDS, "refused")
