"""What Ben and Ada have agreed, from all that they said: the rule, as the phone has it too."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.arrangements.schema import ArrangementBody
from webapp.goals.agreements import matters
from webapp.goals.schema import AgreementBody, GoalBody
from webapp.journal.revisions import Revision

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "vectors.json").read_text())
SHAPES = {
    "goal": GoalBody,
    "task": GoalBody,
    "agreement": AgreementBody,
    "arrangement": ArrangementBody,
}
CLIENTS = ("ben", "bea")
GOAL = {"words": "", "state": "proposed", "goal": None, "replaces": None}
few = settings(max_examples=50, deadline=None)
EMPTY = {"goal": GOAL, "task": GOAL, "agreement": {"words": ""}, "arrangement": {"replaces": None}}
NAMES = ("of", "goal", "replaces")


def revisions(vector):
    """What a vector tells, as the journal has it. What waits on a phone is sent last."""
    in_order = sorted(vector["entries"], key=lambda told: told.get("waits", False))
    return [revision(seq, **told) for seq, told in enumerate(in_order, 1)]


def revision(seq, entry, by, op="put", base=None, resolves=(), waits=False, kind=None, **said):
    kind = kind or ("agreement" if "of" in said else "arrangement" if "setting" in said else "goal")
    opened = body(kind, said) if op == "put" else None
    return Revision(
        UUID(int=0), seq, uuid(entry), uuid(entry[0]), uuid(base), list(map(uuid, resolves)), kind,
        1, op, uuid(by), "", "", None, text=opened and "{}", opened=opened,
    )  # fmt: skip


def body(kind, said):
    named = {name: str(uuid(said[name])) for name in NAMES if said.get(name)}
    return msgspec.convert({**EMPTY[kind], **said, **named}, SHAPES[kind])


def uuid(name):
    """A name of the vectors as an id."""
    return name and UUID(bytes=name.encode().rjust(16, b"\0"))


def name(id):
    return id.bytes.lstrip(b"\0").decode()


def told(matter):
    """A matter in the short words of the vectors."""
    found = {
        "agreed": matter.agreed and proposal(matter.agreed),
        "set_aside": matter.set_aside and name(matter.set_aside.id),
        "proposals": {side: proposal(each) for side, each in matter.proposals.items()},
        "beside": {s: [name(r.id) for r in each] for s, each in matter.beside.items() if each},
    }
    stands = {what: value for what, value in found.items() if value}
    return {"kind": matter.kind, "records": list(map(name, matter.records)), **stands}


def proposal(each):
    by = [each.answer, name(each.by.id)] if each.answer else []
    return " ".join([name(each.said.id), *by])


def settled(known):
    client = next((uuid(by) for by in CLIENTS if any(r.author_id == uuid(by) for r in known)), None)
    return [told(matter) for matter in matters(known, client)]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["tells"])
def test_both_read_the_same_from_what_was_said(vector):
    assert settled(revisions(vector)) == vector["matters"]


everything_said = st.sampled_from(VECTORS).map(revisions).flatmap(st.permutations)


@few
@given(everything_said)
def test_the_order_in_which_entries_are_found_makes_no_difference(shuffled):
    assert settled(shuffled) == settled(sorted(shuffled, key=lambda r: r.seq))


MOVES = st.tuples(
    st.sampled_from(["ben", "ada"]),
    st.sampled_from(["propose", "change", "replace", "agree", "not_for_me", "aside", "delete"]),
    st.integers(0, 30),
    st.sampled_from(["calmer evenings", "calmer mornings", "say no at work"]),
)


def history(moves):
    """A history in which people do whatever they like to whatever there is."""
    return revisions({"entries": entries(moves)})


def entries(moves):
    """The same in the short words of the vectors."""
    known = []
    for at, (by, what, which, words) in enumerate(moves):
        of = known[which % len(known)] if known else None
        known += list(filter(None, [moved(f"{chr(97 + at)}{at}", by, what, of, words)]))
    return known


def moved(entry, by, what, of, words):
    mine = of and of["by"] == by and "of" not in of
    if what == "propose" or not of:
        return {"entry": entry, "by": by, "words": words}
    if what in ("agree", "not_for_me"):
        return {"entry": entry, "by": by, "of": of["entry"], "answer": what}
    if what == "replace":
        return {"entry": entry, "by": by, "words": words, "replaces": of["entry"]}
    follows = {"entry": of["entry"][0] + entry, "by": by, "base": of["entry"]}
    if what == "delete" and mine:
        return {**follows, "kind": "goal", "op": "delete"}
    states = {"aside": "set_aside", "change": "proposed"}
    return {**follows, "words": words, "state": states[what]} if mine and what in states else None


moves = st.lists(MOVES, max_size=14)
histories = moves.map(history)


@few
@given(histories)
def test_nothing_counts_that_only_one_of_them_said(known):
    for matter in matters(known, uuid("ben")):
        if matter.agreed:
            assert matter.agreed.said.author_id != matter.agreed.by.author_id
            assert matter.agreed.by.said.of == matter.agreed.said.id


@few
@given(histories)
def test_every_record_that_stands_is_in_one_matter_and_only_there(known):
    records = [record for matter in matters(known, uuid("ben")) for record in matter.records]
    assert len(records) == len(set(records))


@few
@given(histories)
def test_what_stands_says_the_same_whenever_it_is_looked_at(known):
    assert settled(known) == settled(known[::-1])


@few
@given(histories)
def test_an_answer_that_is_taken_back_was_never_given(known):
    answers = [r for r in known if r.kind == "agreement"]
    for answer in answers[-1:]:
        without = [r for r in known if r is not answer]
        follows = {"kind": "agreement", "op": "delete", "base": name(answer.id)}
        taken_back = revision(99, f"{name(answer.id)}x", name(answer.author_id), **follows)
        assert settled([*known, taken_back]) == settled(without)


@pytest.fixture(scope="module")
def phone():
    """The rule on the phone: given entries, it tells what stands."""
    program = [Path(sys.prefix) / "bin" / "node", HERE / "twin.js"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
    with subprocess.Popen(program, **pipes) as process:

        def tells(said):
            process.stdin.write(json.dumps(said) + "\n")
            return json.loads(process.stdout.readline())

        yield tells
        process.stdin.close()


@settings(max_examples=300, deadline=None)
@given(said=moves.map(entries))
def test_the_phone_tells_what_the_server_tells(phone, said):
    stands = [told(matter) for matter in matters(revisions({"entries": said}), uuid("ben"))]
    assert phone(said) == stands
