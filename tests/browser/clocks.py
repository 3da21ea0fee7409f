"""A phone's own clock, which may be wrong by days, either way, or jump."""

from datetime import UTC, datetime, timedelta

WRONG = """() => {
    globalThis.RightDate ??= Date;
    globalThis.wrongBy = %d;
    Date = class extends RightDate {
        constructor(...of) { of.length ? super(...of) : super(RightDate.now() + wrongBy); }
        static now() { return RightDate.now() + wrongBy; }
    };
}"""


def is_wrong_by(person, days):
    """Set the clock, on this page and on those to come. Returns the day that the phone has then."""
    script = WRONG % (days * 86_400_000)
    person.context.add_init_script(f"({script})()")
    person.page.evaluate(script)
    return (datetime.now(UTC) + timedelta(days=days)).date()
