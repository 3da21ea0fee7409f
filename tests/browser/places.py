"""The pages that people come to, and the words by which they know that they are there."""

from tests.browser import looks

OF_BEA = {
    "/": "How was your session?",
    "/check-ins": "shared with Ada",
    "/develop": "2 check-ins, a ring for each.",
    "/prepare": "Know the exact spot to meet",
    "/together": "Each counts once you have both agreed",
    "/together#task.change": "What could you do, or do in another way?",
    "/together#walk_and_talk.change": "If we meet somebody we know",
    "/learn": "Short pieces to read when you like",
    "/learn#alliance": "A guide and a climb",
    "/learn#your-side": "Is there another way?",
    "/the-practice": "You may complain",
    "/another-therapist": "It is all right to want another therapist.",
    "/talking-points": "Nothing here yet.",
    "/say-it": "What was it like?",
    "/reflect": "A quiet look, now and then.",
    "/more": "Short pieces about working together",
    "/phone": "Everything has been received.",
    "/help": "Nobody reads Footing straight away.",
    "/home-screen": "Choose Install app",
    "/accessibility": "What you can do",
    "/privacy": "Your data, in plain words",
    "/away": "Packing list",
    "/offline": "This page needs the network.",
    "/nowhere": "There is nothing here",
}
FOLDED_OF_BEA = {
    "/prepare": "Plan the last stretch",
    "/learn#on-a-walk": "Last looked at on",
    "/develop": "You said that something felt off.",
}
OF_NOBODY = dict.fromkeys(
    ("/", "/sign-in", "/check-in", "/check-ins", "/phone"), "Sign in with your passkey"
)
OF_ADA = {
    "/practice/settings": "How to get in touch",
    "/practice/colleagues": "Invite a colleague",
    "/practice/running": "What was read",
    "/practice/passkeys": "How you sign in",
    "/practice/tips?open=online": "Try sound and picture first",
    "/practice/tips/new": "For which sessions?",
}
UNFOLD = "for (const fold of document.querySelectorAll('details')) fold.open = true"


def is_right(person, path, words):
    """Open a page, and hold it to every look."""
    person.opens(path)
    is_right_here(person, words)


def is_right_here(person, words):
    """Wait for these words on the present page, and hold it to every look."""
    person.sees(words)
    looks.hold(person)


def is_right_unfolded(person, path, words):
    """Open a page and all that is folded away in it, and hold it to every look."""
    person.opens(path)
    person.page.get_by_text(words).first.wait_for(state="attached")  # it has been drawn
    unfolds(person)
    is_right_here(person, words)


def unfolds(person):
    """Open all that is folded away on the present page."""
    person.page.evaluate(UNFOLD)
