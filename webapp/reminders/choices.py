"""What counts of what a client chose: the same rule as on the phone (static/js/preferences.js).

Two phones may each have begun a record, or changed one without knowing of each other. All of it
stands then, and whatever was switched off in one place stays off until something else is chosen.
"""

from operator import attrgetter

from msgspec.structs import replace

from webapp.journal import records
from webapp.reminders.schema import PreferenceBody

SWITCHES = ("push", "email", "evening", "hour", "after", "changes")


def standing(journal_id):
    """All entries that stand, the newest first."""
    stood = records.of_kind(journal_id, "preference")
    heads = [head for record in stood for head in record.heads]
    return sorted(heads, key=attrgetter("seq"), reverse=True)


def counted(bodies):
    """What counts of these, the newest first: the most restrained of each. Pure."""
    reminders = [body.reminders for body in bodies]
    switches = {name: all(getattr(each, name) for each in reminders) for name in SWITCHES}
    quiet = next((each.quiet for each in reminders if each.quiet), None)
    wording = min(each.wording for each in reminders)  # "plain" before "with_time"
    return PreferenceBody(
        all(body.check_ins for body in bodies),
        replace(reminders[0], **switches, quiet=quiet, wording=wording),
    )
