"""A phone's own clock: it may be wrong by days, either way, or jump; and time that passes at once.

What a page does after a while is a matter of its timers. Here they are in our hand: a test lets
time pass instead of waiting for it, so that no machine is too slow for it, and none too quick.
"""

from datetime import UTC, datetime, timedelta

WRONG = """() => {
    globalThis.RightDate ??= Date;
    globalThis.wrongBy = %d;
    Date = class extends RightDate {
        constructor(...of) { of.length ? super(...of) : super(RightDate.now() + wrongBy); }
        static now() { return RightDate.now() + wrongBy; }
    };
}"""
TIMERS = """() => {
    if (globalThis.pass) return;
    const { setTimeout, clearTimeout } = globalThis, timers = new Map();
    const clock = { passed: 0, stoodAt: null };
    const tick = () => Performance.prototype.now.call(performance);
    performance.now = () => (clock.stoodAt ?? tick()) + clock.passed;
    globalThis.setTimeout = (act, ms = 0, ...of) => {
        const run = () => { globalThis.clearTimeout(id); act(...of); };
        const id = setTimeout(() => clock.stoodAt === null && run(), ms);
        timers.set(id, [performance.now() + ms, run]);
        return id;
    };
    globalThis.clearTimeout = (id) => { timers.delete(id); clearTimeout(id); };
    globalThis.standStill = () => { clock.stoodAt = tick(); };
    globalThis.pass = (ms) => {
        const end = performance.now() + ms, first = ([one], [other]) => one - other;
        const moveTo = (moment) => { clock.passed += Math.max(0, moment - performance.now()); };
        for (let next; (next = [...timers.values()].sort(first)[0])?.[0] <= end;) {
            moveTo(next[0]);
            next[1]();
        }
        moveTo(end);
    };
}"""


def is_wrong_by(person, **time):
    """Set the clock, on this page and on those to come: is_wrong_by(bea, days=400). Returns the day
    that the phone has then."""
    person.page.evaluate(_from_now_on(person, **time))
    return (datetime.now(UTC) + timedelta(**time)).date()


def is_in_our_hand(context):
    """On all pages of a phone that are to come; it goes on by itself as ever."""
    context.add_init_script(f"({TIMERS})()")


def stands_still(person):
    """From now on nothing is too late on this page, and what it does later waits for `passes`."""
    person.page.evaluate("standStill()")


def passes(person, **time):
    """So much later on this page, what was to be done meanwhile is done: passes(bea, minutes=5)."""
    person.page.evaluate("pass", _ms(**time))


def later(person, **time):
    """The same, and the clock says so too: in one go, because what a page does once its clock is
    put forward may end the page before its time has passed."""
    clock = _from_now_on(person, **time)
    person.page.evaluate(f"() => {{ ({clock})(); pass({_ms(**time)}); }}")


def _from_now_on(person, **time):
    """What sets the clock of a page; those to come do it by themselves."""
    script = WRONG % _ms(**time)
    person.runs_first(f"({script})()")
    return script


def _ms(**time):
    return timedelta(**time).total_seconds() * 1000
