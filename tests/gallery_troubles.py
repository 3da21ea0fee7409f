"""The scenes in which something is in the way, or has changed. They come last."""

from contextlib import contextmanager

from tests.browser.releases import NewerVersion, looks_for_a_newer_version
from tests.browser.stored import rows
from tests.browser.test_needs_attention import POISON, keeps


def needs_attention(people):
    """What no server takes as it is, with its words and a way on."""
    keeps(people.finn, POISON)
    return people.finn


def today_needs_attention(people):
    """Today says so too."""
    people.finn.opens("/")
    people.finn.sees("Something needs attention.")
    return people.finn


def no_connection(people):
    """A page that a phone does not keep."""
    people.finn.context.set_offline(True)
    people.finn.opens("/nowhere")
    people.finn.sees("This page needs the network.")
    people.finn.context.set_offline(False)
    return people.finn


def server_error(people):
    """What Ada sees of a fault of ours."""
    with _a_fault(people.server):
        people.ada.opens("/practice")
        people.ada.sees("That did not work")
    return people.ada


@contextmanager
def _a_fault(server):
    rows(server, "ALTER TABLE journal RENAME TO away")
    yield
    rows(server, "ALTER TABLE away RENAME TO journal")


def update_ready(people):
    """Today, once a newer version has come."""
    NewerVersion(people.server, people.server.instance / "newer").is_put_in_place()
    people.finn.opens("/")
    assert looks_for_a_newer_version(people.finn) == "installed"
    people.finn.sees("A newer version of Footing is ready.")
    return people.finn


ALL = [needs_attention, today_needs_attention, no_connection, server_error, update_ready]
