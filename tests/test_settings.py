"""Every setting is explained in the README, and a wrong one stops the start with a sentence."""

import re
import subprocess
import sys
from pathlib import Path

import flask_migrate
import pytest

from webapp import create_app
from webapp.config import DEFAULTS, NUMBERS, OPTIONAL, settings
from webapp.extensions import db
from webapp.security.secrets import BadSecrets
from webapp.wrong_setting import WrongSetting

HOUSE = Path(__file__).parents[1]
ROW = re.compile(r"^\| *`([A-Z_]+)` *\|([^|]*)\|([^|]*)\|", re.MULTILINE)


def test_the_readme_explains_every_setting_and_no_other():
    rows = ROW.findall((HOUSE / "README.md").read_text())
    assert sorted(name for name, _, _ in rows) == sorted([*DEFAULTS, *OPTIONAL])
    assert all(default.strip() and meaning.strip() for _, default, meaning in rows)
    told = {name: default for name, default, _ in rows}
    assert [name for name in DEFAULTS if (DEFAULTS[name] or "none") not in told[name]] == []


@pytest.mark.parametrize("name", ["THREADS", "WORKERS", "PROXY_HOPS"])
def test_the_readme_says_how_far_a_number_goes(name):
    meanings = {
        name: meaning for name, _, meaning in ROW.findall((HOUSE / "README.md").read_text())
    }
    assert "{} to {}".format(*NUMBERS[name]) in meanings[name]


def test_with_no_setting_at_all_it_runs_here_and_for_nobody_else():
    found = settings({})
    assert (found["BIND"], found["PORT"]) == ("127.0.0.1", 8000)
    assert found["PUBLIC_ORIGIN"] == "http://localhost:8000"
    assert found["SQLALCHEMY_DATABASE_URI"].startswith("sqlite:////")


@pytest.mark.parametrize("name", ["a%20b", "a b", "100%", "a+b", "Zoë & Söhne #1"])
def test_whatever_its_folder_is_called_the_database_lies_in_it(tmp_path, name):
    app = create_app({"INSTANCE": f"{tmp_path}/{name}"})
    with app.app_context():
        flask_migrate.upgrade()
        db.engine.dispose()
    assert (tmp_path / name / "footing.sqlite").exists() and len(list(tmp_path.iterdir())) == 1


def test_a_setting_that_is_empty_is_as_good_as_none():
    assert settings(dict.fromkeys([*DEFAULTS, *OPTIONAL], "")) == settings({})


def test_the_address_follows_the_port():
    assert settings({"PORT": "9000"})["PUBLIC_ORIGIN"] == "http://localhost:9000"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_spoken_to_by_the_one_driver_there_is(scheme):
    found = settings({"DATABASE_URL": f"{scheme}://somebody@there/footing"})
    assert found["SQLALCHEMY_DATABASE_URI"] == "postgresql+psycopg://somebody@there/footing"


def test_what_the_operator_asks_of_postgresql_is_asked_too():
    asked = {"DATABASE_URL": "postgresql://there/footing?options=-c%20search_path%3Dours"}
    options = settings(asked)["SQLALCHEMY_ENGINE_OPTIONS"]["connect_args"]["options"]
    assert options == "-c lock_timeout=5000 -c TimeZone=UTC -c search_path=ours"


def test_how_long_postgresql_is_waited_for_is_the_operator_s_to_say():
    url = "postgresql://there/footing?connect_timeout=60"
    told = settings({"DATABASE_URL": url})["SQLALCHEMY_ENGINE_OPTIONS"]["connect_args"]
    assert "connect_timeout" not in told
    assert (told["tcp_user_timeout"], told["keepalives_idle"]) == (10_000, 10)


def test_on_the_web_cookies_need_encryption():
    found = settings({"PUBLIC_ORIGIN": "https://Footing.Example/"})
    assert found["PUBLIC_ORIGIN"] == "https://footing.example"
    assert found["SESSION_COOKIE_SECURE"] and found["TRUSTED_HOSTS"] == ["footing.example"]


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("https://footing.example:443", "https://footing.example"),
        ("https://footing.example:80", "https://footing.example:80"),
        ("http://localhost:80/", "http://localhost"),
        ("http://localhost:443", "http://localhost:443"),
    ],
)
def test_a_port_that_a_browser_leaves_out_is_left_out(told, seen):
    assert settings({"PUBLIC_ORIGIN": told})["PUBLIC_ORIGIN"] == seen


def test_each_port_of_this_machine_has_cookies_of_its_own():
    names = ("LOGIN_COOKIE", "BROWSER_COOKIE", "SESSION_COOKIE_NAME")
    here, there = settings({}), settings({"PORT": "80"})
    assert [here[name] for name in names] == ["login-8000", "browser-8000", "form-8000"]
    assert [there[name] for name in names] == ["login-80", "browser-80", "form-80"]


