"""What stands of each record, from all its entries: the rule of standing.js, in Python."""

from tests.entries import said


def standing(items):
    """The heads of each record, the latest first; texts only, where there are some.

    `items` are in order of seq, then of writing. Returns a dict of lists by record.
    """
    records = {}
    for item in items:
        records.setdefault(item["record"], []).append(item)
    standing = {record: each for record, each in records.items() if not is_erased(each)}
    return {record: _shown(heads(each)) for record, each in standing.items()}


def is_erased(items):
    """Whether a record was erased for good."""
    return any(item["op"] == "erase" for item in items)


def heads(items):
    """Those of these entries that no other one names as its base or as resolved."""
    named = {item["base"] for item in items} | {r for item in items for r in item["resolves"]}
    return [item for item in items if item["entry"] not in named]


def is_shared(heads):
    """Whether a record with these heads is shared: a deletion beside a text hides it."""
    return all(head["op"] == "put" and said(head)["shared"] for head in heads)


def _shown(heads):
    """Text beats deletion."""
    return [head for head in heads if head["op"] == "put"][::-1] or heads[::-1]
