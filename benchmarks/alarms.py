"""How often the rule of the alliance is wrong, on clients who are made up.

python -m benchmarks.alarms [--clients 1000]

Each has twelve sessions and answers six questions from 0 to 4. How it really was runs from 0 to 10:
a level of their own, higher for some questions and lower for others (SD .5, always the same), a
good or a bad day (SD .35), and chance in each question (SD .35), rounded to the nearest answer.
Session 9 may be worse, by as much in each question. Nobody marks that something felt off, which in
life they can. The spread is an assumption: read which is larger, not the digits.
"""

import argparse
from functools import partial
from random import Random

from webapp.alliance import develop
from webapp.scores import Said
from webapp.usual import QUESTIONS

SESSIONS = 12
WORSE = 8  # the place of session 9
OWN, DAY, CHANCE = 0.5, 0.35, 0.35
LEVELS = (9.6, 9.2, 8.5, 7.5)
RULES = ("said_so", "sudden_fall", "below_usual", "slow_slide")
FIXED = 9.0  # "below 36 of 40", as others have it


def main():
    clients = _arguments().clients
    show_alarms(clients)
    show_catches(clients)


def show_alarms(clients):
    """Steady clients, of whom none should be told that a session was a dip."""
    print(f"\nSteady clients with a dip in {SESSIONS} sessions, of {clients}")
    print(row("usual level", "any", *RULES, f"below {FIXED:g}"))
    for level in LEVELS:
        found = [developed(steady(level, seed)) for seed in range(clients)]
        shares = [share(found, partial(ever, rule)) for rule in (None, *RULES)]
        print(row(f"{level:g}", *shares, share(found, under)))


def show_catches(clients):
    """Clients with one worse session, or a slide, who should."""
    print("\nCaught in session 9, or on the way down to it; and put right by session 12")
    print(row("usual level", *(name for name, _ in WORSENED), "2.5 put right"))
    for level in LEVELS:
        shares = []
        for _, falls in WORSENED:
            found = [developed(worsened(level, falls, seed)) for seed in range(clients)]
            shares.append(share(found, caught))
            if falls == WORSENED[2][1]:
                again = share([each for each in found if caught(each)], put_right)
        print(row(f"{level:g}", *shares, again))


WORSENED = (
    ("-0.75", {8: 0.75}),
    ("-1.5", {8: 1.5}),
    ("-2.5", {8: 2.5}),
    ("-4", {8: 4.0}),
    ("slide of 2.5", {6: 0.85, 7: 1.7, 8: 2.5}),
    ("slide of 4", {6: 1.3, 7: 2.6, 8: 4.0}),
)


def steady(level, seed):
    """Somebody for whom every session is much the same."""
    return worsened(level, {}, seed)


def worsened(level, falls, seed):
    """Somebody for whom some sessions are worse, by place."""
    random = Random(f"{level} {seed}")  # the same person, whatever happens to them
    usual = {key: random.gauss(level, OWN) for key in QUESTIONS}
    return [session(random, usual, falls.get(at, 0)) for at in range(SESSIONS)]


def session(random, usual, worse):
    """What one session is answered with."""
    day = random.gauss(0, DAY) - worse
    return Said(
        {key: answer(random.gauss(is_usual + day, CHANCE)) for key, is_usual in usual.items()}
    )


def answer(really):
    """The nearest of five answers."""
    return min(4, max(0, round(really / 2.5)))


def developed(check_ins):
    """What the rule finds."""
    return develop(check_ins).steps


def ever(rule, steps):
    """Whether there was a dip, by this rule or by any."""
    return any(step.dip if rule is None else rule in step.dip for step in steps)


def under(steps):
    """Whether a fixed limit for everybody would have been crossed."""
    return any(step.score < FIXED for step in steps)


def caught(steps):
    """Whether the worst session was told, or the way down to it."""
    return any(step.dip for step in steps[WORSE - 2 : WORSE + 1])


def put_right(steps):
    """Whether the rule saw it come back."""
    return any(step.put_right for step in steps[WORSE + 1 :])


def share(found, holds):
    """Of how many it holds, from 0 to 1."""
    return f"{sum(map(holds, found)) / len(found):.2f}" if found else "-"


def row(*cells):
    """One line of a table."""
    return "".join(f"{cell:>14}" for cell in cells)


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", type=int, default=1000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
