"""Who works in the practice beside a therapist, and who is expected."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.people.invitation import Invitation
from webapp.people.models import Person


def colleagues_of(therapist):
    """The other therapists who have come in, in the order in which they were invited."""
    return _others(therapist, Person.id.in_(_came_in()))


def expected_beside(therapist):
    """Those who were invited and have not come in yet, in the same order."""
    return _others(therapist, Person.id.not_in(_came_in()), Person.name_sealed.is_not(None))


def _others(therapist, *how):
    others = select(Person).where(Person.role == "therapist", Person.id != therapist.id)
    there = others.where(Person.erased_at.is_(None), *how)
    return db.session.scalars(there.order_by(Person.created_at, Person.id)).all()


def _came_in():
    return select(Invitation.person_id).where(Invitation.used_at.is_not(None))
