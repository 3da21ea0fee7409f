"""What a reminder says: from the data file, the same for everybody."""

from dataclasses import dataclass

from webapp import content


@dataclass(frozen=True)
class Words:
    """One reminder in words, and the page that a tap opens."""

    title: str
    text: str
    page: str


def words(what, starts_at, zone, with_time, now):
    """The words of a reminder that is sent now, for an appointment that starts then."""
    note = content.notes()[what]
    there, here = starts_at.astimezone(zone), now.astimezone(zone)
    day = "today" if there.date() == here.date() else "tomorrow"
    title = note.timed if with_time and note.timed else note.title
    told = {"day": day, "Day": day.capitalize(), "time": f"{there:%H:%M}"}
    return Words(title.format(**told), note.text, note.page)
