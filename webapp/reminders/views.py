"""Where reminders are chosen, where browsers say how to notify them, and where e-mails end."""

from flask import Blueprint, current_app, redirect, render_template, url_for
from flask_login import current_user

from webapp import content
from webapp.extensions import db, now
from webapp.people.models import Person
from webapp.reminders import planning
from webapp.reminders.browsers import PushSubscription
from webapp.reminders.endpoints import is_allowed
from webapp.reminders.forms import WaysForm
from webapp.reminders.off import PATH, turn_off, whose
from webapp.reminders.preferences import Preference
from webapp.reminders.queue import hurry
from webapp.reminders.schema import PushKey, Subscription, Unsubscription
from webapp.reminders.sender import sender
from webapp.reminders.sending import can_reach
from webapp.security.access import anyone, link_holder, signed_in, therapist
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import Problem, bad_request, not_here, too_many
from webapp.security.strict_json import Nothing, gives, takes

bp = Blueprint("reminders", __name__)


@bp.get("/reminders")
@anyone
def choose():
    """The page on which a client chooses, filled by the phone."""
    return render_template("reminders/choose.html", notes=content.notes())


@bp.get("/push-key")
@signed_in
@gives(PushKey)
def push_key():
    """What a browser needs before it can be notified, and whether e-mail is an option here."""
    return PushKey(sender().public_key, current_app.config["MAIL_SERVER"] is not None)


@bp.post("/push-subscriptions")
@signed_in
@takes(Subscription)
@gives(None, status=204)
def subscribe(asked):
    """This browser may be notified. It takes the place of what was known of it before."""
    if not is_allowed(asked.endpoint, current_app.config["PUSH_SERVICES"]):
        raise bad_request("This is not a push service that we know.")
    if current_user.role == "therapist":
        _ways().push = True
    PushSubscription.keep(current_user, asked)
    db.session.commit()
    return "", 204


@bp.post("/push-subscriptions/remove")
@signed_in
@takes(Unsubscription)
@gives(None, status=204)
def unsubscribe(asked):
    """This browser is not to be notified any more. One that is not known is as good as removed."""
    PushSubscription.forget(asked.endpoint, current_user.id)
    db.session.commit()
    return "", 204


@bp.post("/reminders/test")
@signed_in
@takes(Nothing)
@gives(None, (409, "no_way"), (429, "too_many"), status=204)
def test(asked):
    """Have a test sent on the ways that were chosen, within a minute. Ten a day are enough."""
    current_user.held()  # or one would wait for somebody who is erased just now
    if not can_reach(current_user.id):
        raise Problem(409, "no_way", "There is no way yet by which it could come.")
    if again_at := planning.test(current_user.id, now()):
        raise too_many(int((again_at - now()).total_seconds()) + 1, "That is enough for today.")
    db.session.commit()
    hurry(current_app._get_current_object())
    return "", 204


@bp.route(f"{PATH}/<token>", methods=["GET", "POST"])
@link_holder
def off(token):
    """Ends e-mails for whom the address was made. Opening it changes nothing; a mail program may
    post to it by itself (RFC 8058)."""
    preference, form = whose(token), AgainForm()
    if preference is None:
        raise not_here()
    if form.is_submitted() and preference.email:
        turn_off(preference)
        db.session.commit()
    is_off = form.is_submitted() or not preference.email
    return render_template("reminders/off.html", token=token, form=form, is_off=is_off)


@bp.route("/practice/reminders", methods=["GET", "POST"])
@therapist
def ways():
    """How a therapist is told at once of what a client wants them to know."""
    known = db.session.get(Preference, current_user.id) or Preference(email=False)
    form = WaysForm(email=known.email, address=known.address)
    if form.validate_on_submit():
        mine = _ways()
        mine.email, mine.address = form.email.data, form.address.data
        db.session.commit()
        return redirect(url_for(".ways"))
    mails = current_app.config["MAIL_SERVER"] is not None
    note = content.notes()["word"]
    return render_template("reminders/ways.html", form=form, mails=mails, note=note)


def _ways():
    """The row of this therapist; a client's is written by their journal alone."""
    Person.hold(current_user.id)  # two taps at once make one row
    mine = db.session.get(Preference, current_user.id)
    if mine is None:
        mine = Preference(person_id=current_user.id)
        db.session.add(mine)
    return mine
