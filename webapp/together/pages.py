"""The therapist's pages on which both agree, each noted as a reading of what the client wrote."""

from flask import render_template
from flask_login import current_user

from webapp import content
from webapp.audit.log import note, written_by
from webapp.journal.days import written_on
from webapp.people.handover import Handover
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import MEANWHILE
from webapp.together.forms import AnswerForm
from webapp.together.moves import Table


def the_page(client, status=200, unsent=None, to=None):
    """All of it: what is agreed, what waits, how it is going. `unsent` is the therapist's answer
    that was not taken, as an AnswerForm; `to` is the entry whose field has its words again."""
    table = Table(client, current_user)
    note(client, written_by(client, table.shown()))
    return render_template(
        "together/of_client.html",
        client=client,
        table=table,
        cards=content.arrangements().settings,
        form=AgainForm(),
        answer=AnswerForm(formdata=None),
        status=status,
        unsent=unsent,
        to=to if _asks_about(table, to) else None,
        me=current_user.id,
        written_on=written_on,
        former={each.by_id: each.by.name for each in Handover.agreed_of(client)},
    ), status


def _asks_about(table, entry):
    """Whether the page has a field for the answer to this entry."""
    theirs = [m.proposals.get("client") for m in table.matters if not m.set_aside]
    return any(each and each.said.id == entry and each.answer != "changed" for each in theirs)


def words_page(client, form, kind, shown, now=None, status=200):
    """A goal or a way of working, to be written: instead of `now`, if it is given. `shown` are all
    entries whose words are on the page."""
    note(client, written_by(client, shown))
    page = render_template(
        "together/words.html", client=client, form=form, kind=kind, now=now,
        is_meanwhile=status == MEANWHILE,
    )  # fmt: skip
    return page, status


def card_page(client, form, card, now, is_meanwhile):
    """How the two meet in one setting, to be written."""
    note(client, written_by(client, [now] if now else []))
    is_late = is_meanwhile and form.is_submitted()
    page = render_template(
        "together/card.html", client=client, form=form, card=card, now=now, is_meanwhile=is_late
    )
    return page, MEANWHILE if is_late else 200
