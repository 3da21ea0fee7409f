"""Bea and Ben with their phones, at one server; and what must be true of them at any time."""

from contextlib import suppress
from uuid import UUID

from tests.cast import invited
from tests.pages import Visitor
from tests.sync.backups import backup
from tests.sync.network import Network
from tests.sync.phone import Disk, Phone
from tests.sync.said import Said
from webapp.extensions import db
from webapp.journal import erasure

PHONES = {"Bea's phone": "Bea", "Bea's tablet": "Bea", "Ben's phone": "Ben", "shared": "Ben"}


class Morning:
    """Everybody has come in, and nobody has written. Each history of one database begins here."""

    def __init__(self, app):
        secrets = invited(app)
        self.ada = Visitor(app).joins(secrets["Ada"])
        self.bea, self.ben = (Visitor(app).joins(secrets[name]) for name in ("Bea", "Ben"))
        self.phones = [self._phone(name, whose) for name, whose in PHONES.items()]
        self.restore = backup(app)

    def _phone(self, name, whose):
        browser = Visitor(self.ada.app, {"Bea": self.bea, "Ben": self.ben}[whose].passkey)
        phone = Phone(name, browser.signs_in(), Disk(browser.device))
        phone.settles(browser.id)
        return phone

    def begins(self):
        """A new day, on which nothing has happened yet."""
        self.restore()
        return Household(self)


class Household:
    """`said` holds what each of them has said, by their id; `phones` are theirs, by name."""

    def __init__(self, morning):
        self.ada, self.network = morning.ada.copied(), Network()
        self.phones = {phone.name: _as_it_was(phone) for phone in morning.phones}
        clients = [morning.bea, morning.ben]
        self.journals = {client.id: client.journal for client in clients}
        self.passkeys = {client.id: client.passkey for client in clients}
        self.said = {client.id: Said(client.id, client.person["name"]) for client in clients}
        self.backups = [morning.restore]

    def keeps(self, phone, deed, *about, **more):
        """Somebody writes, changes, joins or deletes on a phone that is open. Returns the entry."""
        outbox, account = phone.copy.outbox, phone.disk.account
        before = list(outbox.rows)
        item, superseded = deed(phone, *about, **more)
        added = [row.item for row in outbox.rows if row not in before]
        gone = [row for row in before if row not in outbox.rows]
        self.said[account].keeps(added, gone, superseded, (phone.name, account))
        return item

    def poisons(self, phone, **bent):
        """Somebody writes what no server takes."""
        item = self.keeps(phone, Phone.writes, f"{self.name(phone)} in vain", **bent)
        self.said[phone.disk.account].unfit.add(item["entry"])

    def name(self, phone):
        """Who is signed in on a phone."""
        return self.said[phone.disk.account].name

    def signs_in(self, phone, account):
        """Somebody takes this phone and signs in."""
        phone.signs_in(self.passkeys[account])

    def ada_reads(self, account):
        """Ada reads everything that this client shares, and says so."""
        for form in self.ada.opens(f"/practice/clients/{account}").select("form"):
            version = form.find("input", {"name": "version"})
            if version:
                self.ada.sends(form["action"])

    def syncs(self, phone, *faults, **how):
        """One round, in which these faults happen one after the other."""
        self.network.faults = list(faults)
        ended = phone.syncs(self.network, **how)
        self.network.faults = []
        return ended

    def erases(self, account, which):
        """The server erases a record for good. Backups from before go, too."""
        said, app = self.said[account], self.ada.app
        records = sorted({item["record"] for item in said.kept.values()} - said.erased)
        with app.app_context(), suppress(IndexError, LookupError):
            record = records[which % max(1, len(records))]
            erasure.erase(UUID(self.journals[account]), UUID(record))
            db.session.commit()
            said.erased.add(record)
            self.backups = [backup(app)]

    def backs_up(self):
        """The operator keeps a copy of the database."""
        self.backups.append(backup(self.ada.app))

    def goes_back(self, number):
        """The operator puts back one of the copies; the first was made in the morning."""
        self.backups[number % len(self.backups)]()
        self.network.goes_back()

    # What is true at any time

    def loses_nothing(self):
        """Whatever was kept on a phone is still there."""
        for said in self.said.values():
            for entry in said.kept.keys() - said.gone():
                phone, account = said.places[entry]
                assert entry in self.phones[phone].disk.copies[account].ids()

    def holds_no_foreign_word(self):
        """Each copy holds the words of its account, and what Ada said to them."""
        for copy in self.copies():
            name = self.said[copy.account].name
            assert all(words.startswith(f"{name} ") for words in copy.words())
            assert {change["author"] for change in copy.entries} <= {copy.account, self.ada.id}

    def copies(self):
        """Every copy on every phone."""
        return [copy for phone in self.phones.values() for copy in phone.disk.copies.values()]


def _as_it_was(phone):
    again = Phone(phone.name, phone.browser.copied(), phone.disk)
    again.restarts()
    return again
