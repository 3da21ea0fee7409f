"""Ada's diary, written behind her pages, for tests of what Bea's phone makes of it."""

from datetime import timedelta
from uuid import UUID

from msgspec.structs import replace

from tests.appointments.booked import WALK
from tests.browser.stored import whose
from webapp import create_app
from webapp.appointments import planned
from webapp.appointments.diary import Diary
from webapp.extensions import db, now
from webapp.people.models import Person

SPOT = "Car park at the bottom of the hill\nTake the 12 to the end, and follow the wall."


class Book:
    """What Ada books with one client. Times are in hours from now."""

    def __init__(self, server, client):
        self.app = create_app({"INSTANCE": str(server.instance), "PORT": str(server.port)})
        self.client_id = UUID(whose(client))
        self.record = None

    def books(self, hours=44, **more):
        """A walk, if nothing else is said."""
        said = replace(WALK, starts_at=now() + timedelta(hours=hours), place=SPOT)
        self._writes(lambda diary, client: self._remember(diary.book(replace(said, **more))))

    def changes(self, **more):
        """The one that was booked last says something else."""

        def change(diary, client):
            stands = planned.one(client, self.record)
            diary.change(stands, replace(stands.said, **more))

        self._writes(change)

    def _remember(self, record):
        self.record = record

    def _writes(self, work):
        with self.app.app_context():
            client = db.session.get(Person, self.client_id)
            work(Diary.of(client.therapist, client), client)
            db.session.commit()
            db.session.remove()
            db.engine.dispose()


def hears(bea, words):
    """Bea opens Today with signal, and it knows."""
    bea.opens("/")
    bea.sees(words)
