"""What Bea takes along says where she is notified, and of what she was reminded."""

from tests.privacy.test_taking_it_all import exported
from tests.reminders.people import EVE, chooses, reminded
from tests.reminders.test_what_comes import WALKS, book


def test_it_says_by_whose_service_bea_is_notified_and_not_where(bea, push_service):
    told = exported(bea)
    assert [each["service"] for each in told["notified"]] == ["127.0.0.1"]
    assert bea.phone.subscription["endpoint"] not in str(told)


def test_it_says_of_what_bea_was_reminded(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True)
    clock(EVE)
    reminded(app)
    (told,) = exported(bea)["reminders"]
    assert (told["what"], told["state"]) == ("evening", "sent")
