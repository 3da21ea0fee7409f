"""Bea has lost every passkey, and Ada lets her in again."""

import pytest

from tests import dump
from tests.authenticator import Passkey
from tests.entries import changed, check_in
from tests.pages import Visitor
from tests.passkeys.letting_in import OPTIONS, PRIVATE, SHARED, link_by, read_by, state


def test_making_the_link_asks_for_the_passkey_and_says_what_happens(ada, bea):
    page = f"/practice/clients/{bea.id}/again"
    assert "signed out everywhere else" in ada.opens(page).get_text()
    assert "This needs your passkey" in ada.sends(page, 403).get_text()


def test_the_link_is_not_called_her_first_invitation(ada, bea):
    page = f"/practice/clients/{bea.id}/again"
    ada.opens(page)
    ada.steps_up("recover")
    assert ada.sends(page).h1.get_text() == "A new way in for Bea"


def test_a_link_tells_beas_phone_which_can_stop_it(app, bea, link):
    assert [c["kind"] for c in bea.feed()][-1] == "notice" and state(bea) == "invited"
    bea.posts("/recovery/stop", status=204)
    Visitor(app).is_refused(410, "invitation_gone", OPTIONS, {"invitation": link})
    assert state(bea) == "none"
    bea.is_refused(409, "nothing_to_stop", "/recovery/stop")


def test_the_old_passkeys_and_logins_die_and_what_is_shared_is_there(bea, again):
    assert "revoked" not in bea.syncs(status=401)
    assert bea.tries("/passkeys/login", bea.shown()) == "passkey_refused"
    assert SHARED in read_by(again) and PRIVATE not in read_by(again)


def test_the_address_of_her_calendar_ends_with_them(app, ada, bea, nobody):
    path = bea.posts("/calendar-feed")["url"].removeprefix(app.config["PUBLIC_ORIGIN"])
    link = link_by(ada, bea)
    assert nobody.asks("GET", path).status_code == 200
    Visitor(app, Passkey()).joins(link)
    assert nobody.asks("GET", path).status_code == 404


def test_a_phone_that_never_got_its_newest_cookie_can_say_that_it_was_not_her(app, ada, bea):
    before = bea.copied()
    bea.steps_up("export")
    Visitor(app, Passkey()).joins(link_by(ada, bea))
    assert state(before) == "ended_here"


def test_a_stand_in_gives_away_neither_kind_nor_id_and_leaves_no_gap(bea, again):
    mine = check_in("Written since", shared=False)
    again.syncs(mine)
    feed = again.feed()
    assert [change["seq"] for change in feed] == [1, 2, 3, 4]
    assert [change["kind"] for change in feed] == ["withheld", "check_in", "notice", "check_in"]
    assert feed[0]["body"] is None and feed[0]["entry"] == feed[0]["record"]
    assert feed[3]["entry"] == mine["entry"] and "Written since" in feed[3]["body"]


def test_after_seven_days_the_phone_reads_all_of_it_again(bea, again, after):
    cursor = again.syncs()["cursor"]
    assert again.syncs(cursor=cursor)["changes"] == []
    after(days=7, seconds=1)
    assert again.syncs(cursor=cursor)["resync"]
    assert PRIVATE in read_by(again)
    assert "resync" not in again.syncs(cursor=cursor)
    assert bea.syncs(status=401)["revoked"]


def test_the_recovery_code_brings_it_at_once_and_is_used_up(bea, again):
    again.feed()
    again.is_refused(410, "code_gone", "/recovery/code", {"code": "guess"})
    newer = again.posts("/recovery/code", {"code": bea.code.upper()})["code"]
    assert newer != bea.code and PRIVATE in read_by(again)
    again.is_refused(410, "code_gone", "/recovery/code", {"code": newer})
    assert bea.syncs(status=401)["revoked"] and state(again) == "none"


def test_the_old_phone_says_it_was_not_bea_and_all_is_as_before(bea, again):
    assert (state(bea), state(again)) == ("ended_here", "waiting")
    bea.posts("/recovery/stop", status=204)
    assert PRIVATE in read_by(bea) and bea.signs_in()
    again.syncs(status=401)
    assert again.tries("/passkeys/login", again.shown()) == "passkey_unknown"


def test_the_old_phone_can_say_so_for_seven_days(bea, again, after):
    after(days=7, seconds=1)
    assert state(bea) == "none"
    bea.is_refused(409, "nothing_to_stop", "/recovery/stop")


