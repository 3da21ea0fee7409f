"""Coming in: the set-up link, invitations, the join page; and what a client's phone may know."""

import msgspec
from flask import Blueprint, render_template
from flask_login import current_user

from webapp.extensions import db
from webapp.people import codes
from webapp.people.forms import InviteForm
from webapp.people.guesses import invited
from webapp.people.handover import Handover
from webapp.people.invitation import Invitation, is_set_up
from webapp.people.links import shown_once
from webapp.people.practice import Practice
from webapp.people.schema import (
    AboutPractice,
    Asked,
    Former,
    Invited,
    LookAtInvitation,
    Named,
    OtherSide,
    RecoveryCode,
    SetUp,
    Therapist,
)
from webapp.security.access import (
    anyone,
    client_self,
    is_stepped_up,
    known_well,
    stepped_up,
    therapist,
    therapist_of_client,
)
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import invitation_gone
from webapp.security.strict_json import Nothing, gives, takes

bp = Blueprint("people", __name__)


@bp.get("/join")
@anyone
def join():
    """The page an invitation opens; its secret stays in the address's fragment."""
    return render_template("people/join.html")


@bp.get("/set-up")
@anyone
def set_up():
    """The page the one-time set-up link opens."""
    return render_template("people/set_up.html")


@bp.post("/invitations/look")
@anyone
@takes(LookAtInvitation)
@gives(Invited, (410, "invitation_gone"), (429, "too_many"))
def look(asked):
    """Who invites whom. Looking uses nothing up."""
    person, practice = invited(asked.invitation).person, Practice.ours()
    therapist = person.therapist and person.therapist.name
    again = person.joined_at is not None
    return Invited(person.name, person.role, therapist, practice and practice.name, again)


@bp.post("/set-up")
@anyone
@takes(SetUp)
@gives(Named, (410, "invitation_gone"), (429, "too_many"))
def name_practice(asked):
    """Name the practice and its first therapist, before their passkey is made."""
    person = invited(asked.invitation).person
    if person.role != "therapist" or is_set_up():
        raise invitation_gone()
    Practice.called(asked.practice.strip())
    person.name = asked.name.strip()
    db.session.commit()
    return Named(person.name, asked.practice.strip())


@bp.get("/my-therapist")
@client_self
@gives(OtherSide)
def my_therapist():
    """What a client's phone keeps about the other side, for use without signal."""
    practice, me = Practice.ours(), current_user.person
    therapist = me.therapist and _named(me.therapist)
    former = [Former(e.by_id, e.by.name, e.ended_at) for e in Handover.agreed_of(me)]
    told = practice and msgspec.convert(practice, AboutPractice, from_attributes=True)
    name, years = (practice.name, practice.years_kept) if practice else (None, None)
    usual, closes = me.usual_setting, me.closes_at
    return OtherSide(therapist, former, _asked(me), name, told, usual, years, closes)


def _asked(client):
    asked = Handover.open_of(client)
    return asked and Asked(asked.id, _named(asked.to), asked.asked_at)


def _named(person):
    return Therapist(person.id, person.name)


@bp.get("/the-practice")
@anyone
def the_practice():
    """Who the practice is and how to get in touch, filled by the phone."""
    return render_template("people/the_practice.html")


@bp.post("/recovery-code")
@client_self
@takes(Nothing)
@gives(RecoveryCode, (403, "step_up_required"), (409, "recovering"))
def recovery_code(asked):
    """A new recovery code, which ends the last one. At joining it is there for the asking, and
    again if the answer was lost; later only after a step-up."""
    known_well()
    if not current_user.has_just_come_in():
        stepped_up("recovery_code")
    code = codes.for_client(current_user.held())
    db.session.commit()
    return RecoveryCode(code)


@bp.route("/practice/clients/new", methods=["GET", "POST"])
@therapist
def invite():
    """Add a client, and get the invitation to give them."""
    form = InviteForm()
    if not (form.validate_on_submit() and is_stepped_up("invite")):
        return render_template("people/invite.html", form=form)
    client, secret = current_user.person.invite_client(form.name.data, form.usual_setting.data)
    db.session.commit()
    return shown_once(client, secret)


@bp.route("/practice/clients/<uuid:client_id>/invitation", methods=["GET", "POST"])
@therapist_of_client
def invitation(client):
    """The state of an invitation; a new link ends the old one."""
    form = AgainForm()
    if client.joined_at or not (form.validate_on_submit() and is_stepped_up("invite")):
        return render_template("people/invitation_state.html", client=client, form=form)
    secret = Invitation.to(client)
    db.session.commit()
    return shown_once(client, secret)
