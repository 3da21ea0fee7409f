"""What Ada types and taps on her pages about sessions."""

from tests.entries import said
from tests.pages import A_PERSON, read

WALK = {
    "day": "2026-11-26", "at": "14:00", "minutes": "50", "setting": "walk_and_talk",
    "place": "Car park\nPast the church.", "link": "", "zone": "Europe/London", "repeats": "once",
}  # fmt: skip
CALL = {"setting": "online", "place": "", "link": "https://calls.example/ada"}
WEEKLY = {"repeats": "weekly", "every_weeks": "1"}


def sessions(client):
    """The address of the page about a client's sessions."""
    return f"/practice/clients/{client.id}/sessions"


def books(ada, client, status=200, **otherwise):
    """Ada fills in the form and books. Returns the words of the page that follows."""
    new = f"{sessions(client)}/new"
    ada.opens(new)
    return words(ada.sends(new, status, **{**WALK, **otherwise}))


def weekly(ada, client, **otherwise):
    """Ada books a series. Returns the records in order."""
    books(ada, client, **WEEKLY, **otherwise)
    return list(standing(client))


def changes(ada, client, record, status=200, **otherwise):
    """Ada changes one; what she leaves alone is as it was."""
    path = f"{sessions(client)}/{record}"
    typed = filled(ada.opens(path))
    return words(ada.sends(path, status, **{**typed, **otherwise}))


def marks(ada, client, record, state, **more):
    """Ada notes what became of one."""
    return words(_taps(ada, client, record, "state", state=state, **more))


def switches(ada, client, record, setting):
    """Ada taps another setting."""
    return words(_taps(ada, client, record, "setting", setting=setting))


def _taps(ada, client, record, what, **fields):
    return taps(ada, client, record, what, **seen(ada, client, record), **fields)


def taps(ada, client, record, what, status=200, **fields):
    """Ada taps, on a page that showed what the fields tell."""
    path = f"{sessions(client)}/{record}/{what}"
    told = ada.asks("POST", path, data=fields, headers=A_PERSON, follow_redirects=True)
    return ada.sees(told, status)


def seen(ada, client, record):
    """What each tap on one tells of the page that Ada has just opened."""
    typed = filled(ada.opens(f"{sessions(client)}/{record}"))
    return {name: typed[name] for name in ("csrf_token", "version")}


def filled(page):
    """The fields of the present page's form as they are filled in."""
    fields = {}
    for each in page.find("main").find("form").find_all(["input", "textarea", "select"]):
        fields.update(_value(each))
    return fields


def _value(field):
    if field.name == "textarea":
        return {field["name"]: field.text.lstrip("\r\n")}
    if field.name == "select":
        chosen = field.find("option", selected=True) or field.option
        return {field["name"]: chosen["value"]}
    if field["type"] == "radio" and not field.has_attr("checked"):
        return {}
    return {field["name"]: field.get("value", "")}


def words(page):
    """The words of a page."""
    return read(page.main)


def told(client, kind="appointment"):
    """The bodies of a kind in a client's journal, in order."""
    return [said(change) for change in client.feed() if change["kind"] == kind]


def standing(client):
    """What each appointment of a client says now, by record, in the order in which they began."""
    found = {}
    for change in client.feed():
        if change["kind"] == "appointment":
            found[change["record"]] = said(change)
    return found


def one(client):
    """The record of the one appointment that there is."""
    (record,) = standing(client)
    return record


def starts(client):
    """When each begins, to the minute, in order."""
    return [each["starts_at"][:16] for each in standing(client).values()]


def field(client, name):
    """One field of every appointment, in the order in which they began."""
    return [each[name] for each in standing(client).values()]


def notices(client):
    """What each notice that a client has is about."""
    return [notice["about"] for notice in told(client, "notice")]
