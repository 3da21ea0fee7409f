"""Pure: how two versions of an appointment differ, and what of that is told at once."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from msgspec.structs import replace

from webapp.appointments.recurrence import instant, on_the_wall

SHORT_NOTICE = timedelta(days=14)
WHERE = ("place", "link")
PLAIN = ("zone", "minutes", "setting", *WHERE)


@dataclass(frozen=True)
class Change:
    """What somebody changed of something on a `day` in a `setting`: so many days later, another
    time on the clock, other `fields`."""

    day: date
    by: timedelta
    at: time | None
    fields: dict
    setting: str

    @classmethod
    def between(cls, before, after):
        """What makes the body `before` to the body `after`."""
        one, other = (on_the_wall(each.starts_at, each.zone) for each in (before, after))
        return cls(
            one.date(),
            other.date() - one.date(),
            other.time() if other.time() != one.time() else None,
            _other_fields(before, after),
            before.setting,
        )

    def of(self, said):
        """The same change of another body. What was not changed stays as it is there."""
        wall = on_the_wall(said.starts_at, said.zone)
        day, at = wall.date() + self.by, self.at or wall.time()
        fields = self.fields_in(said.setting)
        zone = fields.get("zone", said.zone)
        return replace(said, starts_at=instant(day, at, zone), **fields)

    def fields_in(self, setting):
        """The fields that this changes in a setting. Another place is one for the same setting."""
        is_elsewhere = "setting" not in self.fields and setting != self.setting
        left = WHERE if is_elsewhere else ()
        return {name: new for name, new in self.fields.items() if name not in left}


def _other_fields(before, after):
    """What differs. Another setting brings its own place and link with it, same or not."""
    brought = ("setting", *WHERE) if before.setting != after.setting else ()
    fields = {name: getattr(after, name) for name in PLAIN}
    return {
        name: new for name, new in fields.items() if name in brought or new != getattr(before, name)
    }


def as_noted(said, before, now):
    """A body with what was noted of it before. What is moved to a time to come is booked."""
    is_moved_ahead = said.starts_at != before.starts_at and said.starts_at > now
    return replace(said, state="booked" if is_moved_ahead else before.state)


def told_at_once(before, after, now):
    """What a notice is written about: changes of what was to be, or is to be, within two weeks.

    That it is called off, or is not after all, is one until its planned end: somebody may wait.
    """
    until = _end if _is_called_off(before) != _is_called_off(after) else _start
    if not any(now < until(each) and _start(each) < now + SHORT_NOTICE for each in (before, after)):
        return []
    if before.state != after.state:
        return {"cancelled": ["cancelled"], "booked": ["moved"]}.get(after.state, [])
    if before.setting != after.setting:
        moved = before.starts_at != after.starts_at
        return ["setting_changed", *(["moved"] if moved else [])]
    return ["moved"] if _when_and_where(before) != _when_and_where(after) else []


def _is_called_off(said):
    return said.state == "cancelled"


def _start(said):
    return said.starts_at


def _end(said):
    return said.starts_at + timedelta(minutes=said.minutes)


def _when_and_where(said):
    return said.starts_at, said.minutes, said.place, said.link
