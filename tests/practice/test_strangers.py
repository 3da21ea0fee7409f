"""Not yours and not there look the same."""

from uuid import UUID, uuid4

import pytest

from tests.entries import check_in
from tests.pages import A_PERSON

PAGES = ["/practice/clients/{}", "/practice/clients/{}/invitation"]
STRANGERS = ["Olga", "Finn", "Ben", "Bea"]


@pytest.fixture
def shared(bea):
    """A check-in that Bea shares."""
    words = check_in("only for Ada and me")
    bea.syncs(words)
    return words


def sees(person, path, method="GET"):
    """What somebody sees at an address: the status, and every byte."""
    response = person.asks(method, path, headers=A_PERSON)
    return response.status_code, response.data


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_sees_what_they_would_see_of_nobody(person, shared, bea, name, page):
    stranger = person(name)
    seen = sees(stranger, page.format(bea.id))
    assert seen[0] == 404
    assert seen == sees(stranger, page.format(uuid4()))


@pytest.mark.parametrize("method", ["POST", "HEAD"])
@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_can_send_nothing_there_either(person, shared, bea, name, method):
    stranger = person(name)
    read = "/practice/clients/{}/read/" + shared["record"]
    path = read if method == "POST" else PAGES[0]
    seen = sees(stranger, path.format(bea.id), method)
    assert seen[0] == 404
    assert seen == sees(stranger, path.format(uuid4()), method)


@pytest.mark.parametrize("record", ["private", "nobody's", "bens"])
def test_ada_cannot_mark_what_she_may_not_read(ada, bea, ben, record):
    hidden, his = check_in(shared=False), check_in()
    bea.syncs(hidden)
    ben.syncs(his)
    of = {"private": hidden["record"], "nobody's": uuid4(), "bens": his["record"]}[record]
    assert sees(ada, f"/practice/clients/{bea.id}/read/{of}", "POST")[0] == 404


def test_ada_sees_her_clients_and_olga_sees_none(ada, olga, ben, bea, finn):
    page = ada.opens("/practice").get_text()
    assert "Ben" in page and "Bea" in page and "Finn" not in page
    page = olga.opens("/practice").get_text()
    assert "Ben" not in page and "Bea" not in page and "Nobody here yet" in page


@pytest.mark.parametrize("name", ["Ben", "Bea", "Finn"])
def test_a_client_finds_no_therapists_pages(person, name):
    client = person(name)
    client.opens("/practice", status=404)
    client.opens("/practice/clients/new", status=404)


@pytest.mark.parametrize(
    "path", ["/practice", "/practice/clients/new", PAGES[0].format(UUID(int=1))]
)
def test_who_is_not_signed_in_is_asked_to_and_comes_back(nobody, path):
    response = nobody.asks("GET", path, headers=A_PERSON)
    assert response.status_code == 302
    assert response.location == f"/sign-in?next={path}"


def test_a_page_of_ada_stays_in_no_cache(ada, bea):
    for path in ("/practice", PAGES[0].format(bea.id)):
        ada.opens(path)
        assert ada.response.headers["Cache-Control"] == "no-store"
