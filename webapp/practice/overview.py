"""What a therapist's page says of one client at a glance, from what is shared and nothing else."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from webapp.alliance import Why
from webapp.appointments.planned import NOT_LEFT_BEHIND
from webapp.checkins.models import CheckIn
from webapp.extensions import now
from webapp.practice import pictures
from webapp.practice.summaries import ALL, developed, worth_a_talk
from webapp.repairs.reading import readable
from webapp.rows import run

FIT = "setting_fit"


@dataclass(frozen=True, slots=True)
class InASetting:
    """How a setting serves a client: how many check-ins, and the middle answers, 0 to 4, of how
    well the setting itself worked and of all else; None where nothing was answered."""

    setting: str
    count: int
    fit: int | None
    rest: int | None


class Overview:
    """A client's shared check-ins and talking points, and what can be seen in them."""

    def __init__(self, client):
        self.client, self.points = client, readable(client)
        self.check_ins = CheckIn.readable(client, ALL)

    @cached_property
    def development(self):
        """How it develops, the oldest check-in first."""
        return developed(self.check_ins[::-1], self.points)

    @cached_property
    def stones(self):
        """What the stool and the path are drawn from, the oldest first."""
        return pictures.stones(self.check_ins[::-1], self.development)

    @property
    def why(self) -> Why | None:
        """Why a talk is worth it, if it is."""
        return worth_a_talk(self.development) if self.check_ins else None

    def of_stool(self, legs, name):
        """What the stool says, given the words for its legs."""
        return pictures.of_stool(self.stones[-1].step, legs, name)

    @property
    def open_points(self):
        """What the client wants to talk about."""
        return [point for point in self.points if point.is_open]

    @property
    def settings(self):
        """An InASetting for each setting that there is a check-in of, the most frequent first."""
        counted = Counter(check_in.said.setting for check_in in self.check_ins)
        return [self._in_a(setting, count) for setting, count in counted.most_common()]

    @cached_property
    def attendance(self):
        """How many past sessions ended how: attended, missed, cancelled, and booked for those of
        which nothing was noted."""
        return dict(run(ATTENDANCE, self.client.id, now()))

    def _in_a(self, setting, count):
        ratings = [each.said.ratings for each in self.check_ins if each.said.setting == setting]
        rest = [answer for each in ratings for key, answer in each.items() if key != FIT]
        return InASetting(
            setting, count, _middle([r[FIT] for r in ratings if FIT in r]), _middle(rest)
        )


def _middle(answers):
    """Between two answers it is the higher one, whichever two they are."""
    return int(median(answers) + 0.5) if answers else None


ATTENDANCE = f"""
    SELECT a.state, count(*) FROM appointment a JOIN journal j ON j.id = a.journal_id
    JOIN entry e ON e.journal_id = a.journal_id AND e.seq = a.seq
    WHERE j.person_id = ? AND a.ends_at <= ? AND {NOT_LEFT_BEHIND} GROUP BY a.state"""  # noqa: S608