@pytest.mark.parametrize("action", ["recovery_code", "close_account"])
def test_who_came_in_again_neither_makes_a_code_nor_closes_the_account(again, action):
    asked = {
        "recovery_code": ("/recovery-code", {}),
        "close_account": ("/account/close", {"account": again.id}),
    }
    again.steps_up(action)
    again.is_refused(409, "recovering", *asked[action])


def test_taking_everything_away_takes_nothing_that_is_withheld(again):
    again.steps_up("export")
    again.posts("/export")
    assert SHARED in again.response.text.replace("\\", "")
    assert PRIVATE not in again.response.text


def test_the_locked_copy_of_an_old_phone_stays_locked(bea, again, after):
    key = f"/devices/{bea.device}/key"
    again.is_refused(409, "recovering", key)
    again.posts(f"/devices/{again.device}/key")
    after(days=7, seconds=1)
    again.posts(key)


def test_sharing_anew_what_was_taken_back_opens_nothing(app, ada, bea):
    first = check_in("Told once", shared=True)
    taken = changed(first, PRIVATE, shared=False)
    bea.syncs(first, taken)
    again = Visitor(app, Passkey()).joins(link_by(ada, bea))
    again.syncs(changed(taken, "Now", shared=True))
    assert "Told once" not in read_by(again) and PRIVATE not in read_by(again)


def test_a_second_link_opens_nothing_sooner_and_the_first_phone_can_stop_both(app, ada, bea, again):
    twice = Visitor(app, Passkey()).joins(link_by(ada, bea))
    assert PRIVATE not in read_by(twice)
    assert state(bea) == state(again) == "ended_here"
    bea.posts("/recovery/stop", status=204)
    for other in (again, twice):
        other.syncs(status=401)
        assert other.tries("/passkeys/login", other.shown()) == "passkey_unknown"
    assert PRIVATE in read_by(bea)


def test_if_the_second_is_stopped_the_first_still_waits_for_its_words_as_well(app, ada, bea, again):
    second = Visitor(app, Passkey()).joins(link_by(ada, bea))
    second.syncs(check_in("Only for the second.", shared=False))
    again.posts("/recovery/stop", status=204)
    assert PRIVATE not in read_by(again) and state(again) == "waiting"
    assert "Only for the second." not in read_by(again)


def test_a_refused_passkey_ends_nothing(app, bea, link):
    evil = Visitor(app, Passkey(origin="https://evil.example"))
    by = {"invitation": link}
    evil.registers(evil.passkey.creates(evil.posts(OPTIONS, by)), 400, **by)
    assert PRIVATE in read_by(bea) and state(bea) == "invited"


def test_olga_lets_no_client_of_adas_in(olga, bea, link):
    olga.opens(f"/practice/clients/{bea.id}/again", 404)


def test_what_was_found_out_is_gone_with_the_account(app, bea, again):
    told = app.test_cli_runner().invoke(args=["erase-account", bea.id, "--yes"])
    assert told.exit_code == 0
    assert dump.rows(app)["recovery"] == []


def test_while_it_can_be_stopped_no_phone_is_told_to_throw_its_passkey_away(bea, again, after):
    assert bea.tries("/passkeys/login", bea.shown()) == "passkey_refused"
    after(days=7, seconds=1)
    assert bea.tries("/passkeys/login", bea.shown()) == "passkey_unknown"


def test_what_ada_read_names_nothing_that_is_withheld(app, ada, bea):
    told, taken = check_in(SHARED), check_in("Told once")
    bea.syncs(told, taken)
    ada.opens(f"/practice/clients/{bea.id}")
    bea.syncs(changed(taken, PRIVATE, shared=False))
    again = Visitor(app, Passkey()).joins(link_by(ada, bea))
    again.steps_up("export")
    named = [each["entry"] for each in again.gets("/my-readings")["read"]]
    taken_away = [entry for each in again.posts("/export")["readings"] for entry in each["entries"]]
    assert named == taken_away == [told["entry"]]


def test_what_is_withheld_is_named_by_no_id_with_which_words_could_be_guessed(app, ada, bea):
    secret = check_in(PRIVATE, shared=False)
    bea.syncs(secret, changed(secret, SHARED, resolves=[secret["entry"]]))
    again = Visitor(app, Passkey()).joins(link_by(ada, bea))
    stand_in, shared, *_ = again.feed()
    assert (shared["base"], shared["resolves"]) == (stand_in["entry"], [stand_in["entry"]])
    assert secret["entry"] not in again.response.text
