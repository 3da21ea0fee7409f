"""The lock screen of a phone: what is pushed to it, what it shows, and where a tap leads."""

from tests.browser.waiting import eventually

SHOWN = """navigator.serviceWorker.ready.then(r => r.getNotifications())
  .then(all => all.map(({title, body, tag, data}) => ({title, body, tag, data})))"""
TAPPED = """async () => {
  for (const notification of await registration.getNotifications())
    dispatchEvent(new NotificationEvent('notificationclick', {notification}));
}"""
# As if a push service had taken this browser on: here there is none.
TAKEN_ON = """
  const keys = {p256dh: "B" + "A".repeat(86), auth: "A".repeat(22)};
  const taken = {
    options: {}, unsubscribe: async () => true,
    toJSON: () => ({endpoint: "https://fcm.googleapis.com/fcm/send/bea", keys}),
  };
  let there = null;
  PushManager.prototype.getSubscription = async () => there;
  PushManager.prototype.subscribe = async () => (there = taken);
"""
# For a worker: what a browser does where it, or that service, has let go of this phone.
GIVEN_UP = f"""() => {{
  {TAKEN_ON}
  dispatchEvent(new ExtendableEvent("pushsubscriptionchange"));
}}"""


def may_notify(person):
    """Allow Footing to, as far as the browser is concerned."""
    person.context.grant_permissions(["notifications"], origin=person.origin)


def can_be_reached(person):
    """The same, where a push service takes this browser on, from the next page on."""
    may_notify(person)
    person.runs_first(TAKEN_ON)


class LockScreen:
    """That of somebody whose phone keeps the app."""

    def __init__(self, person):
        may_notify(person)
        self.person, found = person, []
        heard = "ServiceWorker.workerRegistrationUpdated"
        person.cdp.on(heard, lambda told: found.extend(told["registrations"]))
        person.cdp.send("ServiceWorker.enable")
        assert eventually(person.page, lambda: found)
        self._worker = {"origin": person.origin, "registrationId": found[-1]["registrationId"]}

    def is_sent(self, data):
        """Deliver what a push service would, until it is shown. Returns all that is.
        What comes twice is shown once, if it has a tag."""

        def is_shown():
            self.person.cdp.send("ServiceWorker.deliverPushMessage", {**self._worker, "data": data})
            self.person.page.wait_for_timeout(1000)
            return self._shown()

        assert eventually(self.person.page, is_shown)
        return self._shown()

    def is_tapped(self):
        """Tap what is there, until nothing is."""

        def is_empty():
            self.person.context.service_workers[-1].evaluate(TAPPED)
            return not self._shown()

        assert eventually(self.person.page, is_empty)

    def _shown(self):
        return self.person.page.evaluate(SHOWN)
