"""The scenes of the gallery, in order: each brings somebody to a page or state; it returns them."""

from tests import gallery_pages, gallery_troubles
from tests.browser.devices import SEVERAL, changes_it, has_signal_again, is_signed_in_on


def joining(people):
    """Somebody who has opened an invitation."""
    phone = people.phone()
    phone.opens(people.ada.invites("Kim").link)
    phone.sees("Hello Kim.")
    return phone


def signed_out(people):
    """A phone that nobody has signed in on."""
    phone = people.phone()
    phone.opens("/")
    phone.sees("Sign in with your passkey")
    return phone


def first_day(people):
    """Today, for somebody who has just come in."""
    people.finn = people.newcomer()
    people.finn.opens("/")
    people.finn.sees("How was your session?")
    return people.finn


def nothing_developed_yet(people):
    """How it develops, before the first check-in."""
    people.finn.opens("/develop")
    people.finn.sees("Nothing here yet.")
    return people.finn


def first_question(people):
    """The first of the seven."""
    people.finn.opens("/check-in")
    people.finn.sees("1 of 7")
    return people.finn


def last_question(people):
    """Words, something felt off, and who sees it."""
    people.finn.answers(*["A little"] * 7)
    people.finn.page.get_by_label("Something felt off").click()
    return people.finn


def saved_without_signal(people):
    """Thanks, where it is, and help to say it."""
    people.finn.context.set_offline(True)
    people.finn.taps("Save and share")
    people.finn.sees("Saved on this phone.")
    return people.finn


def today_without_signal(people):
    """One is waiting."""
    people.finn.opens("/")
    people.finn.sees("Send now")
    return people.finn


def received(people):
    """The same, once there is signal again."""
    people.finn.context.set_offline(False)
    people.finn.opens("/check-ins")
    people.finn.page.locator("[data-list] a").first.click()
    people.finn.receives()
    return people.finn


def in_two_versions(people):
    """What was changed on two devices at once."""
    tablet = people.phone()
    tablet.opens("/sign-in")
    is_signed_in_on(tablet, people.finn)
    changes_it(people.finn, "It rained, and we laughed.")
    changes_it(tablet, "It rained hard by the weir.")
    has_signal_again(people.finn, tablet)
    tablet.sees(SEVERAL)
    return tablet


def a_dip_on_the_path(people):
    """Its reason, opened."""
    people.bea.opens("/develop")
    people.bea.sees("The path")
    people.bea.page.locator("[data-moments] summary").first.click()
    return people.bea


def one_check_in(people):
    """What was written, and what can be done with it."""
    people.bea.opens("/check-ins")
    people.bea.page.locator("[data-list] a").first.click()
    people.bea.page.locator("one-check-in h2").wait_for()
    return people.bea


def one_talking_point(people):
    """A thread."""
    people.bea.opens("/talking-points")
    people.bea.page.locator("main li a").locator("visible=true").first.click()
    people.bea.page.locator("one-talking-point h2").wait_for()
    return people.bea


def with_a_lock(people):
    """This phone, once it locks itself."""
    people.bea.opens("/phone")
    people.bea.taps("Lock it with my passkey")
    people.bea.sees("Footing locks itself from now on.")
    return people.bea


def locked(people):
    """Today, locked."""
    people.bea.taps("Lock it now")
    people.bea.sees("Footing is locked.")
    people.bea.opens("/")
    people.bea.sees("Footing is locked.")
    return people.bea


def with_a_code(people):
    """Where a therapist without a passkey comes back in."""
    phone = people.phone()
    phone.opens("/with-a-code")
    return phone


def recovery_codes(people):
    """Ada's ten, shown once."""
    people.ada.opens("/practice/passkeys")
    people.ada.taps("Make recovery codes")
    people.ada.page.get_by_role("heading", name="Your recovery codes").wait_for()
    return people.ada


ALL = [
    joining, signed_out, first_day, nothing_developed_yet, first_question, last_question,
    saved_without_signal, today_without_signal, received, in_two_versions,
    *gallery_pages.OF_CLIENTS,
    a_dip_on_the_path, one_check_in, one_talking_point,
    with_a_lock, locked,
    *gallery_pages.OF_THERAPISTS,
    with_a_code, recovery_codes,
    *gallery_troubles.ALL,
]  # fmt: skip
