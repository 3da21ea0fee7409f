"""Refusals: what is said of each, in the shape of `application/problem+json`."""

import msgspec

TITLES = {
    400: "Not understood",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not here",
    405: "Not like this",
    409: "Not as it is now",
    410: "Gone",
    413: "Too large",
    415: "Not JSON",
    426: "Update needed",
    429: "Too often",
    500: "Our mistake",
    503: "Busy",
}
MEANWHILE = 409  # what a page showed had changed before what was sent from it came
RETRY_AFTER_S = 5


class Limits(msgspec.Struct, frozen=True):
    """How much a phone may send at once."""

    items: int
    bytes: int


class ProblemDetails(msgspec.Struct, kw_only=True, rename={"action": "for"}):
    """What is said of a refusal. `for` is the action that wants a passkey; `revoked` says that this
    phone was shut out, and locks what it keeps."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    action: str | msgspec.UnsetType = msgspec.UNSET
    limits: Limits | msgspec.UnsetType = msgspec.UNSET
    revoked: bool | msgspec.UnsetType = msgspec.UNSET


class Problem(Exception):
    """A refusal: an HTTP status, a stable code for programs and a sentence for people."""

    retry_after_s = None

    def __init__(self, status, code, detail, **more):
        super().__init__(code)
        self.status, self.code = status, code
        title = TITLES.get(status, "Refused")
        self.told = ProblemDetails(title=title, status=status, code=code, detail=detail, **more)

    @property
    def detail(self):
        """The sentence."""
        return self.told.detail


def bad_request(detail):
    """A request that cannot be understood; nothing was stored."""
    return Problem(400, "bad_request", detail)


def not_signed_in():
    """Nobody is signed in, or not any more."""
    return Problem(401, "not_signed_in", "Sign in with your passkey.")


def wrong_account():
    """The phone is one person's and the login another's: neither is told of, or does, anything."""
    return Problem(403, "wrong_account", "This phone is signed in as somebody else.")


def shut_out():
    """Somebody ended this login, or shut out this phone, from elsewhere."""
    return Problem(401, "not_signed_in", "Sign in again on this phone.", revoked=True)


def not_here():
    """Not yours and not there look the same."""
    return Problem(404, "not_found", "There is nothing here.")


def too_many(wait_s, detail="That was too often. Please try again later."):
    """Too often from there; `wait_s` is in how many seconds it is worth trying again."""
    problem = Problem(429, "too_many", detail)
    problem.retry_after_s = max(1, wait_s)
    return problem


def invitation_gone():
    """Unknown, used, revoked and expired look the same."""
    return Problem(410, "invitation_gone", "This invitation cannot be used any more.")


def code_gone():
    """Wrong, used and unknown look the same."""
    return Problem(410, "code_gone", "This code cannot be used.")


def recovering():
    """Until it is known who was let in again, nothing is given or done that only they may have."""
    return Problem(409, "recovering", "You were let in again just now. This has to wait.")


def busy():
    """Nothing is known to be stored, and trying again is right."""
    problem = Problem(503, "busy", "Footing is busy. Please try again in a moment.")
    problem.retry_after_s = RETRY_AFTER_S
    return problem


def account_erased():
    """The account is gone, and whatever a phone keeps of it must go too."""
    return Problem(410, "account_erased", "This account has been closed, and its words are gone.")


def speaks_json(view):
    """Mark a view whose every answer, errors included, is JSON."""
    view.speaks_json = True
    return view
