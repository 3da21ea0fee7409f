"""Signing out and leaving quickly: nothing can be read, and what waits goes after signing in."""

from contextlib import suppress
from threading import Event

from playwright.sync_api import Error

from tests.browser.devices import opens_it
from tests.browser.fault_proxy import PATIENCE_S, Exchange
from tests.browser.stored import rows, whose
from tests.browser.test_pages_put_aside import is_put_aside_and_gone_back_to
from tests.browser.waiting import eventually


def test_signed_out_nothing_can_be_read_and_what_waits_goes_after_the_next_sign_in(bea, server):
    bea.context.set_offline(True)
    bea.checks_in(words="Waiting behind the door.")
    bea.opens("/phone")
    bea.sees("It stays here, locked")
    bea.taps("Sign out on this phone")
    bea.page.wait_for_url("**/sign-in*")
    bea.opens("/check-ins")
    bea.sees("Sign in to see what you wrote.")
    bea.does_not_see("Waiting behind the door.")
    bea.context.set_offline(False)
    bea.taps("Sign in with your passkey")
    bea.page.locator("[data-list] a").click()
    bea.sees("Waiting behind the door.")
    bea.receives()


def test_signing_out_without_signal_ends_the_login_at_the_next_contact(bea, server):
    alive = "SELECT count(*) FROM login WHERE revoked_at IS NULL"
    before = rows(server, alive)[0][0]
    bea.opens("/phone")
    bea.context.set_offline(True)
    bea.taps("Sign out on this phone")
    bea.page.wait_for_url("**/sign-in*")
    bea.context.set_offline(False)
    bea.page.reload()
    assert eventually(bea.page, lambda: rows(server, alive)[0][0] == before - 1)


def test_nothing_can_be_read_while_the_server_does_not_answer_a_sign_out(bea, network):
    network.hears_nothing = True
    bea.page.route("**/logout", lambda _: None)
    bea.checks_in()
    bea.opens("/phone")
    bea.sees("A check-in")
    bea.taps("Sign out on this phone")
    bea.does_not_see("A check-in")
    bea.does_not_see("A copy to take away")
    bea.page.unroute_all(behavior="ignoreErrors")


def test_a_late_answer_to_a_sign_out_takes_nothing_from_who_has_signed_in_since(bea, monkeypatch):
    late = LateSignOut()
    monkeypatch.setattr(Exchange, "passes", lambda exchange: late.passes(exchange))
    bea.context.set_offline(True)
    bea.signs_out()
    bea.context.set_offline(False)
    bea.page.reload()
    assert late.arrived.wait(PATIENCE_S)
    bea.calls("account.js", "settle", bea.calls("passkeys.js", "signIn", None))
    late.let_go.set()
    assert late.over.wait(PATIENCE_S)
    bea.opens("/")
    assert bea.page.evaluate("fetch('/me').then((me) => me.json())")["signed_in"] is True


class LateSignOut:
    """The server does it at once; the phone hears of it when that is let go."""

    def __init__(self):
        self.arrived, self.let_go, self.over = Event(), Event(), Event()
        self.as_ever = Exchange.passes

    def passes(self, exchange):
        if exchange.handler.path != "/logout" or self.arrived.is_set():
            self.as_ever(exchange)
        else:
            self.is_late(exchange)

    def is_late(self, exchange):
        told = exchange.ask()
        self.arrived.set()
        self.let_go.wait(PATIENCE_S)
        with suppress(OSError):
            exchange.reply(*told)
        self.over.set()


def test_leaving_quickly_shows_a_page_that_says_nothing_and_back_stays_there(bea):
    bea.begins("Mostly", "Mostly")
    bea.taps("Leave quickly", "link")
    bea.sees("Packing list")
    bea.page.go_back()
    bea.sees("Packing list")
    bea.does_not_see("I could")


def test_after_leaving_quickly_the_app_opens_again_as_ever(settled_bea):
    settled_bea.opens("/check-ins")
    settled_bea.taps("Leave quickly", "link")
    settled_bea.sees("Packing list")
    settled_bea.opens("/")
    settled_bea.sees("How was your session?")


def test_leaving_quickly_leads_away_also_where_nothing_can_be_noted(bea):
    bea.opens("/check-ins")
    bea.page.evaluate("void (Storage.prototype.setItem = () => { throw Error('full') })")
    bea.taps("Leave quickly", "link")
    bea.sees("Packing list")
    bea.errors.clear()  # “full”


def test_ada_leaves_quickly_too_and_back_shows_no_client_of_hers(ada):
    ada.opens("/practice")
    ada.taps("Sessions", "link")
    ada.taps("Leave quickly", "link")
    ada.sees("Packing list")
    ada.page.go_back()
    ada.sees("Packing list")
    ada.opens("/practice")
    ada.sees("Clients")


def test_signing_out_in_one_tab_shuts_the_words_in_every_other(bea):
    bea.checks_in(words="Open in two tabs.")
    bea.taps("See or change it", "link")
    bea.sees("Open in two tabs.")
    other = bea.context.new_page()
    other.goto(f"{bea.origin}/phone")
    other.get_by_role("button", name="Sign out on this phone").click()
    bea.sees("Sign in to see what you wrote.")
    bea.does_not_see("Open in two tabs.")


def test_ada_is_told_that_she_may_still_be_signed_in_when_signing_out_did_not_arrive(ada):
    ada.opens("/practice")
    ada.context.set_offline(True)
    ada.taps("Sign out")
    ada.sees("you may still be signed in")
    told, page = (ada.page.locator(one).bounding_box() for one in ("[data-still-here]", "main"))
    assert page["x"] < told["x"] and told["width"] < page["width"] and told["height"] < 100
    ada.context.set_offline(False)


def test_what_is_asked_of_beas_therapist_is_asked_for_bea_whoever_comes_meanwhile(bea):
    with bea.page.expect_request("**/my-therapist") as asked:
        bea.page.evaluate(MEETS_WHILE_SOMEBODY_COMES)
    assert asked.value.headers["footing-account"] == whose(bea)


MEETS_WHILE_SOMEBODY_COMES = """async () => {
    const [{meetTherapist}, {account}, {speakFor}] =
        await Promise.all(["account.js", "phone.js", "http.js"].map(ours));
    const meeting = meetTherapist();
    await account().then(() => speakFor("somebody else"));
    await meeting;
}"""


# As signing out leaves the phone, of which a page that is put aside hears nothing.
IS_NOBODYS = "async () => (await ours('phone.js')).belongsToNobody()"


def test_whoever_goes_back_to_a_page_that_was_put_aside_sees_nothing_of_beas(bea):
    bea.checks_in(words="Put aside.")
    opens_it(bea)
    bea.page.evaluate(IS_NOBODYS)
    bea.sees("Put aside.")
    with suppress(Error):  # it opens anew meanwhile
        is_put_aside_and_gone_back_to(bea)
    bea.sees("Sign in to see what you wrote.")
    bea.does_not_see("Put aside.")
