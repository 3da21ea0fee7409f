"""Fault 13: the server is put back to an older backup, and a phone refills it by itself."""

import pytest

from tests.browser.devices import NO_BACKGROUND_SYNC
from tests.browser.stored import on_the_server
from tests.browser.waiting import eventually
from tests.sync.backups import OfSqlite

# As when history was let go for want of room: everything is to be read once more.
READS_AGAIN = """new Promise(done => {
    indexedDB.databases().then(found => {
        const {name} = found.find(({name}) => name.startsWith("footing-"));
        indexedDB.open(name).onsuccess = ({target: {result}}) => {
            const meta = result.transaction("meta", "readwrite").objectStore("meta");
            meta.put(null, "cursor");
            meta.transaction.oncomplete = () => (result.close(), done());
        };
    });
})"""


@pytest.fixture
def went_back(bea, server):
    """Bea has two check-ins on her phone; the server knows only the first one any more."""
    bea.runs_first(NO_BACKGROUND_SYNC)  # or it may be refilled before anybody looks
    bea.sends_a_check_in(words="It was good to walk.")
    backup = OfSqlite(server.instance / "footing.sqlite")
    bea.sends_a_check_in(words="Today was harder.")
    backup.restore()
    assert on_the_server(server, bea) == 1
    return bea


def refills(bea, ada, server):
    """Bea looks at the app, which says nothing of it; then Ada can read everything again."""
    bea.opens("/check-ins")
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 2)
    bea.receives()
    bea.does_not_see("Needs attention")
    ada.opens_page_of(bea)
    ada.sees("Today was harder.")


def ada_reads(ada, bea):
    """Ada says so in the journal, which takes the number that was Bea's."""
    ada.opens_page_of(bea)
    ada.marks_it_read()


def test_fault_13_a_server_that_went_back_is_refilled_by_the_phone(went_back, ada, server):
    refills(went_back, ada, server)


def test_fault_13_also_when_something_new_has_its_number(went_back, ada, server):
    ada_reads(ada, went_back)
    refills(went_back, ada, server)


def test_fault_13_also_while_a_phone_that_was_full_reads_everything_again(went_back, ada, server):
    ada_reads(ada, went_back)
    went_back.page.evaluate(READS_AGAIN)
    refills(went_back, ada, server)
