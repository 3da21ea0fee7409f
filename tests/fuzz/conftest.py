"""What is thrown at the application must reach it."""

import pytest

from webapp.people import codes


@pytest.fixture(autouse=True)
def as_often_as_they_like(app, monkeypatch):
    """Nobody is stopped for being wrong."""
    monkeypatch.setitem(app.config, "MOST_WRONG_TRIES", 10**9)
    monkeypatch.setattr(codes, "MOST_TRIES", 10**9)
