"""Phones that keep the app, handed on from test to test: fetching it is most of what one costs.

The next person finds such a phone as somebody does who comes to it for the first time, but for the
app: no word, no login, no passkey of whoever had it before. A phone that is not like any other when
they come is thrown away.
"""

from contextlib import suppress

from playwright.sync_api import Error

from tests.browser.people import PHONE, Client

LEFT_BEHIND = "indexeddb,local_storage"
STATE = """async () => {
    const there = await navigator.serviceWorker.getRegistration();
    const tags = await there?.sync.getTags().catch(() => []);
    return [await caches.keys(), there?.active?.state, !!there?.waiting, !!there?.installing, tags];
}"""


class KeptPhones:
    """Those of one browser, for one server."""

    def __init__(self, browser, origin):
        self.browser, self.origin = browser, origin
        self.idle, self.usual = [], None

    def take(self):
        """A phone with nobody's words on it, and the whole app."""
        while self.idle:
            phone = self._as_new(self.idle.pop())
            if phone:
                return phone
        return self._new()

    def give_back(self, phone):
        """Whoever had it has done."""
        if phone.habits:
            phone.context.close()
            return
        for page in phone.context.pages:
            page.close()
        phone.context.set_offline(False)
        self.idle.append(phone.context)

    def close(self):
        """Nobody comes any more."""
        while self.idle:
            self.idle.pop().close()

    def _new(self):
        phone = Client(self.browser.new_context(**PHONE), self.origin)
        phone.opens("/privacy")
        phone.waits_for_offline()
        self.usual = phone.page.evaluate(STATE)
        return phone

    def _as_new(self, context):
        with suppress(Error):
            phone = Client(context, self.origin)
            context.clear_cookies()
            context.clear_permissions()
            phone.cdp.send("ServiceWorker.enable")
            phone.cdp.send("ServiceWorker.stopAllWorkers")
            phone.cdp.send("ServiceWorker.disable")  # or whoever looks hears of none
            phone.cdp.send(
                "Storage.clearDataForOrigin", {"origin": self.origin, "storageTypes": LEFT_BEHIND}
            )
            phone.opens("/privacy")
            if phone.page.evaluate(STATE) == self.usual:
                return phone
        context.close()
        return None
