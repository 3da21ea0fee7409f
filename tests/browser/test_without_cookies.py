"""A browser that lets no page keep anything says why nobody can sign in there."""

import json

import pytest
from playwright.sync_api import expect

from tests import chromium

BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}


@pytest.fixture(scope="module")
def page(chrome, tmp_path_factory):
    """A page of a browser that has cookies blocked."""
    profile = tmp_path_factory.mktemp("blocked")
    preferences = profile / "Default" / "Preferences"
    preferences.parent.mkdir()
    preferences.write_text(json.dumps(BLOCKED))
    context = chrome.launch_persistent_context(
        profile, executable_path=chromium.path(), args=chromium.FLAGS
    )
    yield context.pages[0]
    context.close()


@pytest.mark.parametrize("path", ["/", "/sign-in", "/join", "/set-up", "/with-a-code"])
def test_who_has_cookies_blocked_is_told_why_nothing_can_be_done(page, server, path):
    page.goto(server.origin + path, wait_until="networkidle")  # also the answer to what it asks
    expect(page.get_by_text("please allow cookies for this address")).to_be_visible()
    ways_in = page.locator("main :is([type=submit], sign-in-button button, [data-make]):enabled")
    expect(ways_in.locator("visible=true")).to_have_count(0)
