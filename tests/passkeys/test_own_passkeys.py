"""Several passkeys, each with a name; one that is removed signs nobody in any more."""

import pytest

from tests.authenticator import Passkey, raw
from tests.entries import check_in
from tests.pages import Visitor


def another_of(bea, label):
    """A second passkey of Bea's, made on her phone, and signed in."""
    another = Visitor(bea.app, Passkey(origin=bea.origin, rp_id=bea.host))
    bea.steps_up("add_passkey")
    options = bea.posts("/passkeys/registration/options")
    bea.registers(another.passkey.creates(options), label=label)
    return another.signs_in()


@pytest.fixture
def tablet(bea):
    return another_of(bea, "Tablet")


def known(visitor):
    return visitor.gets("/my-passkeys")


def of(visitor, label):
    """The id of the passkey that is called so."""
    return next(p["id"] for p in known(visitor)["passkeys"] if p["label"] == label)


def removes(visitor, passkey, status=204):
    visitor.steps_up("remove_passkey")
    return visitor.posts(f"/my-passkeys/{passkey}/remove", status=status)


def test_bea_sees_which_passkeys_she_has_and_where_she_is_signed_in(bea, tablet):
    seen = known(tablet)
    assert [p["label"] for p in seen["passkeys"]] == [None, "Tablet"]
    assert [p["signed_in_here"] for p in seen["passkeys"]] == [False, True]
    assert [login["here"] for login in seen["logins"]].count(True) == 1


def test_bea_is_told_what_her_phone_needs_to_forget_a_passkey(bea, tablet):
    seen = known(bea)
    assert raw(seen["user"]) == bea.passkey.handle
    assert [raw(p["credential"]) for p in seen["passkeys"]] == [bea.passkey.id, tablet.passkey.id]


def test_a_passkey_gets_a_name(bea):
    (only,) = known(bea)["passkeys"]
    bea.posts(f"/my-passkeys/{only['id']}/name", {"label": " My phone "}, 204)
    assert known(bea)["passkeys"][0]["label"] == "My phone"


@pytest.mark.parametrize("label", ["", " ", "a\nb", "x" * 81, None, 7])
def test_a_name_is_one_line_of_letters(bea, label):
    (only,) = known(bea)["passkeys"]
    bea.posts(f"/my-passkeys/{only['id']}/name", {"label": label}, 400)


@pytest.mark.parametrize("label", ["", " ", None])
def test_a_passkey_made_with_an_empty_name_has_none_and_is_called_as_others_are(bea, label):
    another_of(bea, label)
    assert [p["label"] for p in known(bea)["passkeys"]] == [None, None]


def test_a_passkey_is_made_with_a_name_of_one_line_or_not_at_all(bea):
    another_of(bea, " Tablet ")
    assert known(bea)["passkeys"][1]["label"] == "Tablet"
    bea.steps_up("add_passkey")
    options = bea.posts("/passkeys/registration/options")
    bea.registers(Passkey(origin=bea.origin, rp_id=bea.host).creates(options), 400, label="a\nb")


def test_a_removed_passkey_signs_nobody_in_and_locks_what_it_signed_in(bea, tablet):
    removes(bea, of(bea, "Tablet"))
    assert tablet.syncs(check_in(), status=401)["revoked"]
    assert tablet.tries("/passkeys/login", tablet.shown()) == "passkey_unknown"
    bea.syncs(check_in())


def test_the_id_of_a_removed_passkey_stays_taken(app, bea, ben, tablet):
    removes(bea, of(bea, "Tablet"))
    ben.steps_up("add_passkey")
    copied = tablet.passkey.but().creates(ben.posts("/passkeys/registration/options"))
    assert ben.registers(copied, 400)["code"] == "passkey_refused"
    assert len(known(ben)["passkeys"]) == 1


def test_nobody_adds_the_passkey_of_somebody_else(bea, ben):
    ben.steps_up("add_passkey")
    copied = bea.passkey.but().creates(ben.posts("/passkeys/registration/options"))
    assert ben.registers(copied, 400)["code"] == "passkey_refused"
    assert bea.signs_in().person["name"] == "Bea"


def test_the_last_passkey_stays(bea):
    (only,) = known(bea)["passkeys"]
    assert removes(bea, only["id"], 409)["code"] == "last_passkey"
    bea.signs_in()


def test_removing_asks_for_the_passkey_once_more(bea, tablet):
    path = f"/my-passkeys/{of(bea, 'Tablet')}/remove"
    bea.steps_up("export")
    bea.is_refused(403, "step_up_required", path)


def test_bea_signs_out_the_tablet_from_her_phone(bea, tablet):
    other = next(login["id"] for login in known(bea)["logins"] if not login["here"])
    bea.posts(f"/my-logins/{other}/end", status=204)
    assert tablet.syncs(status=401)["revoked"]
    assert len(known(bea)["logins"]) == 1


def test_nobody_ends_or_names_what_is_somebody_elses(bea, ben, ada):
    passkey, login = known(bea)["passkeys"][0]["id"], known(bea)["logins"][0]["id"]
    for other in (ben, ada):
        other.posts(f"/my-logins/{login}/end", status=404)
        other.posts(f"/my-passkeys/{passkey}/name", {"label": "Mine"}, 404)
        assert removes(other, passkey, 404)["code"] == "not_found"
    assert known(bea)["passkeys"][0]["label"] is None
