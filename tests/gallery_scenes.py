"""The scenes of the gallery, in order: each brings somebody to a page or state; it returns them."""

from tests.browser.devices import changes_it, has_signal_again, is_signed_in_on

CLIENTS = {
    "today": ("/", "a walk"),
    "prepare": ("/prepare", "Every session"),
    "develop": ("/develop", "The path"),
    "check_ins": ("/check-ins", "shared with"),
    "together": ("/together", "Each counts once"),
    "talking_points": ("/talking-points", "talk"),
    "say_it": ("/say-it", "What was it like?"),
    "reflect": ("/reflect", "A quiet look"),
    "reminders": ("/reminders", "Nothing comes until"),
    "learn": ("/learn", "Short pieces"),
    "the_practice": ("/the-practice", "You may complain"),
    "more": ("/more", "Short pieces"),
    "my_data": ("/my-data", "passkey"),
    "privacy": ("/privacy", "Nothing is sold"),
    "phone": ("/phone", "Everything has been received."),
    "for_everybody": ("/accessibility", "What you can do"),
    "home_screen": ("/home-screen", "from there"),
    "help_now": ("/help", "Nobody reads"),
    "away": ("/away", "Packing list"),
    "not_found": ("/nowhere", "There is nothing here"),
}
THERAPISTS = {
    "caseload": "/practice",
    "sessions": "/practice/sessions",
    "tips": "/practice/tips?open=online",
    "settings": "/practice/settings",
    "how_ada_signs_in": "/practice/passkeys",
    "how_ada_is_told": "/practice/reminders",
    "inviting": "/practice/clients/new",
}
OF_BEA = {
    "client": "",
    "client_together": "/together",
    "client_talking_points": "/talking-points",
    "client_sessions": "/sessions",
    "client_booking": "/sessions/new",
    "client_on_paper": "/on-paper",
    "client_again": "/again",
}


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
    tablet = is_signed_in_on(people.phone(), people.finn)
    changes_it(people.finn, "It rained, and we laughed.")
    changes_it(tablet, "It rained hard by the weir.")
    has_signal_again(people.finn, tablet)
    tablet.sees("You wrote this in more than one place.")
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


def _page(name, path, words):
    def scene(people):
        people.bea.opens(path)
        people.bea.sees(words)
        return people.bea

    scene.__name__ = name
    return scene


def _hers(name, path):
    def scene(people):
        people.ada.opens(path)
        return people.ada

    scene.__name__ = f"ada_{name}"
    return scene


def address_of_bea(people):
    """Where Ada looks at Bea."""
    people.ada.opens("/practice")
    people.ada.taps("Bea", "link")
    people.ada.page.wait_for_url("**/clients/*")
    return people.ada.page.url


def _about_bea(name, below):
    def scene(people):
        people.ada.opens(address_of_bea(people) + below)
        return people.ada

    scene.__name__ = f"ada_{name}"
    return scene


ALL = [
    joining, signed_out, first_day, nothing_developed_yet, first_question, last_question,
    saved_without_signal, today_without_signal, received, in_two_versions,
    *[_page(name, *about) for name, about in CLIENTS.items()],
    a_dip_on_the_path, one_check_in, one_talking_point,
    with_a_lock, locked,
    *[_hers(*about) for about in THERAPISTS.items()],
    *[_about_bea(*about) for about in OF_BEA.items()],
    with_a_code, recovery_codes,
]  # fmt: skip
