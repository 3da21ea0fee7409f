"""Filling an empty installation with the invented practice.

What its people say goes in by the same doors as the words of real people, and never where a real
person already is.
"""

from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace

import click
import msgspec
from flask import current_app
from flask.cli import with_appcontext
from msgspec.structs import replace

from webapp import first_run
from webapp.appointments.diary import Diary
from webapp.appointments.hours import ZONE
from webapp.appointments.models import Appointment
from webapp.appointments.recurrence import Rhythm, instant, on_the_wall
from webapp.appointments.schema import AppointmentBody
from webapp.appointments.series import Series
from webapp.checkins.schema import RATINGS, AcknowledgementBody, CheckInBody
from webapp.demo.story import Week, read_story
from webapp.demo.together import agree
from webapp.extensions import db, now
from webapp.journal.models import Entry, Journal
from webapp.journal.offers import offers
from webapp.journal.push import take
from webapp.journal.records import of_kind
from webapp.journal.schema import Item
from webapp.people.links import invitation_url
from webapp.people.models import Person
from webapp.people.practice import Practice
from webapp.port import require_free
from webapp.repairs.models import TalkingPoint
from webapp.repairs.schema import TalkingPointBody

NEWEST = timedelta(days=6)  # so that a new check-in of one's own is clearly the next one
WRITING = timedelta(seconds=40)
ON_ITS_WAY = timedelta(seconds=20)
UNTIL_READ = timedelta(hours=20)
BOOKED_BEFORE = timedelta(days=3)
MINUTES = 50
A_MOMENT = timedelta(seconds=30)
SKIPPED = 0.04  # of all answers
TAKEN = (
    "Somebody is here already, and a demo never mixes with real people: choose an empty INSTANCE."
)
FILLED = """\
Everybody here is invented, and so is every word they say.
A link lets you in once, within seven days, with a passkey of your own. Open each
in a browser profile of its own, because a browser is one person at a time:"""


@click.command()
@with_appcontext
def demo():
    """Fill an empty installation with invented people, to look around.

    The links work once and at one address, so that it can be served there is seen first.
    """
    require_free(current_app.config["BIND"], current_app.config["PORT"])
    first_run.prepare()
    if db.session.scalar(db.select(Person.id).limit(1)):
        raise click.ClickException(TAKEN)
    links = _fill(read_story())
    db.session.commit()
    click.echo(FILLED)
    for name, link in links.items():
        click.echo(f"  {name}: {link}")


def _fill(story):
    """Make everybody, and let their year go by. Returns the link of each by name."""
    Practice.called(story.practice)
    for name, words in msgspec.structs.asdict(story.tells).items():
        setattr(Practice.ours(), name, words)
    therapist, secret = Person.invite_therapist(story.therapist)
    links = {story.therapist: invitation_url(secret)}
    for told in story.clients:
        client, secret = therapist.invite_client(told.name, told.usual_setting)
        links[told.name] = invitation_url(secret)
        _live(told, client, therapist)
        for each in story.together:
            if each.client == told.name:
                agree(each, client, therapist)
    _receive_in_time()
    return links


def _live(told, client, therapist):
    """Let each week go by: they meet, the client checks in, and the next day it is read."""
    Journal.open_for(client)
    journal = Journal.of(client)
    chance = Random(told.name)  # noqa: S311 - the same year each time, and no secret
    for week in told.check_ins:
        written = _meet(told, week, journal, client, therapist, chance)
    _go_on(told, journal, therapist, written)


def _meet(told, week, journal, client, therapist, chance):
    """One session, booked beforehand, and what is said of it. Returns when the last word was."""
    plan = _plan(told, week)
    booked = _send(journal, therapist, "appointment", plan, plan.starts_at - BOOKED_BEFORE)
    said = _said(plan, week, chance, booked.record)
    written = said.happened_at + WRITING
    checked_in = _send(journal, client, "check_in", said, written)
    if week.talk:
        _talk(week.talk, journal, client, checked_in.record, written + A_MOMENT)
    written += UNTIL_READ
    if week.shared and week.read:
        read = AcknowledgementBody(of=checked_in.record, read_at=written)
        _send(journal, therapist, "acknowledgement", read, written)
        written += A_MOMENT
    _send(journal, therapist, "appointment", replace(plan, state="attended"), written, booked)
    return written


def _talk(talk, journal, client, check_in, written):
    """What the client wants to talk about, or what became of it; shared since it came in."""
    last = None if talk.words else of_kind(journal.id, "talking_point")[-1].current
    follows = last and SimpleNamespace(entry=last.id, record=last.record)
    first = last.said if last else TalkingPointBody(check_in, talk.words, "say", "open", False)
    said = replace(first, route=talk.route, state=talk.state, shared=talk.shared)
    record = _send(journal, client, "talking_point", said, written, follows).record
    if not first.shared:
        db.session.get(TalkingPoint, (journal.id, record)).since = written + ON_ITS_WAY


def _go_on(told, journal, therapist, written):
    """What is ahead: every week, at the same time."""
    plan = _plan(told, Week(ago=-1, level=0))
    first_on = on_the_wall(plan.starts_at, ZONE).date()
    series = Series.of(Diary(therapist, journal.id), plan, Rhythm(first_on), told.starts_at)
    db.session.add(series)
    for number, day in enumerate(series.due(now().date()), 1):
        said, moment = series.appointment_on(day), written + number * A_MOMENT
        record = _send(journal, therapist, "appointment", said, moment).record
        db.session.flush()
        Appointment.put_in_series(journal.id, record, series.id)


def _plan(told, week):
    """The session of a week, as it was booked."""
    setting = week.setting or told.usual_setting
    where = told.places[setting]
    return AppointmentBody(
        starts_at=_start(told, week), zone=ZONE, minutes=MINUTES, setting=setting,
        place=where.place, link=where.link, state="booked",
    )  # fmt: skip


def _start(told, week):
    day = (now() - NEWEST - timedelta(weeks=week.ago)).date()
    return instant(day, told.starts_at, ZONE)


def _said(plan, week, chance, appointment):
    end = plan.starts_at + timedelta(minutes=plan.minutes)
    return CheckInBody(
        appointment=appointment,
        setting=plan.setting,
        ratings=_ratings(week, chance),
        felt_off=week.felt_off,
        words=week.words,
        shared=week.shared,
        happened_at=end + timedelta(seconds=chance.randrange(120, 2400)),
    )


def _ratings(week, chance):
    """Answers that come to the level of the week, a few skipped; but what was low was said."""
    each, left = divmod(round(week.level * len(RATINGS)), len(RATINGS))
    higher = chance.sample(RATINGS, left)
    skipped = {key for key in RATINGS if chance.random() < SKIPPED}
    near = {key: each + (key in higher) for key in RATINGS if key not in skipped}
    return near | week.low


def _send(journal, author, kind, said, written, follows=None):
    """Hand over an entry as a phone would, a first one or one that follows. Returns the item."""
    base, record = ([follows.entry], follows.record) if follows else ([], None)
    item = Item.following(base, record, kind, said, written, ZONE)
    (result,) = take(journal.id, author, offers(journal.id, author, [item]))
    if result.status != "stored":
        raise ValueError(f"story.toml: {result.message} {said}")
    return item


def _receive_in_time():
    """The server has had each since it was written, not only since today."""
    for entry in db.session.scalars(db.select(Entry)):
        entry.received_at = datetime.fromisoformat(entry.written_at) + ON_ITS_WAY
