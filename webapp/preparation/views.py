"""The preparation page, the same for everybody; and where a therapist looks after its tips."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user

from webapp import content
from webapp.extensions import db
from webapp.preparation import library
from webapp.preparation.delivering import deliver, take_back
from webapp.preparation.forms import RewordForm, TipForm
from webapp.preparation.models import PracticeTip
from webapp.preparation.words import words
from webapp.security.access import anyone, still_theirs, therapist
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import MEANWHILE, not_here

bp = Blueprint("preparation", __name__)
TO = ("on", "off", "as it was")


@bp.get("/prepare")
@anyone
def prepare():
    """Tips by setting, those for every session, and what there is to read about it."""
    return render_template(
        "preparation/prepare.html",
        tips=content.tips(),
        words=words(),
        settings=content.check_in().settings,
        pieces=content.learn().pieces,
    )


@bp.get("/practice/tips")
@therapist
def tips():
    """Every tip, and what can be done with it; with `open`, one setting's unfolded."""
    found = library.library(current_user.person)
    return render_template(
        "preparation/tips.html",
        own=[shown for shown in found if not shown.built_in],
        built_in=[shown for shown in found if shown.built_in],
        settings=content.check_in().settings,
        form=AgainForm(),
    )


@bp.route("/practice/tips/new", methods=["GET", "POST"])
@therapist
def new_tip():
    """A tip of the practice's own. What stands already, of two taps or for long, is not made
    again."""
    form = TipForm(current_user.person.clients())
    if not form.validate_on_submit():
        return _new_page(form)
    said = {"setting": form.setting.data, "title": form.title.data, "text": form.text.data}
    tip = PracticeTip(person_id=form.person_id, state="on", **said)
    PracticeTip.hold()
    twin = next(filter(tip.is_like, PracticeTip.all_for(current_user.person)), None)
    return _back_to(twin.setting, twin.id) if twin else _delivered(tip)


@bp.route("/practice/tips/<uuid:tip_id>", methods=["GET", "POST"])
@therapist
def reword(tip_id):
    """Other words for a tip. A built-in one goes on under the same id on phones."""
    if request.method == "POST":
        PracticeTip.hold()
    shown = library.one(current_user.person, tip_id)
    if shown is None:
        return _left_over()
    form = RewordForm(shown.words)
    if not form.validate_on_submit() or form.is_meanwhile:
        page = render_template("preparation/reword.html", form=form, shown=shown)
        return page, MEANWHILE if form.is_meanwhile else 200
    tip = _own(shown)
    tip.title, tip.text = form.title.data, form.text.data
    return _delivered(tip)


@bp.post("/practice/tips/<uuid:tip_id>/state")
@therapist
def switch(tip_id):
    """Switch a tip on or off, or have it as it was: a built-in one in its own words, one of the
    practice's own not at all."""
    PracticeTip.hold()
    shown, to = library.one(current_user.person, tip_id), request.form.get("to")
    if shown is None and to == "as it was":  # it is gone already: this was a second tap
        return redirect(url_for(".tips"))
    if shown is None or not AgainForm().validate_on_submit() or to not in TO:
        raise not_here()
    is_back = to == "as it was" or (to == "on" and shown.built_in and not shown.is_reworded)
    if not is_back:
        tip = _own(shown)
        tip.state = to
        return _delivered(tip)
    if shown.own:
        take_back(shown.own)
        db.session.commit()
    return _back_to(shown.words.setting, tip_id)


def _left_over():
    """Words for a tip that was deleted before they came may be those of a new one."""
    if request.method != "POST":
        raise not_here()
    return _new_page(TipForm(current_user.person.clients()), is_gone=True), MEANWHILE


def _new_page(form, is_gone=False):
    return render_template("preparation/new_tip.html", form=form, is_gone=is_gone)


def _own(shown):
    """The practice's word on a tip, which may be its first."""
    built_in = shown.built_in
    return shown.own or PracticeTip(
        id=shown.id, setting=built_in.setting, title=built_in.title, text=built_in.text, state="on"
    )


def _delivered(tip):
    db.session.add(tip)
    db.session.flush()
    deliver(tip)
    if tip.person:
        still_theirs(tip.person)
    db.session.commit()
    return _back_to(tip.setting, tip.id)


def _back_to(setting, tip_id):
    return redirect(url_for(".tips", open=setting, _anchor=f"t-{tip_id}"))
