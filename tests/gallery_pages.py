"""The pages of the gallery: where each is, and what shows that it is there."""

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
    "whom_you_see": ("/another-therapist", "It is all right"),
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
    "colleagues": "/practice/colleagues",
    "how_it_is_running": "/practice/running",
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
    "client_about": "/about",
    "client_handing_over": "/hand-over",
    "client_closing": "/close",
}


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


OF_CLIENTS = [_page(name, *about) for name, about in CLIENTS.items()]
OF_THERAPISTS = [
    *[_hers(*about) for about in THERAPISTS.items()],
    *[_about_bea(*about) for about in OF_BEA.items()],
]
