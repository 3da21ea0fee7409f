"""One public address: it alone is answered, and nobody is led anywhere else."""

import pytest

from tests.pages import OURS, Visitor

NAVIGATES = {"headers": {"Sec-Fetch-Mode": "navigate"}, "base_url": "http://127.0.0.1:8000"}


@pytest.mark.parametrize("path", ["/", "/join", "/check-in?a=1", "/nowhere", "//evil.example/"])
def test_who_types_the_number_is_led_to_the_name_because_passkeys_need_it(nobody, path):
    told = nobody.asks("GET", "/" if path.startswith("//") else path, **NAVIGATES)
    assert told.status_code == 302
    assert told.location.startswith("http://localhost:8000/")


def test_a_program_may_use_the_number(nobody):
    told = nobody.asks("GET", "/healthz", base_url="http://127.0.0.1:8000")
    assert told.status_code == 200


HOSTS = ["evil.example", "localhost.evil.example", "10.0.0.1", "localhost@evil.example", "[::1]"]


@pytest.mark.parametrize("host", HOSTS)
def test_another_name_is_answered_with_nothing(nobody, host):
    told = nobody.asks("GET", "/me", headers={"Host": host})
    assert told.status_code == 400 and "signed_in" not in told.text


FORGED = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https",
          "Forwarded": "host=evil.example"}  # fmt: skip


@pytest.mark.parametrize("hops", ["0", "1"])
def test_nobody_gets_an_address_of_their_own_into_ours(sqlite, tmp_path, hops):
    nobody = Visitor(sqlite.new(tmp_path / "proxied", PROXY_HOPS=hops))
    told = nobody.asks("GET", "/practice", headers={**OURS, **FORGED})
    assert told.location == "/sign-in?next=/practice"
    assert nobody.posts("/passkeys/login/options")["rpId"] == "localhost"


@pytest.mark.parametrize("path", ["/", "/practice/clients/{id}", "/sync", "/nowhere"])
def test_an_address_that_is_no_text_is_refused(ada, bea, path):
    raw = {"QUERY_STRING": "before=\xff"}
    told = ada.asks("GET", path.format(id=bea.id), environ_overrides=raw)
    assert (told.status_code, told.get_json()["code"]) == (400, "bad_request")
