"""Opening without signal, on a phone a quarter as fast as this machine."""

import signal
from os import killpg
from statistics import median

from tests.bars.profiles import window
from tests.browser.people import PHONE
from tests.gallery_pages import CLIENTS

SLOWER = 4
TIMES = 5
COLUMNS = "what", "first paint, ms", "LCP, ms", "CLS"
SETTLED_MS = 2000  # after the first paint
PAINTED = """ms => new Promise(tell => {
    const told = {lcp: 0, cls: 0};
    const watch = (type, see) => new PerformanceObserver(
        list => list.getEntries().forEach(see)).observe({type, buffered: true});
    watch('largest-contentful-paint', entry => { told.lcp = entry.startTime; });
    watch('layout-shift', entry => { told.cls += entry.hadRecentInput ? 0 : entry.value; });
    watch('paint', ({name, startTime}) => {
        if (name !== 'first-contentful-paint') return;
        setTimeout(() => tell([startTime, told.lcp, told.cls]), ms);
    });
})"""


def of(people, bea, _ada):
    """Yields a row for each way to start, then one for each page of Bea's."""
    server = people.server
    server.stop()
    yield _row("Today, in a browser that was closed", _cold(people, bea))
    with window(people, bea, **PHONE) as context:
        _slowed(context)
        for path in ["/check-in", *(path for path, _ in CLIENTS.values() if path != "/nowhere")]:
            yield _row(f"{path} once more", [_painted(context, people, path) for _ in range(TIMES)])
    server.start()
    killpg(server.process.pid, signal.SIGSTOP)  # whoever asks is heard, and never answered
    yield _row("Today, closed before, on a network that hangs", _cold(people, bea))
    killpg(server.process.pid, signal.SIGCONT)


def _cold(people, profile):
    """One start each time, in a new browser process."""
    for _ in range(TIMES):
        with window(people, profile, **PHONE) as context:
            _slowed(context)
            yield _painted(context, people, "/")


def _slowed(context):
    slower = context.new_cdp_session(context.pages[0])
    slower.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _painted(context, people, path):
    page = context.pages[0]
    page.goto(people.server.origin + path)
    return page.evaluate(PAINTED, SETTLED_MS)


def _row(what, painted):
    first, largest, shift = map(median, zip(*painted, strict=True))
    return what, float(first), float(largest), f"{shift:.3f}"
