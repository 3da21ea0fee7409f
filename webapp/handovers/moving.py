"""What changes with a client's yes, on the day itself and after an older backup was put back."""

from webapp import ledger
from webapp.appointments.diary import Diary
from webapp.extensions import db
from webapp.people.handover import Handover
from webapp.people.invitation import Invitation
from webapp.people.models import Person


def hand_over(handover):
    """Have the colleague go on with the client, in the caller's transaction.

    From COMMIT on the one who asked sees nothing of the client, and what they booked is called off.
    A link that they made to let the client in again, and may hold, ends as well. Whichever backup
    is put back, it stays so.
    """
    client = handover.person
    Diary.of(handover.by, client).leave()
    Invitation.end_those_of(client)
    client.therapist_id, client.closes_at = handover.to_id, None
    handover.end("yes")
    db.session.flush()
    ledger.note("handover", handover.id, client.id, handover.to_id)


def hand_over_again(handover_id, client_id, to_id):
    """The same once more, unless the database knows of it. Returns whether there was any need."""
    client, to = db.session.get(Person, client_id), db.session.get(Person, to_id)
    known = db.session.get(Handover, handover_id)
    is_done = known is not None and known.answer == "yes"
    if is_done or not (_is_here(client) and _is_here(to)) or client.therapist is None:
        return False
    handover = known or Handover(id=handover_id, person=client, by=client.therapist, to=to)
    db.session.add(handover)
    hand_over(handover)
    db.session.commit()
    return True


def _is_here(person):
    return person is not None and person.erased_at is None
