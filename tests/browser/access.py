"""Who may sign in where: passkeys, logins and phones, given and taken, on the server's own rows."""

from base64 import b64decode
from datetime import UTC, datetime

from tests.browser.people import ACCOUNT, rows

SENT = """SELECT count(*) FROM entry JOIN journal ON journal.id = entry.journal_id
    WHERE kind = 'check_in' AND journal.person_id = ?"""
OURS = """async (deed) => {
    const [{href}] = document.querySelectorAll("link[rel=modulepreload]");
    const passkeys = await import(href.replace(/[^/]*$/, "passkeys.js"));
    await (deed === "step up" ? passkeys.stepUp("add_passkey") : passkeys.makePasskey({}));
}"""


def whose(person):
    """The id of whoever is settled on this phone."""
    return person.page.evaluate(ACCOUNT)


def sent_by(server, account):
    """How many check-in entries the server holds of one account."""
    return rows(server, SENT, hexed(account))[0][0]


def hexed(account):
    """An id as the database has it."""
    return account.replace("-", "")


def hands_the_phone_to(person, passkeys):
    """From now on the phone offers these passkeys and no others."""
    asked = {"authenticatorId": person.authenticator}
    person.cdp.send("WebAuthn.clearCredentials", asked)
    for credential in passkeys:
        person.cdp.send("WebAuthn.addCredential", {**asked, "credential": credential})


def adds_a_passkey(person):
    """Make one more passkey. Returns it; the phone goes on offering the first one."""
    first = person.passkeys()
    person.opens("/phone")
    person.page.evaluate(OURS, "step up")
    hands_the_phone_to(person, [])
    person.page.evaluate(OURS, "make")
    spare = person.passkeys()
    hands_the_phone_to(person, first)
    return spare


def shuts_out(server, account):
    """End every login of this account and revoke its phones, as from elsewhere."""
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    for table in ("device", "login"):
        rows(
            server, f"UPDATE {table} SET revoked_at = ? WHERE person_id = ?", moment, hexed(account)
        )


def revokes(server, passkey):
    """Take one passkey away, with the logins that it began."""
    (id,) = rows(
        server, "SELECT id FROM passkey WHERE credential_id = ?", b64decode(passkey["credentialId"])
    )[0]
    rows(server, "DELETE FROM login WHERE passkey_id = ?", id)
    rows(server, "DELETE FROM passkey WHERE id = ?", id)


def takes_access_away(server, account):
    """Take all passkeys of this account away, with the logins that they began. Returns them."""
    taken = rows(server, "SELECT * FROM passkey WHERE person_id = ?", hexed(account))
    for table in ("login", "passkey"):
        rows(server, f"DELETE FROM {table} WHERE person_id = ?", hexed(account))
    return taken


def gives_access_back(server, taken):
    """The same passkeys as before."""
    for row in taken:
        rows(server, f"INSERT INTO passkey VALUES ({', '.join('?' * len(row))})", *row)
