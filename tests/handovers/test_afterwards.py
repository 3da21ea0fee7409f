"""A yes stays a yes: whichever backup is put back, and whoever goes on with Bea afterwards."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

from datetime import timedelta
from functools import partial

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK, an_hour_passes, book, book_weekly
from tests.appointments.typed import CALL, sessions, standing, switches
from tests.authenticator import Passkey
from tests.backup.test_backups import backup, key, says
from tests.backup.test_since_the_backup import restore
from tests.entries import check_in
from tests.handovers.test_handing_over import ANSWER, page
from tests.pages import Visitor, read
from webapp.extensions import now


@pytest.fixture
def hands_over(bea):
    """Has Bea go from one therapist to another."""
    return partial(goes, bea)


def goes(bea, one, other):
    """One therapist asks Bea about another, and she says yes."""
    one.opens(page(bea))
    one.sends(page(bea), colleague=other.id)
    bea.steps_up("another_therapist")
    asked = bea.gets("/my-therapist")["handover"]["id"]
    bea.posts(ANSWER, {"handover": asked, "answer": "yes"}, 204)


def who_reads(bea, *therapists):
    """The names of those whom Bea's page opens to."""
    path = f"/practice/clients/{bea.id}"
    seen = {one.person["name"]: one.asks("GET", path).status_code for one in therapists}
    assert set(seen.values()) <= {200, 404}
    return [name for name, status in seen.items() if status == 200]


def test_an_older_backup_does_not_bring_ada_back(app, ada, olga, bea, backup, hands_over, restore):
    hands_over(ada, olga)
    assert "Ended once more: 1." in restore()
    for each in (ada, olga, bea):
        each.signs_in()
    assert who_reads(bea, ada, olga) == ["Olga"]


def test_nor_does_one_from_before_several(app, ada, olga, bea, backup, hands_over, restore):
    for one, other in (ada, olga), (olga, ada), (ada, olga), (olga, ada):
        hands_over(one, other)
    restore()
    for each in (ada, olga, bea):
        each.signs_in()
    assert who_reads(bea, ada, olga) == ["Ada"]


def test_who_is_with_ada_again_is_named_where_the_backup_knows_no_max(
    app, ada, bea, backup, says, restore
):
    link = says("invite", "Max", "--role", "therapist").strip()
    goes(bea, ada, Visitor(app, Passkey()).joins(link.partition("#")[2]))
    assert f"{bea.id} had gone on with somebody" in restore()
    assert who_reads(bea.signs_in(), ada.signs_in()) == ["Ada"]


def test_a_backup_from_afterwards_has_nothing_to_end(ada, olga, bea, backup, hands_over, says, key):
    hands_over(ada, olga)
    later = backup[0].with_name("later.backup")
    says("backup", later)
    assert "Ended once more: 0." in says("restore", later, "--key-file", key, "--replace")


def test_olga_books_and_proposes_what_she_likes(app, ada, olga, bea, hands_over):
    hands_over(ada, olga)
    book_weekly(app, olga, bea)
    together = f"/practice/clients/{bea.id}/together"
    olga.opens(f"{together}/new/goal")
    olga.sends(f"{together}/new/goal", words="Say what I need")
    assert "You propose: Say what I need" in read(olga.opens(together))


def test_nobody_is_sent_to_adas_calls_and_rooms_by_olga(app, ada, olga, bea, hands_over):
    call = replace(WALK, setting="online", place="", link=CALL["link"])
    book(app, ada, bea, replace(call, starts_at=now() - timedelta(days=2)))
    hands_over(ada, olga)
    assert CALL["link"] not in str(olga.opens(f"{sessions(bea)}/new"))
    soon = book(app, olga, bea, replace(WALK, starts_at=now() + timedelta(hours=2)))
    assert "Change" in switches(olga, bea, soon, "online")
    assert standing(bea)[str(soon)]["setting"] == "walk_and_talk"
    assert CALL["link"] not in str(olga.page)


def test_olga_puts_aside_what_ada_proposed(ada, olga, bea, hands_over):
    together = f"/practice/clients/{bea.id}/together"
    ada.opens(f"{together}/new/goal")
    ada.sends(f"{together}/new/goal", words="Calmer evenings")
    hands_over(ada, olga)
    aside = olga.opens(together).find("form", action=lambda to: to.endswith("/aside"))
    olga.sends(aside["action"])
    assert "put aside by you" in read(olga.page)


def test_what_bea_deletes_of_a_closed_account_goes_with_it(app, ada, olga, bea, hands_over):
    hands_over(ada, olga)
    assert app.test_cli_runner().invoke(args=["erase-account", bea.id, "--yes"]).exit_code == 0
    for therapist in (ada, olga):
        assert "yes to it" not in read(therapist.opens("/practice"))


def test_what_ada_had_planned_does_not_look_as_if_bea_had_called_it_off(
    app, ada, olga, bea, hands_over, time_machine
):
    book(app, ada, bea, replace(WALK, starts_at=now() + timedelta(days=2)))
    hands_over(ada, olga)
    time_machine.move_to(now() + timedelta(days=3))
    bea.syncs(check_in())
    seen = read(olga.signs_in().opens(f"/practice/clients/{bea.id}").main)
    assert "It was good to walk." in seen and "called off" not in seen


def test_olgas_sessions_begin_with_her_own_and_not_with_what_ada_had_planned(
    app, ada, olga, bea, hands_over, time_machine
):
    book(app, ada, bea, replace(WALK, starts_at=now() + timedelta(days=2)))
    hands_over(ada, olga)
    book(app, olga, bea, replace(WALK, starts_at=now() + timedelta(days=3)))
    for days in (0, 4):  # while both are to come, and when both have been
        time_machine.move_to(now() + timedelta(days=days))
        olga.signs_in()
        for path in ("/practice/sessions", sessions(bea)):
            told = read(olga.opens(path).main)
            assert "Booked by a colleague" not in told and "Walk and talk" in told
