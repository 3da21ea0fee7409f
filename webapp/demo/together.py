"""What the invented people agree, answer and leave open: the last part of story.toml."""

from datetime import datetime, timedelta

import msgspec

from webapp.arrangements.schema import ArrangementBody, Parts
from webapp.content.shapes import Setting
from webapp.extensions import db
from webapp.goals.schema import AgreementBody, GoalBody, ProgressBody
from webapp.journal.authoring import write
from webapp.journal.models import Entry, Journal

A_WHILE = timedelta(minutes=7)  # from one word to the next


class Word(msgspec.Struct, forbid_unknown_fields=True):
    """One thing that somebody says. `of`, `goal` and `instead_of` are names of earlier ones."""

    by: str
    name: str = ""
    kind: str = ""
    words: str = ""
    of: str = ""
    goal: str = ""
    instead_of: str = ""
    answer: str = "agree"
    value: int | None = None
    fits: str | None = None
    setting: Setting | None = None
    fields: Parts = {}


class Together(msgspec.Struct, forbid_unknown_fields=True):
    """What one client and Ada said to each other about what they agree, in order."""

    client: str
    words: list[Word]


def agree(told, client, therapist):
    """Let them say all of it, one after the other, after everything else that was said."""
    journal, named = Journal.of(client), {}
    moment = datetime.fromisoformat(_newest(journal.id).written_at)
    for word in told.words:
        moment += A_WHILE
        author = client if word.by == client.name else therapist
        write(journal.id, author, word.kind, _body(word, named))
        entry = _newest(journal.id)
        entry.written_at, named[word.name] = moment.isoformat(), entry


def _body(word, named):
    if word.kind == "progress":
        return ProgressBody(named[word.of].record, word.value, word.fits, word.words)
    if word.kind == "agreement":
        return AgreementBody(named[word.of].id, word.answer, word.words)
    replaces = named[word.instead_of].id if word.instead_of else None
    if word.kind == "arrangement":
        return ArrangementBody(word.setting, word.fields, replaces)
    goal = named[word.goal].record if word.goal else None
    return GoalBody(word.words, "proposed", goal, replaces)


def _newest(journal_id):
    of_journal = db.select(Entry).where(Entry.journal_id == journal_id)
    return db.session.scalars(of_journal.order_by(Entry.seq.desc()).limit(1)).one()
