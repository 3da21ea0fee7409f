"""What a phone holds of one release: its version, its files and its pages."""

import hashlib
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
STATIC = PACKAGE / "static"
# What is seen on a phone comes from these folders, or is put together in the last; a change in any
# of them is a new version.
SEEN = ("static", "templates", "content", "shell")
# Pages without one personal word, by endpoint.
PAGES = (
    "shell.today",
    "checkins.new",
    "checkins.all_of_them",
    "checkins.develop",
    "preparation.prepare",
    "together.together",
    "learn.learn",
    "repairs.talking_points",
    "repairs.say_it",
    "reflections.reflect",
    "passkeys.sign_in",
    "people.join",
    "people.the_practice",
    "handovers.another_therapist",
    "reminders.choose",
    "shell.home_screen",
    "shell.more",
    "privacy.my_data",
    "privacy.notice",
    "shell.phone",
    "shell.help_now",
    "shell.accessibility",
    "shell.away",
    "shell.offline",
)
KINDS = (".css", ".js", ".svg")  # types for checkers are none of these
# The phone keeps the app's icon itself, and the therapist's pages need the network anyway; parts of
# a stylesheet come within it.
NOT_FOR_OFFLINE = (
    "icons/",
    "css/app/",
    "css/practice",
    "js/pages/practice",
    "js/pages/set-up",
)
PAGE_SCRIPTS = "js/pages/"
FOR_THE_WORKER = "js/for-the-worker.js"
FIRST = "js/look.js"  # by every page, before anything is drawn


def version():
    """Twelve hex digits that change whenever anything a phone shows changes."""
    digest = hashlib.sha256()
    for path in sorted(p for folder in SEEN for p in (PACKAGE / folder).rglob("*") if p.is_file()):
        if path.suffix != ".pyc":
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def files():
    """The static files that a phone keeps, as paths under static/."""
    found = (p.relative_to(STATIC).as_posix() for p in STATIC.rglob("*") if p.is_file())
    return sorted(name for name in found if name.endswith(KINDS) and _is_kept(name))


def page_scripts():
    """The scripts that pages ask for, also those that a phone does not keep."""
    return [PAGE_SCRIPTS + path.name for path in (STATIC / PAGE_SCRIPTS).glob("*.js")]


def stylesheets():
    """Those that pages ask for."""
    return ["css/" + path.name for path in (STATIC / "css").glob("*.css")]


def in_one_piece():
    """What is asked for by a page or by the worker, and comes with all that it imports."""
    return [*page_scripts(), FOR_THE_WORKER]


def _is_kept(name):
    """Of scripts only what a page asks for: each comes with its modules."""
    is_asked_for = not name.endswith(".js") or name.startswith((PAGE_SCRIPTS, FIRST))
    return is_asked_for and not name.startswith(NOT_FOR_OFFLINE)
