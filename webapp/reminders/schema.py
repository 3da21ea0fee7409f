"""What may be in a preference, and what a browser hands over so that it can be notified."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
LOCAL, DOMAIN = r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+", r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
# Empty, or one address; letters beyond ASCII are more than many mail servers take.
MAIL_ADDRESS, LONGEST_ADDRESS = rf"^({LOCAL}@{DOMAIN})?\Z", 254
Address = Annotated[str, Meta(max_length=LONGEST_ADDRESS, pattern=MAIL_ADDRESS)]


class Quiet(Struct, forbid_unknown_fields=True, rename={"begins": "from", "ends": "until"}):
    """The hours without a reminder, on the clock of the person's phone; they may span midnight."""

    begins: Clock
    ends: Clock


class Reminders(Struct, forbid_unknown_fields=True):
    """Which reminders a client chose, and how they come. Nothing comes until it was chosen.

    `push`, `email` (to `address`) and `calendar` are the ways. `evening` is the evening before,
    `hour` an hour before, `after` the invitation to check in, `changes` word of a session that was
    moved, cancelled, or has another setting. `with_time` names the time of the session as well.
    """

    push: bool = False
    email: bool = False
    address: Address = ""
    calendar: bool = False
    evening: bool = False
    hour: bool = False
    after: bool = False
    changes: bool = False
    quiet: Quiet | None = None
    wording: Literal["plain", "with_time"] = "plain"


class PreferenceBody(Struct, forbid_unknown_fields=True):
    """Schema 1. Where `check_ins` is false, the client has stopped all check-ins."""

    check_ins: bool
    reminders: Reminders


Endpoint = Annotated[str, Meta(min_length=1, max_length=1000)]
# A point on P-256 (65 bytes) and a secret (16 bytes), in base64url as browsers write them.
Point = Annotated[str, Meta(pattern=r"^B[A-Za-z0-9_-]{86}=?\Z")]
Secret = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}(==)?\Z")]


class Keys(Struct, forbid_unknown_fields=True):
    """With these, only that browser can read what is sent to it."""

    p256dh: Point
    auth: Secret


class Subscription(Struct, forbid_unknown_fields=True):
    """Where a browser can be notified, as its `PushSubscription` says."""

    endpoint: Endpoint
    keys: Keys


class Unsubscription(Struct, forbid_unknown_fields=True):
    """A browser that is not to be notified any more."""

    endpoint: Endpoint


class PushKey(Struct):
    """The server's public key for notifications (VAPID, base64url), and whether it sends e-mail."""

    key: str
    mail: bool
