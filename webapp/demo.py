"""An invented practice to look around in: Ada, Ben and Bea, and a year of check-ins.

Who they are and what they say is in demo.toml. It goes in by the same doors as the words of real
people, and never where a real person already is.
"""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import click
import msgspec
from flask.cli import with_appcontext

from webapp import first_run
from webapp.checkins.schema import RATINGS, AcknowledgementBody, CheckInBody, Key, Rating, Setting
from webapp.extensions import db, now
from webapp.journal.models import Entry, Journal
from webapp.journal.offers import offers
from webapp.journal.push import take
from webapp.journal.schema import Item
from webapp.people.models import Person, Practice
from webapp.people.views import invitation_url

ZONE = "Europe/London"
NEWEST = timedelta(days=6)  # so that a new check-in of one's own is clearly the next one
WRITING = timedelta(seconds=40)
ON_ITS_WAY = timedelta(seconds=20)
UNTIL_READ = timedelta(hours=20)
SKIPPED = 0.04  # of all answers
TAKEN = (
    "Somebody is here already, and a demo never mixes with real people: choose an empty INSTANCE."
)
FILLED = """\
Everybody here is invented, and so is every word they say.
A link lets you in once, within seven days, with a passkey of your own. Open each
in a browser profile of its own, because a browser is one person at a time:"""


class Week(msgspec.Struct, forbid_unknown_fields=True):
    """One line of demo.toml, where each field is explained."""

    ago: int
    level: float
    low: dict[Key, Rating] = {}
    setting: Setting | None = None
    words: str = ""
    felt_off: bool = False
    shared: bool = True
    read: bool = True


class Client(msgspec.Struct, forbid_unknown_fields=True):
    """Somebody who is in therapy with Ada, and their year."""

    name: str
    usual_setting: Setting
    ends_at: time
    check_ins: list[Week]


class Story(msgspec.Struct, forbid_unknown_fields=True):
    """The whole of demo.toml."""

    practice: str
    therapist: str
    clients: list[Client]


@click.command()
@with_appcontext
def demo():
    """Fill an empty installation with invented people, to look around."""
    first_run.prepare()
    if db.session.scalar(db.select(Person.id).limit(1)):
        raise click.ClickException(TAKEN)
    links = _fill(_story())
    db.session.commit()
    click.echo(FILLED)
    for name, link in links.items():
        click.echo(f"  {name}: {link}")


def _story():
    return msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=Story)


def _fill(story):
    """Make everybody, and let their year go by. Returns the link of each by name."""
    Practice.called(story.practice)
    therapist, secret = Person.invite_therapist(story.therapist)
    links = {story.therapist: invitation_url(secret)}
    for told in story.clients:
        client, secret = therapist.invite_client(told.name, told.usual_setting)
        links[told.name] = invitation_url(secret)
        _live(told, client, therapist)
    _receive_in_time()
    return links


def _live(told, client, therapist):
    """Let each week go by: the client checks in, and the next day it is read."""
    Journal.open_for(client)
    journal = Journal.of(client)
    chance = Random(told.name)  # noqa: S311 - the same year each time, and no secret
    for week in told.check_ins:
        said = _said(told, week, chance)
        written = said.happened_at + WRITING
        record = _send(journal, client, "check_in", said, written)
        if week.shared and week.read:
            read = AcknowledgementBody(of=record, read_at=written + UNTIL_READ)
            _send(journal, therapist, "acknowledgement", read, read.read_at)


def _said(told, week, chance):
    return CheckInBody(
        appointment=None,
        setting=week.setting or told.usual_setting,
        ratings=_ratings(week, chance),
        felt_off=week.felt_off,
        words=week.words,
        shared=week.shared,
        happened_at=_after_the_end(told, week, chance),
    )


def _ratings(week, chance):
    """Answers that come to the level of the week, a few skipped; but what was low was said."""
    each, left = divmod(round(week.level * len(RATINGS)), len(RATINGS))
    higher = chance.sample(RATINGS, left)
    skipped = {key for key in RATINGS if chance.random() < SKIPPED}
    near = {key: each + (key in higher) for key in RATINGS if key not in skipped}
    return near | week.low


def _after_the_end(told, week, chance):
    day = (now() - NEWEST - timedelta(weeks=week.ago)).date()
    end = datetime.combine(day, told.ends_at, ZoneInfo(ZONE))
    return end.astimezone(UTC) + timedelta(seconds=chance.randrange(120, 2400))


def _send(journal, author, kind, said, written):
    """Hand over a first entry as a phone would. Returns its record."""
    item = Item.first(kind, said, written, ZONE)
    (result,) = take(journal.id, author, offers(journal.id, author, [item]))
    if result.status != "stored":
        raise ValueError(f"demo.toml: {result.message} {said}")
    return item.record


def _receive_in_time():
    """The server has had each since it was written, not only since today."""
    for entry in db.session.scalars(db.select(Entry)):
        entry.received_at = datetime.fromisoformat(entry.written_at) + ON_ITS_WAY
