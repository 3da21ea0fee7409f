"""Whoever is to be erased has all of the notice once more when an older backup is put back."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import pytest

from tests.backup.test_backups import backup, key, says, words_of
from tests.backup.test_since_the_backup import restore
from tests.privacy.test_closing_for_a_client import hour, page
from tests.privacy.test_how_long_it_is_kept import keeps


@pytest.fixture
def closing(ada, bea):
    """Ada closes Bea's account in a month."""
    ada.opens(page(bea))
    ada.steps_up("close_client")
    ada.sends(page(bea))


@pytest.fixture
def kept_for_a_year(ada):
    """What is of a client is kept for a year."""
    keeps(ada, "1")


def test_what_ada_took_back_since_erases_nobody_unawares(
    app, ada, bea, closing, backup, restore, after
):
    ada.opens(page(bea))
    ada.sends(f"{page(bea)}/take-back")
    after(days=40)
    restore()
    assert hour(app) == 0 and words_of(bea.signs_in())
    assert "closes on" in ada.signs_in().opens("/practice").get_text()
    after(days=31)
    assert hour(app) == 1


def test_nor_does_bea_go_who_came_back_since(
    app, ada, bea, kept_for_a_year, backup, restore, after
):
    after(days=360)
    bea.signs_in()
    after(days=20)
    restore()
    assert hour(app) == 0
    assert "the account of Bea is erased" in ada.signs_in().opens("/practice").get_text()
    assert words_of(bea.signs_in())
