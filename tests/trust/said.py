"""Bea says one thing of every kind, each in words that stand nowhere else."""

import json

from tests.agreeing import answer, goal, proposes
from tests.entries import check_in, entry
from tests.preparation.test_what_bea_wants_to_bring import books, bringing
from tests.repairs.points import point

CARD = {"setting": "walk_and_talk", "fields": {"meet": "Heron"}, "replaces": None}


def everything(app, ada, bea):
    """What Bea says, as her phone hands it over: a dict of each word and its entry."""
    hers = proposes(ada, bea, "Ada's own words")
    aim = goal("Kestrel")
    way = {"words": "Linnet", "state": "proposed", "goal": aim["record"], "replaces": None}
    going = {"of": aim["record"], "value": 4, "fits": None, "words": "Dunnock"}
    said = {
        "Kingfisher": check_in("Kingfisher by the weir"),
        "Wagtail": check_in("Wagtail, only for me", shared=False),
        "Plover": point(words="Plover"),
        "Curlew": bringing(books(app, ada, bea), "Curlew"),
        "Kestrel": aim,
        "Linnet": entry(json.dumps(way), kind="task"),
        "Dunnock": entry(json.dumps(going), kind="progress"),
        "Heron": entry(json.dumps(CARD), kind="arrangement"),
        "Siskin": answer(hers, "not_for_me", "Siskin"),
        "Redwing": entry('{"answers": {"bond": "Redwing"}, "shared": true}', kind="reflection"),
    }
    bea.syncs(*said.values())
    return said
