"""Line 25: Footing does not start with secrets that are weak or missing, nor open to the world."""

import json
import secrets as random
from base64 import b64encode

import pytest

from webapp import create_app
from webapp.security.secrets import BadSecrets
from webapp.wrong_setting import WrongSetting

WEAK = {
    "zeros": bytes(32),
    "a typed sentence": b"my secret, which nobody guesses!",
    "a short pattern": bytes(range(16)) * 2,
    "too short": bytes(range(200, 216)),
    "too long": bytes(range(200, 240)),
}


def key():
    return b64encode(random.token_bytes(32)).decode()


def told(**otherwise):
    """Good secrets as JSON, but for what is bent."""
    good = {"session": key(), "devices": key(), "sealing": {"1": key()}}
    return json.dumps({**good, **otherwise})


def starts(tmp_path, **environ):
    return create_app({"INSTANCE": str(tmp_path), **environ})


def is_refused(tmp_path, why, wrong=BadSecrets, **environ):
    with pytest.raises(wrong, match=why) as refused:
        starts(tmp_path, **environ)
    assert "\n" not in str(refused.value)


def test_good_secrets_are_taken(tmp_path):
    assert starts(tmp_path, SECRETS=told()) and not list(tmp_path.iterdir())


@pytest.mark.parametrize("how", WEAK)
@pytest.mark.parametrize("name", ["session", "devices", "sealing"])
def test_a_weak_key_is_refused(tmp_path, how, name):
    weak = b64encode(WEAK[how]).decode()
    is_refused(tmp_path, name, SECRETS=told(**{name: {"1": weak} if name == "sealing" else weak}))


@pytest.mark.parametrize("name", ["session", "devices", "sealing"])
@pytest.mark.parametrize("nothing", [None, "", {}])
def test_a_missing_key_is_refused(tmp_path, name, nothing):
    is_refused(tmp_path, f"no “{name}”", SECRETS=told(**{name: nothing}))


@pytest.mark.parametrize("number", ["0", "256", "-1", "first", "²"])
def test_a_sealing_key_has_a_number(tmp_path, number):
    is_refused(tmp_path, "1 to 255", SECRETS=told(sealing={number: key()}))


def test_one_key_for_two_purposes_is_refused(tmp_path):
    same = key()
    is_refused(tmp_path, "two purposes", SECRETS=told(session=same, devices=same))
    is_refused(tmp_path, "two purposes", SECRETS=told(sealing={"1": same, "2": same}))


@pytest.mark.parametrize("text", ["{", "[]", "7", '{"session": 7, "sealing": "x", "devices": 1}'])
def test_what_is_no_secrets_is_refused(tmp_path, text):
    (tmp_path / "secrets.json").write_text(text)
    is_refused(tmp_path, "damaged")


def test_what_it_makes_itself_is_good(tmp_path):
    assert starts(tmp_path).secret_key == starts(tmp_path).secret_key


@pytest.mark.parametrize("flag", ["1", "true", "on"])
def test_a_debugger_is_for_this_machine_only(tmp_path, flag):
    public = {"PUBLIC_ORIGIN": "https://footing.example", "FLASK_DEBUG": flag}
    is_refused(tmp_path, "FLASK_DEBUG", WrongSetting, **public)
    assert starts(tmp_path, FLASK_DEBUG=flag)
    assert starts(tmp_path, **public | {"FLASK_DEBUG": "0"})


def test_passkeys_and_words_do_not_go_in_the_clear(tmp_path):
    is_refused(tmp_path, "https", WrongSetting, PUBLIC_ORIGIN="http://footing.example")
