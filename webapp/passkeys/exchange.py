"""One ceremony over two requests: what a passkey is asked, and what it shows in answer."""

from webapp.extensions import db
from webapp.passkeys import ceremony, cookies
from webapp.passkeys.models import Challenge, Passkey
from webapp.passkeys.recovery import Recovery
from webapp.people.models import Person
from webapp.security.problems import Problem
from webapp.security.strict_json import answer


def asking(purpose, options, person=None, action=None):
    """Ask this browser for a passkey, for one purpose. `options` makes the JSON of a challenge."""
    browser = cookies.browser() or cookies.new_browser()
    challenge = Challenge.ask(purpose, browser, person, action)
    body = options(challenge)
    db.session.commit()
    return cookies.give_browser(answer(body), browser)


def taken(purpose, status):
    """The challenge that this browser was given, used up. Raises Problem with `status`."""
    browser = cookies.browser()
    challenge = browser and Challenge.take(purpose, browser)
    if not challenge:
        raise refused(status)
    return challenge


def shown(asked, challenge):
    """The passkey that was shown, verified. Unknown is told apart so that a phone can forget it."""
    try:
        passkey = _held(ceremony.base64url_to_bytes(asked.id))
        ceremony.show(passkey, asked, challenge)
    except (ceremony.Refused, ValueError) as wrong:
        raise refused(401) from wrong
    return passkey


def _held(credential_id):
    """The passkey with this id, which until COMMIT nobody ends and no recovery passes by."""
    passkey = Passkey.with_credential(credential_id)
    if passkey:
        Person.hold(passkey.person_id)
        passkey = Passkey.with_credential(credential_id)
    if passkey is None:
        raise _gone(credential_id)
    return passkey


def _gone(credential_id):
    """While it may come back, its phone must not be told to throw it away."""
    if Recovery.may_give_back(credential_id):
        return refused(401)
    return Problem(401, "passkey_unknown", "This passkey does not belong to Footing any more.")


def refused(status):
    """Why it failed is nobody's business."""
    return Problem(status, "passkey_refused", "The passkey was not accepted. Please try again.")
