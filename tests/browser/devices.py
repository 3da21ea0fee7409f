"""One person with more than one device, or with the same page open twice."""

from copy import copy

from tests.browser.disk import kept
from tests.browser.waiting import eventually

NO_BACKGROUND_SYNC = "delete ServiceWorkerRegistration.prototype.sync"  # as on an iPhone
SEVERAL = "You wrote this in more than one place."
CHANGE = """async ([words, shared]) => {
    const [{openJournal}, {follow}] = await Promise.all([ours("account.js"), ours("records.js")]);
    const journal = await openJournal();
    const [stands] = await journal.standing("check_in");
    await follow(journal, "check_in", stands, {...stands.current.body, words, shared});
}"""


def is_signed_in_on(device, person):
    """The same person on another device, by a passkey that their password manager carries there."""
    device.takes_passkeys_of(person)
    device.comes_back()
    return device


def opens_it(person):
    """Look at the one check-in that there is."""
    person.opens("/check-ins")
    person.page.locator("[data-list] a").first.click()
    person.page.locator("one-check-in h2").wait_for()


def changes_it(person, words, share=True):
    """Change it without signal, past the form."""
    person.context.set_offline(True)
    person.page.evaluate(CHANGE, [words, share])


def deletes_it(person):
    """Delete it without signal."""
    person.context.set_offline(True)
    opens_it(person)
    person.taps("Delete it")
    person.taps("Delete", exact=True)
    person.sees("Deleted.")


def has_signal_again(*people):
    """One after the other hands over, then all have heard of the others."""
    for person in people:
        person.context.set_offline(False)
        person.syncs()
        assert eventually(person.page, lambda: kept(person)["outbox"] == [])  # noqa: B023
    for person in people:
        opens_it(person)
        person.syncs()


def shows(person, versions, in_order=True):
    """The words of every version that stands; a page draws them a moment after it knows of them."""

    def seen():
        found = person.page.locator("one-check-in .phrase").all_inner_texts()
        return found if in_order else sorted(found)

    wanted = versions if in_order else sorted(versions)
    assert eventually(person.page, lambda: seen() == wanted), seen()


def another_tab(person, path):
    """The same person, with one more page open."""
    tab = copy(person)
    tab.page = person.context.new_page()
    tab.page.on("pageerror", lambda error: person.errors.append(str(error)))
    tab.opens(path)
    return tab


def in_another_tab(person):
    """The same person, with the draft open once more."""
    tab = another_tab(person, "/check-in")
    tab.sees("Here is where you left off.")
    return tab
