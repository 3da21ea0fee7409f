"""Who may sign in where: passkeys, logins and phones, given and taken, on the server's own rows."""

from base64 import b64decode
from datetime import UTC, datetime

from tests.browser.stored import hexed, rows


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
    person.calls("passkeys.js", "stepUp", "add_passkey")
    hands_the_phone_to(person, [])
    person.calls("passkeys.js", "makePasskey", {})
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
