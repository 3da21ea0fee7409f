"""What a therapist has on screen of a client, and what the client hears of that."""

from tests.entries import said


def page_of(therapist, client):
    """The words on the therapist's page about this client."""
    return therapist.opens(f"/practice/clients/{client.id}").get_text(" ", strip=True)


def acknowledgements(client):
    """Each “I have read this” that came to this client."""
    return [said(change) for change in client.feed() if change["kind"] == "acknowledgement"]
