"""Schemathesis on the real application, in-process: what it makes of the contract, as somebody."""

from collections import Counter
from functools import partial

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

# Beside its own lists: an invitation or an account that is gone, and a phone that is too old.
FITTING = ["2xx", "401", "403", "404", "410"]
REFUSED = ["400", "401", "403", "404", "405", "410", "413", "415", "426"]
CHECKS = {
    "enabled": True,
    "positive_data_acceptance": {"expected-statuses": FITTING},
    "negative_data_rejection": {"expected-statuses": REFUSED},
    # It fails itself without a network; tests/security/test_who_may_call.py asks every address.
    "ignored_auth": {"enabled": False},
}
OPERATIONS = [
    # Nothing changes at another site's bidding, whatever the method: that is said before 405.
    {"include-method": "GET", "checks": {"unsupported_method": {"enabled": False}}},
    # There is a page at this address too.
    {
        "include-path": "/set-up",
        "checks": {
            "unsupported_method": {"enabled": False},
            "allow_header_conformance": {"enabled": False},
        },
    },
    # A push service that is none, and a key that is no point of its curve, are refused.
    {
        "include-path-regex": "^/push-subscriptions$",
        "checks": {"positive_data_acceptance": {"expected-statuses": [*FITTING, "400"]}},
    },
    # Where nobody was let in again there is nothing to stop; and without a way no test comes.
    {
        "include-path-regex": "^/(recovery/stop|reminders/test)$",
        "checks": {"positive_data_acceptance": {"expected-statuses": [*FITTING, "409"]}},
    },
    # No passkey that is made up is ever accepted.
    {
        "include-path-regex": "^/passkeys/(registration|step-up)$",
        "checks": {"positive_data_acceptance": {"expected-statuses": [*FITTING, "400"]}},
    },
]


class Fire:
    """A run as one person. `asked` counts the cases of each operation, `failures` are sentences."""

    def __init__(self, visitor, examples, only=None):
        self.visitor, self.asked, self.failures = visitor, Counter(), set()
        config = SchemathesisConfig.from_dict(self._config(examples))
        schema = schemathesis.openapi.from_wsgi("/openapi.json", visitor.app, config=config)
        schema.hook("map_body")(partial(self._as_a_program_says_it))
        if only:  # to include one would leave in all that the settings above name
            schema = schema.exclude(lambda context: context.operation.path != only)
        if visitor.cookie("login"):
            schema = schema.exclude(path="/logout")  # whoever signs out is nobody from then on
        for event in from_schema(schema).execute():
            self._note(event)

    def _config(self, examples):
        login = self.visitor.cookie("login")
        who = {"auth": {"openapi": {"login": {"api_key": login.value}}}} if login else {}
        return {
            "seed": 1,
            "headers": {"Accept-Encoding": "identity"},
            "generation": {
                "max-examples": examples, "mode": "all", "allow-x00": False, "deterministic": True,
                "database": "none", "no-shrink": True,
            },
            "checks": CHECKS,
            "operations": OPERATIONS,
            "phases": {"stateful": {"enabled": False}},
            **who,
        }  # fmt: skip

    def _as_a_program_says_it(self, _context, body):
        """Whole numbers without a point, and somebody's own account where there is any."""
        body = _whole(body)
        if self.visitor.person and isinstance(body, dict) and len(str(body.get("account"))) == 36:
            body["account"] = self.visitor.id
        return body

    def _note(self, event):
        if isinstance(event, (events.NonFatalError, events.FatalError)):
            self.failures.add(repr(event))
        recorder = getattr(event, "recorder", None)
        if recorder:
            self.asked[recorder.label] += len(recorder.interactions)
            checks = (check for each in recorder.checks.values() for check in each)
            self.failures |= {
                _told(recorder, each.failure_info) for each in checks if each.failure_info
            }


def _told(recorder, info):
    return f"{recorder.label}: {info.failure.title}: {info.failure.message}: {info.code_sample}"


def _whole(value):
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(each) for key, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, list) else value
