"""Bea with a phone that can be notified, a push service and a mail server of our own."""

from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.push_service import Browser, PushService
from tests.reminders.people import EVE
from webapp.config import settings

MAIL_FROM = "notes@footing.example"


class Letters(Message):
    """Keeps what was mailed; refuses with `refusal` while there is one."""

    def __init__(self):
        super().__init__()
        self.came, self.refusal = [], None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message):
        self.came.append(message)


class OnAnyPort(Controller):
    """Listens on a port that is free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def push_service():
    with PushService() as service:
        yield service


@pytest.fixture
def letters():
    """The mailbox of whoever mails were sent to."""
    kept = Letters()
    controller = OnAnyPort(kept, hostname="127.0.0.1", port=0)
    controller.start()
    kept.url = f"smtp://127.0.0.1:{controller.port}"
    yield kept
    controller.stop()


@pytest.fixture
def app(app, push_service, letters, monkeypatch):
    """The application, told of our own push service and mail server."""
    ours = {"PUSH_SERVICES": push_service.origin, "SMTP_URL": letters.url, "MAIL_FROM": MAIL_FROM}
    told = settings(ours)
    for name in ("PUSH_SERVICES", "MAIL_SERVER", "MAIL_FROM"):
        monkeypatch.setitem(app.config, name, told[name])
    return app


@pytest.fixture
def clock(time_machine):
    """Sets the clock; at first to noon of the day before the walk."""

    def to(moment):
        time_machine.move_to(moment, tick=False)

    to(EVE - timedelta(hours=6))
    return to


@pytest.fixture
def ada(clock, ada):
    """Ada, who came in by that clock."""
    return ada


@pytest.fixture
def ben(clock, ben):
    """Ben, who did too."""
    return ben


@pytest.fixture
def bea(clock, bea, push_service):
    """Bea, whose phone is subscribed. She has chosen nothing yet."""
    bea.phone = Browser(push_service)
    bea.posts("/push-subscriptions", bea.phone.subscription, status=204)
    return bea
