"""The pages on which both agree: the client's, filled by the phone, and the therapist's."""

from itertools import islice

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user

from webapp import content
from webapp.arrangements.schema import MOST_PARTS, ArrangementBody
from webapp.extensions import db
from webapp.journal.authoring import hold
from webapp.security.access import anyone, therapist_of_client
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import MEANWHILE, not_here
from webapp.together.forms import MOST_OF_A_PART, AnswerForm, WayForm, WordsForm, card_form
from webapp.together.moves import Table, stands
from webapp.together.pages import card_page, the_page, words_page

bp = Blueprint("together", __name__)
OF_CLIENT = "/practice/clients/<uuid:client_id>/together"


@bp.get("/together")
@anyone
def together():
    """Goals, ways of working and how the two meet, on the phone of whoever this is."""
    cards = content.arrangements().settings
    return render_template("together/together.html", cards=cards, most_of_a_part=MOST_OF_A_PART)


@bp.get(OF_CLIENT)
@therapist_of_client
def of_client(client):
    """The same for the therapist: what is agreed, what waits, how it is going."""
    return the_page(client)


@bp.route(f"{OF_CLIENT}/new/<kind>", methods=["GET", "POST"])
@therapist_of_client
def propose(client, kind):
    """Propose a goal or a way of working."""
    if kind not in ("goal", "task"):
        raise not_here()
    table = _table(client)
    form = _form(table, kind)
    if not form.validate_on_submit():
        return words_page(client, form, kind, table.offered(kind).values())
    record = table.propose(kind, **_said(form))
    return _done(client, f"m-{record}")


@bp.route(f"{OF_CLIENT}/<uuid:entry>", methods=["GET", "POST"])
@therapist_of_client
def change(client, entry):
    """Propose something instead of what stands, or change one's own words."""
    table = _table(client)
    matter = _matter(table, entry, "goal", "task")
    now = matter.newest
    form = _form(table, matter.kind, words=now.said.words, goal=now.said.goal)
    target = stands(matter, entry)
    if target is None or not form.validate_on_submit():
        status = MEANWHILE if form.is_submitted() and target is None else 200
        shown = [now, target or now, *table.offered(matter.kind, now.said.goal).values()]
        return words_page(client, form, matter.kind, shown, target or now, status)
    table.change(matter, target, state="proposed", **_said(form))
    return _done(client, _place(matter))


@bp.post(f"{OF_CLIENT}/<uuid:entry>/answer")
@therapist_of_client
def answer(client, entry):
    """Agree to what the client proposes, or say “not for me”: to that very version of it."""
    table, form = _table(client), AnswerForm()
    matter = _matter(table, entry)
    if not form.validate_on_submit():
        return the_page(client, unsent=form, to=entry)
    asked = stands(matter, entry)
    if asked is None or asked.author_id != client.id:
        return the_page(client, MEANWHILE, form)
    table.answer(matter, entry, form.answer.data, form.words.data or "")
    return _done(client, _place(matter))


@bp.post(f"{OF_CLIENT}/<uuid:entry>/aside")
@therapist_of_client
def set_aside(client, entry):
    """Put a goal or a way of working aside."""
    table, matter, target = _tapped(client, entry)
    if target is None or target is matter.set_aside:
        return the_page(client, MEANWHILE)
    table.set_aside(matter, target)
    return _done(client, _place(matter))


@bp.post(f"{OF_CLIENT}/<uuid:entry>/again")
@therapist_of_client
def take_up(client, entry):
    """Take up again what was put aside."""
    table, matter, target = _tapped(client, entry)
    if target is None or target is not matter.set_aside:
        return the_page(client, MEANWHILE)
    table.take_up(matter)
    return _done(client, _place(matter))


@bp.route(f"{OF_CLIENT}/meeting/<setting>", methods=["GET", "POST"])
@therapist_of_client
def meeting(client, setting):
    """Propose how the two meet in one setting, or a change of it."""
    table, card = _table(client), _card(setting)
    matter = table.arrangement(setting)
    now = matter and matter.newest
    form = card_form(card)(data=now.said.fields if now else None)
    is_meanwhile = request.form.get("version", "") != str(now.id if now else "")
    if is_meanwhile or not form.validate_on_submit():
        return card_page(client, form, card, now, is_meanwhile)
    _arrange(table, matter, now, ArrangementBody(setting, _fields(form, card, now), None))
    return _done(client, setting)


def _arrange(table, matter, now, said):
    if now:
        table.change(matter, now, fields=said.fields)
    elif said.fields:
        table.arrange(said)


def _fields(form, card, now):
    """What the form says, and what it does not ask for as it was, as far as there is room: what is
    left out is shown as such to both."""
    asked = {part.key for part in card.parts if not part.old}
    rest = {
        name: text for name, text in (now.said.fields if now else {}).items() if name not in asked
    }
    said = {key: getattr(form, key).data for key in asked}
    fields = {key: text for key, text in said.items() if text} | rest
    return dict(islice(fields.items(), MOST_PARTS))


def _table(client):
    if request.method == "POST":
        hold(client)
    table = Table(client, current_user)
    if table.journal is None:
        raise not_here()
    return table


def _matter(table, entry, *kinds):
    matter = table.about(entry)
    if matter is None or (kinds and matter.kind not in kinds):
        raise not_here()
    return matter


def _tapped(client, entry):
    """What a button of the page is about: the table, the matter, and the entry if it stands."""
    table = _table(client)
    matter = _matter(table, entry, "goal", "task")
    if not AgainForm().validate_on_submit():
        raise not_here()
    return table, matter, stands(matter, entry)


def _card(setting):
    card = content.arrangements().card(setting)
    if card is None:
        raise not_here()
    return card


def _form(table, kind, goal=None, **data):
    if kind == "goal":
        return WordsForm(data=data)
    goals = table.offered(kind, goal)
    form = WayForm(data={**data, "goal": str(goal) if goal in goals else ""})
    form.offer([(id, entry.said.words) for id, entry in goals.items()])
    return form


def _said(form):
    return {"words": form.words.data, "goal": getattr(form, "record", None)}


def _place(matter):
    """Where it stands on the page."""
    is_card = matter.kind == "arrangement"
    return matter.newest.said.setting if is_card else f"m-{matter.records[0]}"


def _done(client, place):
    """Back to that place, so that whoever uses the keyboard goes on from there."""
    db.session.commit()
    return redirect(url_for(".of_client", client_id=client.id, _anchor=place))
