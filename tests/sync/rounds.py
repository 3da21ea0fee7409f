"""One round of syncing: the rules of sync.js, in Python."""

from typing import NamedTuple

BATCH, PAGE = 20, 200
FRUITLESS_MOST = 5
ENDS = {401: "signed_out", 426: "update_needed", 429: "later", 503: "later"}


class Answer(NamedTuple):
    """What came back. `json` is None where it was not ours; nothing at all has status 0."""

    status: int
    json: dict | None


NOTHING = Answer(0, None)


class Round:
    """Hands over what waits in a copy and takes what is new, until both are done.

    `post` takes the body of a sync and returns an Answer.
    """

    def __init__(self, copy, post, batch=BATCH, page=PAGE):
        self.copy, self.post, self.batch, self.page = copy, post, batch, page
        self.is_known = False

    def run(self, looks_first=False):
        """Returns how it ended: "done", "offline", "signed_out", …"""
        most, furthest, fruitless = 0 if looks_first else self.batch, 0, 0
        while fruitless < FRUITLESS_MOST:
            push = self.copy.next_batch(most)
            answer = self._ask(push)
            wrong = self._refusal(answer, push)
            if wrong not in (None, "smaller", "next"):
                return wrong
            if wrong is None and self._taken(answer.json):
                return "done"
            reached = (answer.json.get("cursor") or {"seq": 0})["seq"]
            fruitless = 1 if wrong or reached > furthest else fruitless + 1
            furthest = max(furthest, reached)
            most = self._next_most(most, wrong, push)
        return "offline"

    def _next_most(self, most, wrong, push):
        if wrong == "smaller":
            return max(1, len(push) // 2)
        return self.batch if wrong == "next" or most == 0 else most

    def _ask(self, push):
        waiting = len(self.copy.outbox.sendable())
        about = {"account": self.copy.account, "device": self.copy.device, "waiting": waiting}
        cursor = self.copy.cursor if self.is_known else self.copy.before_newest()
        moment = {"protocol": 1, "now": "2026-11-23T18:05:00Z", "cursor": cursor}
        return self.post({**about, **moment, "limit": self.page, "push": push})

    def _taken(self, answer):
        if answer.get("resync") or not self._is_of_this_server(answer["changes"]):
            self.copy.start_again()
            return False
        self.copy.apply(answer)
        return not answer["more"] and not self.copy.outbox.sendable()

    def _is_of_this_server(self, changes):
        """Asked at the first answer of a round: a database may have gone back, and caught up."""
        self.is_known = self.is_known or self.copy.is_of_this_server(changes)
        return self.is_known

    def _refusal(self, answer, push):
        status, told = answer
        if status == 200 and told.get("protocol") == 1:
            return None
        if status == 403:
            return "wrong_account" if told.get("code") == "wrong_account" else "offline"
        if status in ENDS:
            return ENDS[status]
        if 400 <= status < 500:
            return self._not_understood(push)
        return "offline"

    def _not_understood(self, push):
        """The others must not wait for the one that cannot be read: it is found by halving."""
        if len(push) > 1:
            return "smaller"
        wrong = self._refusal(self._ask([]), []) if push else "defect"
        if wrong is None:
            self.copy.outbox.blame(push[0]["entry"], "bad_request")
        return wrong or "next"
