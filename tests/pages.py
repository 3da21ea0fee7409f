"""The visitor: somebody with a browser and a passkey of their own.

Each page that a visitor opens is held to the house rules, each JSON answer to the public contract,
and nothing that a visitor does may ever be answered with a 5xx.
"""

from functools import partial
from time import sleep
from uuid import uuid4

from tests import contract, house_rules
from tests.authenticator import Passkey
from tests.crowd import at_once

OURS = {"Sec-Fetch-Site": "same-origin"}
A_PERSON = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", **OURS}


def read(part):
    """The words of a part of a page, as somebody reads them."""
    for name in part.find_all("bdi"):
        name.unwrap()
    part.smooth()
    return " ".join(part.get_text(" ").split())


class Visitor:
    """What a person can do with a browser. `response` and `page` are what they saw last."""

    def __init__(self, app, passkey=None):
        self.app, self.browser = app, app.test_client()
        self.origin, self.host = app.config["PUBLIC_ORIGIN"], app.config["PUBLIC_HOST"]
        self.passkey = passkey or Passkey(origin=self.origin, rp_id=self.host)
        self.device = str(uuid4())
        self.person = self.journal = self.response = self.page = None

    @property
    def id(self):
        """The id of the person who is signed in here."""
        return self.person["id"]

    def asks(self, method, path, **how):
        """Ask for anything, in any way. Without `headers`, as a script of our own page does."""
        usual = {"base_url": self.origin, "headers": OURS, "buffered": True}
        return self.browser.open(path, method=method, **{**usual, **how})

    # Pages

    def opens(self, path, status=200):
        """Open a page. Returns it as soup."""
        return self.sees(self.asks("GET", path, headers=A_PERSON), status)

    def sends(self, path, status=200, **fields):
        """Send the form of the present page that goes to `path`, as filled in, and follow it."""
        filled = self._filled(path, fields)
        response = self.asks("POST", path, data=filled, headers=A_PERSON, follow_redirects=True)
        return self.sees(response, status)

    def sends_at_once(self, path, **fields):
        """Send it from four tabs at the same moment. Returns each answer, as soup."""
        sent = {"data": self._filled(path, fields), "headers": A_PERSON, "follow_redirects": True}
        tabs = [partial(self.copied().asks, "POST", path, **sent) for _ in range(4)]
        return [house_rules.hold(answer.text) for answer in at_once(*tabs)]

    def _filled(self, path, fields):
        form = self.page.find("form", action=path)
        assert form, f"No form on this page goes to {path}."
        hidden = {i["name"]: i.get("value", "") for i in form.find_all("input", type="hidden")}
        return {**hidden, **fields}

    def sees(self, response, status):
        """Look at an answer that should be a page. Returns it as soup."""
        assert response.status_code == status, f"{response.status}: {response.data[:500]}"
        assert response.content_type == "text/html; charset=utf-8"
        self.response, self.page = response, house_rules.hold(response.text)
        assert status >= 400 or not self.page.find("h2", string="Please look at this again")
        return self.page

    # JSON

    def posts(self, path, body=None, status=200):
        """Post an object. Returns what the answer says; nothing for a 204."""
        return self._told(self.asks("POST", path, json=body or {}), status)

    def posts_raw(self, path, raw, status, type="application/json", **more):
        """Post bytes as they are."""
        return self._told(self.asks("POST", path, data=raw, content_type=type, **more), status)

    def gets(self, path, status=200):
        """Ask for an object."""
        return self._told(self.asks("GET", path), status)

    def is_refused(self, status, code, path, body=None):
        """Post an object that is refused with this status and this code."""
        told = self.posts(path, body, status)
        assert told["code"] == code, told
        return told

    def tries(self, path, body):
        """Post what should be refused, one way or the other. Returns the code of the refusal."""
        response = self.asks("POST", path, json=body)
        assert 400 <= response.status_code < 500, response.status
        return self._told(response, response.status_code)["code"]

    def _told(self, response, status):
        assert response.status_code == status, f"{response.status}: {response.data[:500]}"
        assert response.headers["Cache-Control"] == "no-store"
        self.response = response
        contract.of(self.app).hold(response)
        if status == 204:
            return None
        kind = "application/json" if status < 400 else "application/problem+json"
        assert response.content_type == kind
        told = response.get_json(force=True)
        assert status < 400 or (told["status"], bool(told["code"])) == (status, True)
        return told

    # Passkeys

    def joins(self, secret):
        """Come in by invitation, and be signed in."""
        by = {"invitation": secret}
        options = self.posts("/passkeys/registration/options", by)
        return self._is(self.registers(self.passkey.creates(options), **by))

    def registers(self, credential, status=201, **more):
        """Hand over a new passkey."""
        return self.posts("/passkeys/registration", {"credential": credential, **more}, status)

    def signs_in(self):
        """Sign in with the passkey."""
        return self._is(self.posts("/passkeys/login", self.shown()))

    def shown(self, passkey=None):
        """What a passkey says when this browser asks for one to sign in."""
        return (passkey or self.passkey).shows(self.posts("/passkeys/login/options"))

    def steps_up(self, action):
        """Show the passkey once more, for one action."""
        options = self.posts("/passkeys/step-up/options", {"for": action})
        return self.posts("/passkeys/step-up", self.passkey.shows(options))

    def signs_out(self):
        """Sign out."""
        self.posts("/logout", status=204)

    def _is(self, told):
        self.person, self.journal = told["person"], told["journal"]
        return self

    def cookie(self, what):
        """The "login", "browser" or "form" cookie of this browser, or None."""
        return self.browser.get_cookie(self.name_of(what), self.host)

    def name_of(self, what):
        """What a cookie is called here."""
        config = self.app.config
        return config["SESSION_COOKIE_NAME" if what == "form" else f"{what.upper()}_COOKIE"]

    def closes_the_browser(self):
        """What is not to be kept is gone afterwards."""
        for cookie in filter(None, map(self.cookie, ("login", "browser", "form"))):
            if cookie.expires is None and cookie.max_age is None:
                self.browser.delete_cookie(cookie.key, domain=self.host)

    def copied(self):
        """Somebody who holds a copy of this browser's cookies."""
        thief = Visitor(self.app, self.passkey)
        for cookie in filter(None, map(self.cookie, ("login", "browser", "form"))):
            how = {"domain": self.host, "max_age": cookie.max_age}
            thief.browser.set_cookie(cookie.key, cookie.value, **how)
        thief.person, thief.journal, thief.page = self.person, self.journal, self.page
        return thief

    # The journal

    def syncs(self, *entries, status=200, **otherwise):
        """Sync: hand over entries, and hear what is new."""
        return self.posts("/sync", self.sync(*entries, **otherwise), status)

    def hands_over(self, *entries):
        """Sync as a phone does where others write as well: a server that is busy is asked again."""
        body = self.sync(*entries)
        while self.asks("POST", "/sync", json=body).status_code == 503:
            sleep(0.05)

    def sync(self, *entries, **otherwise):
        """The body of a sync."""
        body = {"protocol": 1, "account": self.id, "device": self.device, "cursor": None}
        moment = {"now": "2026-11-23T18:05:00Z", "waiting": len(entries), "limit": 200}
        return {**body, **moment, "push": list(entries), **otherwise}

    def feed(self):
        """Everything in the journal, in the order of the feed."""
        return self.syncs()["changes"]
