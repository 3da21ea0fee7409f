"""What Bea does about reminders, and what the server does about them."""

import json
from datetime import UTC, datetime

from tests.entries import entry
from webapp.extensions import db
from webapp.reminders.models import Reminder

WALK = datetime(2026, 11, 26, 15, tzinfo=UTC)
EVE = datetime(2026, 11, 25, 18, tzinfo=UTC)
QUIET = {"from": "21:00", "until": "08:00"}


def preference(check_ins=True, **reminders):
    """A first entry of a preference."""
    return entry(json.dumps({"check_ins": check_ins, "reminders": reminders}), kind="preference")


def chooses(bea, earlier=None, head=(), **said):
    """Hand over what she chose; `head` bends the entry. Returns the entry."""
    new = preference(**said)
    if earlier:
        new |= {"record": earlier["record"], "base": earlier["entry"]}
    new |= dict(head)
    (result,) = bea.syncs(new)["results"]
    assert result["status"] == "stored", result
    return new


def reminded(app):
    """Send what is due, as the operator's command does. Returns how many went."""
    told = app.test_cli_runner().invoke(args=["remind"], catch_exceptions=False)
    return int(told.output.strip().rpartition(" ")[2])


def states(app):
    """What stands of every reminder, as {what: state}."""
    with app.app_context():
        return {row.what: row.state for row in db.session.scalars(db.select(Reminder))}
