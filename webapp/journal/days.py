"""On which day something was, by the calendar of whoever wrote it."""

from datetime import datetime

from webapp.extensions import zone


def local_day(moment, zone_name):
    """The day on the client's own calendar, however wrong the clock of their phone was."""
    try:
        return moment.astimezone(zone(zone_name)).date()
    except OverflowError:  # the first or the last day that there is
        return moment.date()


def written_on(revision):
    """The day on which it was written, which may be long before it came in."""
    return local_day(datetime.fromisoformat(revision.written_at), revision.zone)
