"""What the server's own database holds, and of whom."""

import sqlite3
from contextlib import closing

ACCOUNT = """new Promise(found => {
    indexedDB.open("footing").onsuccess = ({target}) =>
        target.result.transaction("phone").objectStore("phone").get("account").onsuccess =
            ({target}) => found(target.result.id)
})"""
CHECK_INS = """SELECT count(*) FROM entry JOIN journal ON journal.id = entry.journal_id
    WHERE kind = 'check_in' AND journal.person_id = ?"""


def rows(server, statement, *values):
    """What a statement finds there."""
    file = server.instance / "footing.sqlite"
    with closing(sqlite3.connect(file, timeout=60)) as database, database:
        return database.execute(statement, values).fetchall()


def whose(person):
    """The id of whoever is settled on this phone."""
    return person.page.evaluate(ACCOUNT)


def hexed(account):
    """An id as the database has it."""
    return account.replace("-", "")


def sent_by(server, account):
    """How many check-in entries the server holds of one account."""
    return rows(server, CHECK_INS, hexed(account))[0][0]


def on_the_server(server, person):
    """The same, of whoever is settled on this phone."""
    return sent_by(server, whose(person))
