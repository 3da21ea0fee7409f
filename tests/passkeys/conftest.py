"""A link for Bea, who has lost every passkey, and her new phone."""

import pytest

from tests.authenticator import Passkey
from tests.entries import check_in
from tests.pages import Visitor
from tests.passkeys.letting_in import PRIVATE, SHARED, link_by


@pytest.fixture
def link(ada, bea):
    """Bea has a code, and wrote something only for herself, and something for both."""
    bea.code = bea.posts("/recovery-code")["code"]
    bea.syncs(check_in(PRIVATE, shared=False), check_in(SHARED, shared=True))
    bea.posts(f"/devices/{bea.device}/key")
    return link_by(ada, bea)


@pytest.fixture
def again(app, link):
    """Whoever used the link, on a new phone."""
    return Visitor(app, Passkey()).joins(link)
