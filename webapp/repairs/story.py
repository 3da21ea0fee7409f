"""Pure: the story of a talking point, from its revisions. `static/js/repairs.js` tells the same."""


def visible(revisions, current):
    """What a therapist may know of, in order: everything up to `current` since it was private.

    A phone may hand over an older revision after a newer one, so `current` is always among them.
    """
    told = [r for r in revisions if r.op == "put" and r.body and r.seq < current.seq]
    told.sort(key=lambda r: r.seq)
    private = [at for at, each in enumerate(told) if not each.said.shared]
    return [*(told[private[-1] + 1 :] if private else told), current]


def story(revisions):
    """What happened, oldest first, as (what, revision).

    `what` is "said" for the first words, "changed" for others in their place, a route when another
    one was chosen, or the state that it came to.
    """
    before = None
    for revision in revisions:
        for what in _news(before, revision.said):
            yield what, revision
        before = revision.said


def _news(before, now):
    if now.words and not (before and before.words):
        yield "said"
    elif before and now.words != before.words:
        yield "changed"
    if before and now.route != before.route:
        yield now.route
    if now.state != (before.state if before else "open"):
        yield now.state
