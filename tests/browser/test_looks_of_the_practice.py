"""What a therapist looks after, with no client in it yet, in every look."""

import pytest

from tests.browser import looks, places
from tests.browser.agreeing import ada_sees, proposes
from tests.browser.people import LAPTOP, Therapist
from tests.browser.server import Server


@pytest.fixture(scope="module")
def newly_served(tmp_path_factory):
    """A server that nobody has set up yet."""
    server = Server(tmp_path_factory.mktemp("new"))
    server.public_port, server.origin = server.port, f"http://localhost:{server.port}"
    server.start()
    yield server
    server.stop()


def test_setting_up_and_the_empty_practice_are_right(browser, newly_served):
    somebody = Therapist(browser.new_context(**LAPTOP), newly_served.origin)
    somebody.opens(newly_served.set_up_link())
    looks.hold(somebody)
    somebody.page.get_by_label("What is your practice called?").fill("Hillside")
    somebody.taps("Make my passkey")
    somebody.sees("Please fill in both")
    assert somebody.page.locator("[aria-invalid=true]:focus").get_attribute("id") == "name"
    somebody.sets_up(newly_served.set_up_link())
    somebody.sees("Nobody here yet.")
    looks.hold(somebody)
    somebody.context.close()


def test_inviting_is_right_from_the_empty_form_to_the_state_of_the_invitation(ada):
    ada.opens("/practice/clients/new")
    looks.hold(ada)
    ada.taps("Make the invitation")
    ada.sees("Please look at this again")
    looks.hold(ada)
    invitation = ada.invites("Ben")
    looks.hold(ada)
    ada.page.reload()
    ada.sees("An invitation is open")
    looks.hold(ada)
    ada.opens(invitation.client)
    ada.sees("Ben has not come in yet.")
    looks.hold(ada)


@pytest.mark.parametrize("path", places.OF_ADA)
def test_what_ada_looks_after_is_right_in_every_look(ada, path):
    places.is_right(ada, path, places.OF_ADA[path])


SELDOM = {"/about": "Seldom needed", "/close": "What happens", "/hand-over": "Bea decides."}


@pytest.mark.parametrize("below", SELDOM)
def test_what_is_seldom_done_with_a_client_is_right_in_every_look(ada, bea, below):
    places.is_right(ada, bea.invitation.client + below, SELDOM[below])


def test_on_a_phone_the_buttons_of_an_answer_do_not_touch(ada, bea):
    bea.opens("/together")
    proposes(bea, "Sleep better.")
    ada_sees(ada, bea, "Sleep better.")
    with looks.narrow(ada) as page:
        agree = page.get_by_role("button", name="I agree")
        assert looks.between(agree, page.get_by_role("link", name="Suggest a change")) > 5
