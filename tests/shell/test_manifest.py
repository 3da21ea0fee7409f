"""What makes the app installable: its manifest, and icons that are what it says they are."""

import json
from struct import unpack

import pytest


@pytest.fixture
def app(sqlite):
    """The application. Its manifest has nothing to do with the database."""
    return sqlite.emptied()


@pytest.fixture
def manifest(nobody):
    answer = nobody.asks("GET", "/manifest.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    return json.loads(answer.text)


def size(nobody, path):
    """The size of a PNG as it says itself, and as a manifest would say it."""
    picture = nobody.asks("GET", path).data
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return "{}x{}".format(*unpack(">II", picture[16:24]))


def test_it_opens_at_the_start_page_in_a_window_of_its_own(manifest):
    assert (manifest["id"], manifest["start_url"], manifest["scope"]) == ("/", "/", "/")
    assert manifest["display"] == "standalone"
    assert manifest["launch_handler"] == {"client_mode": "navigate-existing"}


def test_its_name_and_words_do_not_say_what_it_is_for(manifest):
    shown = [manifest, *manifest["shortcuts"]]
    told = " ".join(one[key] for one in shown for key in ("name", "description") if key in one)
    telling = ("therap", "counsel", "mental", "health", "session", "feel", "client")
    assert manifest["name"] == manifest["short_name"] == "Footing"
    assert [word for word in telling if word in told.lower()] == []


def test_there_is_an_icon_for_every_purpose(manifest):
    icons = {(icon["purpose"], icon["sizes"]) for icon in manifest["icons"]}
    assert icons >= {
        ("any", "192x192"), ("any", "512x512"), ("maskable", "512x512"), ("monochrome", "512x512"),
    }  # fmt: skip


def test_every_icon_and_picture_has_the_size_it_claims(manifest, nobody):
    shortcuts = [icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"]]
    for icon in [*manifest["icons"], *shortcuts, *manifest["screenshots"]]:
        assert (size(nobody, icon["src"]), icon["type"]) == (icon["sizes"], "image/png")
    apple = nobody.opens("/").find("link", rel="apple-touch-icon")["href"]
    assert size(nobody, apple) == "180x180"


def test_a_long_press_on_the_icon_leads_to_checking_in_and_preparing(manifest, nobody):
    shortcuts = {shortcut["name"]: shortcut["url"] for shortcut in manifest["shortcuts"]}
    assert shortcuts == {"Check in": "/check-in", "Prepare": "/prepare"}
    assert nobody.opens("/check-in").h1.text == "How was today?"
    assert nobody.opens("/prepare").h1.text == "Prepare"


def test_the_bar_above_has_the_colour_of_the_paper_by_day_and_by_night(nobody):
    themes = nobody.opens("/").find_all("meta", attrs={"name": "theme-color"})
    assert {theme["media"]: theme["content"] for theme in themes} == {
        "(prefers-color-scheme: light)": "#FBF8F1",
        "(prefers-color-scheme: dark)": "#101915",
    }
