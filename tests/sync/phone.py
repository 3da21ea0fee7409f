"""A phone, small and honest: what it does with people's words, by the rules of webapp/static/js."""

from copy import deepcopy
from dataclasses import dataclass, field
from uuid import UUID

from tests.entries import check_in, entry
from tests.sync.copies import Copy
from tests.sync.network import SwitchedOff
from tests.sync.rounds import BATCH, PAGE, Round
from webapp.extensions import db, now
from webapp.passkeys.devices import Device
from webapp.passkeys.logins import Login
from webapp.security.digest import digest


@dataclass
class Disk:
    """All that outlives a restart: whose phone it is just now, and a copy for each account."""

    device: str
    account: str | None = None
    copies: dict = field(default_factory=dict)
    owes_sign_out: bool = False


class Phone:
    """`browser` is a Visitor, whose cookies outlive a restart too."""

    def __init__(self, name, browser, disk):
        self.name, self.browser, self.disk = name, browser, disk

    @property
    def copy(self):
        """The copy that can be read here now; None while nobody is settled here."""
        return self.disk.copies.get(self.disk.account)

    def restarts(self):
        """Switched off and on."""
        self.disk = deepcopy(self.disk)

    # Signing in and out: account.js

    def signs_in(self, passkey):
        """Somebody signs in here; whoever was here before is locked out first."""
        self.browser.passkey = passkey
        self.settles(self.browser.signs_in().id)

    def settles(self, account):
        """Open this account's copy with the key that the server gives, or make it."""
        self.disk.account = None
        key = self.browser.posts(f"/devices/{self.disk.device}/key")["key"]
        copy = self.disk.copies.setdefault(account, Copy(account, self.disk.device, key))
        assert copy.key == key, "What is kept here does not open any more."
        self.disk.account, self.disk.owes_sign_out = account, False

    def signs_out(self, has_signal=True):
        """Locked at once; the server hears of it now or later."""
        self.disk.account, self.disk.owes_sign_out = None, True
        if has_signal:
            self.pays_sign_out()

    def pays_sign_out(self):
        """Tell the server of a sign-out that it has not heard of."""
        if self.disk.owes_sign_out:
            self.browser.signs_out()
            self.disk.owes_sign_out = False

    def is_revoked(self):
        """Its owner says elsewhere that this phone is not theirs any more."""
        with self.browser.app.app_context():
            gone = {"revoked_at": now()}
            cookie = self.browser.cookie("login")
            of_browser = Login.token_hash == digest(cookie.value if cookie else "")
            db.session.execute(db.update(Login).where(of_browser).values(gone))
            db.session.execute(
                db.update(Device).where(Device.id == UUID(self.disk.device)).values(gone)
            )
            db.session.commit()

    # Writing: check-ins.js. Each returns the entry that was made, and what it supersedes.

    def writes(self, words, shared=True, **bent):
        """A new check-in."""
        return self._keeps(check_in(words, shared, **bent))

    def changes(self, record, words, shared=True):
        """A change of what counts."""
        current, *_ = self.copy.standing()[record]
        return self._keeps(check_in(words, shared, record=record, base=current["entry"]), current)

    def joins(self, record, words, shared=True):
        """Every version that stands becomes one."""
        heads = self.copy.standing()[record]
        return self._keeps(check_in(words, shared, record=record, **_after(heads)), *heads)

    def deletes(self, record):
        """Every version that stands is deleted."""
        heads = self.copy.standing()[record]
        return self._keeps(entry(None, op="delete", record=record, **_after(heads)), *heads)

    def _keeps(self, item, *superseded):
        self.copy.keep(item)
        return item, [head["entry"] for head in superseded]

    # Sending: sending.js

    def syncs(self, network, batch=BATCH, page=PAGE, looks_first=False):
        """One round. Returns how it ended."""
        self.pays_sign_out()
        if self.copy is None:
            return "nobody"
        try:
            return Round(self.copy, self.post(network), batch, page).run(looks_first)
        except SwitchedOff:
            return self.restarts()

    def post(self, network):
        """What a round posts with: through this network, with the cookie of this browser."""

        def other_tab():
            faults, network.faults = network.faults, []
            Round(self.copy, self.post(network)).run()
            network.faults = faults

        return lambda body: network.carry(self.browser, body, other_tab)


def _after(heads):
    first, *others = [head["entry"] for head in heads]
    return {"base": first, "resolves": others}
