"""The way between a phone and the server, on which everything can happen to what is sent."""

from copy import deepcopy

from tests.sync.rounds import NOTHING, Answer


class SwitchedOff(Exception):
    """The phone died in the middle. What was on its disk is there when it is switched on."""


class Network:
    """Carries syncs. `faults` are used up one by one, oldest first; then everything passes. Most
    wait for a sync that hands something over.

    `numbers` is what the server has said since it was last put back: each entry's one number.
    """

    def __init__(self):
        self.faults, self.held, self.numbers = [], [], {}
        self.went_back = False

    def carry(self, browser, body, other_tab):
        """Hand a sync to the server as far as the next fault lets it. Returns an Answer."""
        strikes = self.faults and (body["push"] or self.faults[0] in AT_READING_TOO)
        fault = self.faults.pop(0) if strikes else Exchange.passes
        return fault(Exchange(self, browser, deepcopy(body), other_tab))

    def goes_back(self):
        """The server is put back to a backup: what it said so far, it may not know any more."""
        self.numbers, self.went_back = {}, True

    def hears(self, told):
        """Hold an answer against what was said before."""
        assert self.went_back or "resync" not in told
        for result in told["results"]:
            if result["status"] == "stored":
                assert result["entry"] not in self.numbers, "It was stored twice."
            if result["status"] != "rejected":
                assert self.numbers.setdefault(result["entry"], result["seq"]) == result["seq"]

    def delivers_late(self, number=0):
        """What was held up on the way arrives, when nobody waits for its answer any more."""
        if self.held:
            self.held.pop(number % len(self.held)).ask()


class Exchange:
    """One request, and what may become of it."""

    def __init__(self, network, browser, body, other_tab):
        self.network, self.browser, self.body = network, browser, body
        self.other_tab = other_tab

    def ask(self):
        """Ask the server, which may refuse but never fail."""
        response = self.browser.asks("POST", "/sync", json=self.body)
        assert response.status_code < 500, response.data
        answer = Answer(response.status_code, response.get_json(force=True))
        if answer.status == 200:
            self.network.hears(answer.json)
        return answer

    def passes(self):
        """As on a good day."""
        return self.ask()

    def loses_the_request(self):
        """It never arrives."""
        return NOTHING

    def loses_the_answer(self):
        """The server did it; the phone never hears of it."""
        self.ask()
        return NOTHING

    def arrives_twice(self):
        """A relay that had given it up sends it once more."""
        self.ask()
        return self.ask()

    def arrives_late(self):
        """It is held up, with the cookie of this moment; the phone gives up."""
        self.network.held.append(
            Exchange(self.network, self.browser.copied(), self.body, self.other_tab)
        )
        return NOTHING

    def turns_round(self):
        """The later words of a batch come before the earlier ones."""
        self.body["push"].reverse()
        return self.ask()

    def arrives_damaged(self):
        """One body arrives other than it was sent, which its digest shows."""
        item = next((item for item in self.body["push"] if item["body"]), {"body": ""})
        item["body"] = item["body"].replace('"felt_off": false', '"felt_off": true')
        return self.ask()

    def dies_before(self):
        """The phone is switched off as it sends."""
        raise SwitchedOff

    def dies_after(self):
        """The phone is switched off before the answer comes."""
        self.ask()
        raise SwitchedOff

    def another_tab_is_quicker(self):
        """While this tab waits for its answer, another one of the same phone syncs."""
        answer = self.ask()
        self.other_tab()
        return answer


FAULTS = [
    Exchange.passes,
    Exchange.loses_the_request,
    Exchange.loses_the_answer,
    Exchange.arrives_twice,
    Exchange.arrives_late,
    Exchange.turns_round,
    Exchange.arrives_damaged,
    Exchange.dies_before,
    Exchange.dies_after,
    Exchange.another_tab_is_quicker,
]
AT_READING_TOO = [
    Exchange.loses_the_answer,
    Exchange.dies_after,
    Exchange.another_tab_is_quicker,
]
