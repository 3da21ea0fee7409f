"""How the cast comes into an installation: through the application, once. For each test that begins
with them, what was written then is written again, as if it were now: a tenth of the work."""

from datetime import UTC, datetime
from functools import partial

from time_machine import travel

from tests.cast import invited
from tests.deeds import Deed
from tests.pages import Visitor


class Arrivals:
    """Everybody is invited, and comes in. The installation has to be emptied afterwards."""

    def __init__(self, app):
        self._inviting = Deed(app, partial(invited, app))
        self._coming = {
            name: Deed(app, partial(Visitor(app).joins, secret))
            for name, secret in self._inviting.result.items()
        }

    @classmethod
    def at(cls, app):
        """The arrivals at an installation, which has to be empty when they are asked for first."""
        if "arrivals" not in app.extensions:
            with travel(datetime.now(UTC)):  # a clock that stands still would let all come at once
                app.extensions["arrivals"] = cls(app)
        return app.extensions["arrivals"]

    def invited(self):
        """Invite everybody. Returns the secret of each invitation by name."""
        self._inviting.again()
        return dict(self._inviting.result)

    def comes_in(self, name):
        """Somebody who is invited comes in. Returns them, with what nobody has used yet."""
        self._coming[name].again()
        came = self._coming[name].result.copied()
        came.passkey = came.passkey.but(client={}, sent={})
        return came
