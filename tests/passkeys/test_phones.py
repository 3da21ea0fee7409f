"""The phones that keep a copy of a journal, and people who share one."""

from uuid import uuid4

import pytest

from tests.authenticator import raw
from tests.crowd import at_once
from tests.dump import everything
from tests.entries import check_in
from tests.pages import Visitor
from webapp import create_app
from webapp.extensions import db, now
from webapp.passkeys.devices import Device
from webapp.passkeys.logins import Login


def key(person, device=None):
    return person.posts(f"/devices/{device or person.device}/key")["key"]


def revoke(app):
    """Revoke every phone there is."""
    with app.app_context():
        db.session.execute(db.update(Device).values(revoked_at=now()))
        db.session.commit()


def test_beas_phone_gets_the_same_32_bytes_each_time(bea):
    assert len(raw(key(bea))) == 32
    assert key(bea) == key(bea)


def test_each_person_and_each_phone_has_a_key_of_its_own(bea, ben):
    assert len({key(bea), key(ben), key(bea, uuid4()), key(ben, bea.device)}) == 4


def test_a_restored_server_gives_the_same_key(app, bea):
    before = key(bea)
    restored = create_app({"INSTANCE": str(app.config["INSTANCE"])} | database(app))
    again = Visitor(restored, bea.passkey).signs_in()
    assert key(again, bea.device) == before
    with restored.app_context():
        db.engine.dispose()


def database(app):
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    return {"DATABASE_URL": url} if url.startswith("postgresql") else {}


def test_the_key_is_kept_nowhere(app, bea):
    secret = key(bea)
    kept = everything(app)
    assert secret.encode() not in kept and raw(secret) not in kept


def test_nobody_gets_a_key_without_signing_in(nobody):
    nobody.is_refused(401, "not_signed_in", f"/devices/{nobody.device}/key")


def test_a_revoked_phone_gets_its_key_only_after_a_new_sign_in(app, bea, after):
    before = key(bea)
    revoke(app)
    bea.is_refused(401, "not_signed_in", f"/devices/{bea.device}/key")
    after(seconds=1)
    assert key(bea.signs_in()) == before


def test_revoking_a_phone_of_bea_leaves_ben_alone(app, bea, ben):
    key(bea)
    revoke(app)
    assert key(ben, bea.device)


@pytest.mark.parametrize("device", ["1", "phone", "0" * 32, "..%2f", "é"])
def test_a_phone_has_a_uuid_or_is_not_there(bea, device):
    bea.is_refused(404, "not_found", f"/devices/{device}/key")


def test_eight_tabs_that_start_on_a_new_phone_get_one_key(app, bea):
    tabs = [bea.copied() for _ in range(8)]
    keys = at_once(*[lambda tab=tab: key(tab, bea.device) for tab in tabs])
    assert len(set(keys)) == 1


def test_ben_signs_in_on_beas_phone_and_is_himself(bea, ben):
    hers = bea.id
    bea.signs_out()
    bea.passkey = ben.passkey
    assert bea.signs_in().gets("/me")["person"]["name"] == "Ben"
    assert bea.id == ben.id != hers


def test_what_bea_wrote_on_a_shared_phone_is_never_sent_as_bens(bea, ben):
    waiting = bea.sync(check_in("only for me"))
    bea.signs_out()
    bea.passkey = ben.passkey
    bea.signs_in().is_refused(403, "wrong_account", "/sync", waiting)
    assert ben.feed() == bea.feed() == []


def test_what_bea_wrote_on_a_shared_phone_goes_when_she_is_back(bea, ben):
    waiting, hers = bea.sync(check_in("only for me")), bea.passkey
    bea.passkey = ben.passkey
    bea.signs_in().is_refused(403, "wrong_account", "/sync", waiting)
    bea.passkey = hers
    bea.signs_in().posts("/sync", waiting)
    assert len(bea.feed()) == 1


def end_logins(app):
    """Sign everybody out from elsewhere."""
    with app.app_context():
        db.session.execute(db.update(Login).values(revoked_at=now()))
        db.session.commit()


def test_fault_26_a_phone_that_was_shut_out_is_told_so_and_gets_no_key(app, bea):
    key(bea), end_logins(app)
    for path, body in ((f"/devices/{bea.device}/key", {}), ("/sync", bea.sync())):
        assert bea.is_refused(401, "not_signed_in", path, body)["revoked"] is True
    assert key(bea.signs_in())


def test_fault_26_a_revoked_device_is_told_so_too(app, bea):
    key(bea), revoke(app)
    refusal = bea.is_refused(401, "not_signed_in", f"/devices/{bea.device}/key")
    assert refusal["revoked"] is True


def test_fault_26_a_login_that_ran_out_is_no_reason_to_lock_what_a_phone_keeps(bea, after):
    key(bea), after(days=31)
    assert "revoked" not in bea.is_refused(401, "not_signed_in", f"/devices/{bea.device}/key")
