"""The moments that carry Footing, tap by tap, on a phone a quarter as fast as this machine."""

import time
from contextlib import contextmanager

from tests.browser.devices import another_tab

SLOWER = 4
NOT_A_DOUBLE_TAP_MS = 250
COLUMNS = (
    "moment", "taps", "seconds that Footing takes", "words on the way",
    "longest answer to a tap, ms", "CLS",
)  # fmt: skip
WATCH = """
const watch = (type, more, see) => new PerformanceObserver(
    list => list.getEntries().forEach(see)).observe({type, buffered: true, ...more});
watch('event', {durationThreshold: 16}, entry => entry.interactionId && note(entry.duration, 0));
watch('layout-shift', {}, entry => entry.hadRecentInput || note(0, entry.value));
"""


class Walk:
    """One way through Footing: what is tapped, what is new to read, and what Footing takes."""

    def __init__(self, person):
        self.person, self.taps, self.seconds = person, 0, 0
        self.read, self.words, self.answer, self.shift = set(), 0, 0, 0
        person.page.expose_function("note", self._note)
        person.page.add_init_script(WATCH)
        self.cdp = person.context.new_cdp_session(person.page)
        self.cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def opens(self, address, then):
        """From an icon or a link."""
        self._until(lambda: self.person.opens(address), then)

    def taps_on(self, words, then, role="button", exact=False):
        """Tap what begins so, until it has led there."""
        self._reads()
        self.person.page.wait_for_timeout(NOT_A_DOUBLE_TAP_MS)
        told = self.person.page.get_by_role(role, name=words, exact=exact)
        self._until(told.locator("visible=true").first.click, then)

    def answers(self, number):
        """All seven questions of a check-in."""
        for n in range(2, number + 1):
            self.taps_on("Mostly", f"{n} of {number}", "radio", exact=True)
        self.taps_on("Mostly", "Anything to add", "radio", exact=True)

    def row(self, moment):
        """What came of it."""
        self.cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        seconds, shift = f"{self.seconds:.1f}", f"{self.shift:.3f}"
        return moment, self.taps, seconds, self.words, self.answer, shift

    def _note(self, answer, shift):
        self.answer = max(self.answer, answer)
        self.shift += shift

    def _until(self, act, then):
        begun = time.perf_counter()
        act()
        self.person.sees(then)
        self.seconds += time.perf_counter() - begun
        self.taps += 1

    def _reads(self):
        lines = set(self.person.page.locator("main").inner_text().splitlines()) - self.read
        self.read |= lines
        self.words += sum(len(line.split()) for line in lines)


def walked(people):
    """Yields a row for each moment."""
    for moment in (invited, joined, before, after, in_between):
        yield moment(people)


def invited(people):
    """Ada, until she has the link."""
    walk = Walk(people.ada)
    walk.opens("/practice", "Invite a client")
    walk.taps_on("Invite a client", "What do you call them?", "link")
    walk.person.page.get_by_label("What do you call them?").fill("Mo")
    walk.taps_on("Walk and talk", "Where do you usually meet?", "radio")
    walk.taps_on("Make the invitation", "An invitation for Mo")
    people.link = walk.person.page.get_by_label("The link").input_value()
    return walk.row("Ada invites somebody")


def joined(people):
    """From the invitation to the first check-in that Ada has."""
    people.mo = people.phone()
    walk = Walk(people.mo)
    walk.opens(people.link, "Hello Mo.")
    walk.taps_on("Make my passkey", "You are in.")
    walk.taps_on("Not now", "Put it on your home screen")
    walk.taps_on("Go on in the browser", "How was your session?", "link")
    walk.taps_on("Check in", "1 of 7", "link")
    walk.answers(7)
    walk.taps_on("Save and share", "Received")
    people.mo.waits_for_offline()
    return walk.row("From the invitation to the first check-in received")


def before(people):
    """What helps before the next session, without signal."""
    walk = Walk(people.bea)
    with _no_signal(people.bea):
        walk.opens("/", "Get ready")
        walk.taps_on("Get ready", "Know the exact spot to meet", "link")
    return walk.row("Before: from the icon to what helps, without signal")


def after(people):
    """A check-in on the way to the bus."""
    walk = Walk(another_tab(people.mo, "/"))
    with _no_signal(people.mo):
        walk.opens("/", "How was your session?")
        walk.taps_on("Check in", "1 of 7", "link")
        walk.answers(7)
        walk.taps_on("Save and share", "Saved on this phone.")
    return walk.row("After: from the icon to “Saved on this phone”, without signal")


def in_between(people):
    """Something felt off, until it is on the list of what to talk about."""
    walk = Walk(another_tab(people.mo, "/"))
    with _no_signal(people.mo):
        walk.opens("/say-it", "What was it like?")
        walk.taps_on("I went quiet", "Is one of these near it?", "radio")
        walk.taps_on("I", "How shall it come up?", "radio")
        walk.taps_on("I will say it", "Saved on this phone.")
    return walk.row("In between: from “Help me say it” to the list, without signal")


@contextmanager
def _no_signal(person):
    """What is measured after this has signal again."""
    person.context.set_offline(True)
    yield
    person.context.set_offline(False)
