"""What Ada does to book on her own pages."""


def books_walks(ada, client, first, times):
    """Every week from that day, at noon."""
    ada.opens(f"{client.invitation.client}/sessions")
    ada.taps("Book a session", "link")
    ada.page.get_by_label("Day", exact=True).fill(first.isoformat())
    ada.page.get_by_label("Time", exact=True).fill("12:00")
    ada.page.get_by_label("Where you meet").fill("Car park\nPast the church.")
    ada.page.get_by_label("Every week").check()
    ada.page.get_by_label("Or how many sessions?").fill(str(times))
    ada.taps("Book it")
    ada.sees("Car park")


def moves_the_next_one(ada, day):
    """On the page where it is booked."""
    ada.taps("Change", "link")
    ada.page.get_by_label("Day", exact=True).fill(day.isoformat())
    ada.taps("Save the change")
    ada.sees(f"{day:%a} {day.day} {day:%b %Y}")
