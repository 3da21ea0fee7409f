"""One view as the contract has it: what it takes, what it gives, and why it refuses."""

import inspect
import re
from collections import defaultdict
from typing import get_args

from webapp.security.access import MEANS
from webapp.security.problems import TITLES

ANYWHERE = {(400, "bad_request"), (503, "busy")}
CHANGING = {(403, "cross_site")}
TAKING = {(415, "bad_request"), (413, "too_large")}
WRONG_ACCOUNT = (403, "wrong_account")
SIGNED_IN = {(401, "not_signed_in"), (410, "account_erased"), WRONG_ACCOUNT}
OF_CALLERS = {
    "anyone": set(),
    "signed_in": SIGNED_IN,
    "client_self": SIGNED_IN | {(404, "not_found")},
}
CONVERTERS = {"uuid": {"type": "string", "format": "uuid"}}
SAME_ORIGIN = {
    "name": "Sec-Fetch-Site",
    "in": "header",
    "required": True,
    "description": "Browsers say it by themselves. An `Origin` that is ours does in its place.",
    "schema": {"const": "same-origin"},
}

MEANT = {
    "name": MEANS,
    "in": "header",
    "description": "Who is meant, by their id: a login of somebody else's is refused then.",
    "schema": {"type": "string"},
}


def parts(shape):
    """The Structs of which a body is one."""
    return get_args(shape) or ((shape,) if shape else ())


class Operation:
    """A JSON view at its address. `shapes` gives the schema of each Struct."""

    def __init__(self, rule, view, shapes):
        self.rule, self.view, self.shapes = rule, view, shapes
        self.takes = getattr(view, "takes", None)
        (self.method,) = rule.methods - {"HEAD", "OPTIONS"}
        self.path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)

    def described(self):
        """The operation object."""
        summary, *more = inspect.getdoc(self.view).split("\n\n", 1)
        told = {
            "operationId": self.rule.endpoint.replace(".", "_"),
            "summary": " ".join(summary.split()),
            "description": " ".join(" ".join(more).split()),
            "parameters": [*self._parameters()],
            "responses": {**self._given(), **self._refused()},
            "security": [] if self.view.who_may_call == "anyone" else [{"login": []}],
        }
        if self.takes:
            told["requestBody"] = {"required": True, "content": self._json(self.takes)}
        return {name: value for name, value in told.items() if value != ""}

    def refusals(self):
        """Every status that it may refuse with, each with its codes."""
        codes = defaultdict(set)
        for status, code in self._codes():
            codes[status].add(code)
        return [(status, tuple(sorted(codes[status]))) for status in sorted(codes)]

    def _codes(self):
        own = set(self.view.refusals) | ANYWHERE | OF_CALLERS[self.view.who_may_call]
        own |= CHANGING if self.method != "GET" else set()
        own |= TAKING if self.takes else set()
        return own | ({(404, "not_found")} if self.rule.arguments else set())

    def _parameters(self):
        for name in sorted(self.rule.arguments):
            kind = CONVERTERS[re.search(rf"<(\w+):{name}>", self.rule.rule)[1]]
            yield {"name": name, "in": "path", "required": True, "schema": kind}
        if self.method != "GET":
            yield SAME_ORIGIN
        if WRONG_ACCOUNT in self._codes():
            yield MEANT

    def _given(self):
        status, shape = self.view.gives
        content = {"content": self._json(shape)} if shape else {}
        return {str(status): {"description": "It was done.", **content}}

    def _refused(self):
        named = {str(status): name(status, codes) for status, codes in self.refusals()}
        return {status: {"$ref": f"#/components/responses/{named[status]}"} for status in named}

    def _json(self, shape):
        either = [self.shapes[part] for part in parts(shape)]
        return {"application/json": {"schema": {"anyOf": either} if either[1:] else either[0]}}


def name(status, codes):
    """What a refusal is called in the document."""
    return f"{status}_{'_or_'.join(codes)}"


def refusal(status, codes):
    """The response object of a refusal with one of these codes."""
    these = {"properties": {"code": {"enum": list(codes)}, "status": {"const": status}}}
    schema = {"allOf": [{"$ref": "#/components/schemas/ProblemDetails"}, these]}
    told = {
        "description": TITLES[status],
        "content": {"application/problem+json": {"schema": schema}},
    }
    if status in (429, 503):
        told["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return told
