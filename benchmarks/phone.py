"""What a person with 5,000 entries waits for on the phone, in a real browser.

python -m benchmarks.phone [--entries 5000] [--check-ins 40]
"""

import argparse
import contextlib
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID

from playwright.sync_api import sync_playwright

from benchmarks.growth import fill
from tests.browser.people import PHONE, Client, Therapist
from tests.browser.server import Server
from tests.browser.stored import rows
from tests.browser.waiting import eventually
from tests.chromium import FLAGS, path

HELD = """() => new Promise((tell) => {
  indexedDB.databases().then((all) => {
    const { name } = all.find(({ name }) => name.startsWith("footing-"));
    indexedDB.open(name).onsuccess = ({ target: { result: db } }) => {
      db.transaction("entries").objectStore("entries").count().onsuccess = ({ target }) => {
        db.close();
        tell(target.result);
      };
    };
  });
})"""
# From the tap to the frame that shows "Saved on this phone".
WATCH = """() => {
  addEventListener("click", () => (globalThis.tappedAt = performance.now()), true);
  const kept = document.querySelector("check-in-kept");
  new MutationObserver(() => {
    if (kept.hidden || !kept.textContent.includes("Saved on this phone")) return;
    requestAnimationFrame(() => (globalThis.took ??= performance.now() - globalThis.tappedAt));
  }).observe(kept, { attributes: true, childList: true, subtree: true });
}"""


def main():
    asked = _arguments()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        server = Server(Path(folder))
        server.public_port, server.origin = server.port, f"http://localhost:{server.port}"
        server.start()
        stack.callback(server.stop)
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = stack.enter_context(chromium.launch(executable_path=path(), args=FLAGS))
        bea = joined(browser, server)
        (person,) = rows(server, "SELECT person_id FROM journal")[0]
        fill(server.environment(), UUID(person), asked.entries)
        show("all of it on a new phone", [arrives(browser, server, bea, asked.entries)])
        for slower in (1, 4):
            times = saves(bea, asked.check_ins, slower, asked.entries)
            show(f"tap to “Saved on this phone”, processor {slower} x slower", times)


def joined(browser, server):
    """Bea, whom Ada has invited."""
    ada = Therapist(browser.new_context(), server.origin)
    ada.sets_up(server.set_up_link())
    bea = Client(browser.new_context(**PHONE), server.origin)
    bea.joins(ada.invites("Bea").link)
    bea.waits_for_offline()
    return bea


def arrives(browser, server, bea, entries):
    """Seconds from the first request to the last entry on a second phone of hers."""
    phone = Client(browser.new_context(**PHONE), server.origin)
    phone.takes_passkeys_of(bea)
    asked = []
    phone.page.on("request", lambda r: "/sync" in r.url and asked.append(time.perf_counter()))
    phone.opens("/sign-in")
    phone.taps("Sign in with your passkey")
    phone.page.wait_for_url(f"{server.origin}/")
    if not eventually(phone.page, lambda: phone.page.evaluate(HELD) >= entries, 60_000):
        raise RuntimeError("not everything came")
    return time.perf_counter() - asked[0]


def saves(bea, count, slower, entries):
    """Seconds that each of so many check-ins takes to be saved, without signal."""
    bea.opens("/")
    if not eventually(bea.page, lambda: bea.page.evaluate(HELD) >= entries, 60_000):
        raise RuntimeError("not everything came")
    bea.context.set_offline(True)
    bea.cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    times = [_save(bea) for _ in range(count)]
    bea.cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return times


def _save(bea):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Mostly"] * 7)
    bea.page.evaluate(WATCH)
    bea.taps("Save, only for me")
    bea.page.get_by_role("heading", name="Thank you.").wait_for()
    if not eventually(bea.page, lambda: bea.page.evaluate("globalThis.took > 0")):
        raise RuntimeError("no frame came that shows it")
    return bea.page.evaluate("took") / 1000


def show(what, times):
    """One line: the median, and the 95th percentile where there are enough."""
    late = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"{what:52}{median(times) * 1000:8.0f} ms   95th percentile {late * 1000:6.0f} ms")


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=5000)
    parser.add_argument("--check-ins", type=int, default=40)
    return parser.parse_args()


if __name__ == "__main__":
    main()
