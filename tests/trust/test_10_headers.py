"""Line 10: the answers that tests/security/test_headers.py cannot ask for have every header too."""

import pytest
from sqlalchemy.exc import OperationalError

from tests.pages import A_PERSON, OURS
from tests.security.test_headers import holds

BOTH = pytest.mark.parametrize("headers", [OURS, A_PERSON], ids=["a program", "a person"])


@BOTH
def test_an_answer_to_too_many_tries(app, nobody, monkeypatch, headers):
    monkeypatch.setitem(app.config, "MOST_WRONG_TRIES", 0)
    ask = {"json": {"invitation": "x" * 43}, "headers": headers}
    assert holds(nobody.asks("POST", "/invitations/look", **ask).headers)


@BOTH
@pytest.mark.parametrize("status", [500, 503])
def test_an_answer_when_something_breaks(app, nobody, monkeypatch, headers, status):
    def breaks():
        raise OperationalError("", {}, Exception()) if status == 503 else ZeroDivisionError

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.view_functions, "shell.help_now", breaks)
    told = nobody.asks("GET", "/help", headers=headers)
    assert told.status_code == status and "Traceback" not in told.text
    assert holds(told.headers)