WRONG = [
    ("PORT", "abc"), ("PORT", "0"), ("PORT", "65536"), ("PORT", "-1"), ("PORT", "8000.0"),
    ("THREADS", "none"), ("WORKERS", "65"), ("PROXY_HOPS", "6"),
    ("PUBLIC_ORIGIN", "footing.example"), ("PUBLIC_ORIGIN", "http://footing.example"),
    ("PUBLIC_ORIGIN", "ftp://footing.example"), ("PUBLIC_ORIGIN", "https://footing.example/app"),
    ("PUBLIC_ORIGIN", "https://footing.example?a"), ("PUBLIC_ORIGIN", "http://127.0.0.1:8000"),
    ("PUBLIC_ORIGIN", "https://footing.example:65536"), ("PUBLIC_ORIGIN", "https://"),
    ("PUBLIC_ORIGIN", "http://["), ("PUBLIC_ORIGIN", "https://192.168.1.10"),
    ("PUBLIC_ORIGIN", "https://2130706433"), ("PUBLIC_ORIGIN", "https://0x7f.1"),
    ("PUBLIC_ORIGIN", "https://.."), ("PUBLIC_ORIGIN", "https://footing.example."),
    ("PUBLIC_ORIGIN", "https://-footing.example"), ("PUBLIC_ORIGIN", "https://[::1]"),
    ("BIND", "nohost.invalid"), ("BIND", "localhost"), ("BIND", "fe80::1%eth0"),
    ("PUBLIC_ORIGIN", "https://footing.example#a"), ("PUBLIC_ORIGIN", "https://a@footing.example"),
    ("HUEY_URL", "amqp://there"), ("HUEY_URL", "redis://there"), ("SMTP_URL", "mail.example"),
    ("SMTP_URL", "smtp://mail.example:99999"), ("SMTP_URL", "imap://mail.example"),
    ("MAIL_FROM", "Ada <ada@example.org>"), ("PUSH_SERVICES", "https://push.example/path"),
    ("PUSH_SERVICES", "http://push.example"), ("PORT", "8" * 5000), ("INSTANCE", "/srv/why?"),
    ("DATABASE_URL", "mysql://there/footing"), ("DATABASE_URL", "footing.sqlite"),
    ("DATABASE_URL", "sqlite:///"), ("DATABASE_URL", "sqlite:///footing.sqlite"),
    ("DATABASE_URL", "sqlite:///:memory:"), ("DATABASE_URL", "postgresql://a:b@there:port/footing"),
    ("HUEY_URL", "sqlite:///queue.sqlite"), ("DATABASE_URL", "sqlite:////srv/a?timeout=abc"),
    ("DATABASE_URL", "sqlite:////srv/a.sqlite?mode=ro"), ("HUEY_URL", "sqlite:////srv/a?mode=ro"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_is_named_in_one_sentence(name, value):
    needed = {"MAIL_FROM": "notes@footing.example"} if name == "SMTP_URL" else {}
    with pytest.raises(WrongSetting, match=rf"^{name} [^\n]*\.$"):
        settings({name: value, **needed})


def test_e_mail_needs_an_address_to_come_from():
    with pytest.raises(WrongSetting, match="^MAIL_FROM must say"):
        settings({"SMTP_URL": "smtp://mail.example"})
    told = {
        "SMTP_URL": "smtp://ada%40x:se%2Fcret@mail.example",
        "MAIL_FROM": "notes@footing.example",
    }
    server = settings(told)["MAIL_SERVER"]
    assert (server.host, server.port, server.user) == ("mail.example", 587, "ada@x")
    assert server.password == "se/cret" and "se/cret" not in repr(server)


SHORT = '{"session":"AA==","devices":"AA==","sealing":{"1":"AA=="}}'


@pytest.mark.parametrize("secrets", ["{", "[]", "{}", SHORT])
def test_damaged_secrets_stop_the_start_with_a_sentence(tmp_path, secrets):
    with pytest.raises(BadSecrets, match=r"^The secrets [^\n]*\.$"):
        create_app({"INSTANCE": str(tmp_path), "SECRETS": secrets})


@pytest.mark.parametrize("wrong", [{"PORT": "abc"}, {"SECRETS": "{"}])
def test_the_operator_reads_a_sentence_and_no_traceback(tmp_path, wrong):
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve"]
    environ = {"INSTANCE": str(tmp_path), "PATH": "/usr/bin:/bin", **wrong}
    told = subprocess.run(command, env=environ, cwd=HOUSE, capture_output=True, text=True)
    assert told.returncode == 1 and told.stdout == ""
    assert told.stderr.count("\n") == 1 and told.stderr.endswith(".\n")
