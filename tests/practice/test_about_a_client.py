"""What Ada noted when she invited Bea can be put right."""

from tests.pages import read


def about(client):
    return f"/practice/clients/{client.id}/about"


def test_a_mistyped_name_and_the_usual_setting_are_put_right(ada, bea):
    ada.opens(about(bea))
    told = ada.sends(about(bea), name="Beatrice", usual_setting="online")
    assert "Saved." in read(told) and "About Beatrice" in read(told)
    assert bea.gets("/my-therapist")["usual_setting"] == "online"
    assert "Beatrice" in read(ada.opens("/practice"))


def test_what_is_no_name_is_said_so_and_nothing_changes(ada, bea):
    ada.opens(about(bea))
    for wrong in ({"name": ""}, {"name": "B" * 81}, {"name": "Bea", "usual_setting": "boat"}):
        fields = {"name": "Bea", "usual_setting": "online", **wrong}
        assert "Please look at this again" in read(ada.sends(about(bea), 422, **fields))
    assert bea.gets("/my-therapist")["usual_setting"] == "walk_and_talk"


def test_from_there_all_that_is_seldom_done_is_reached(ada, bea):
    links = [a["href"] for a in ada.opens(about(bea)).select(".links a")]
    assert len(links) == 3
    for link in links:
        ada.opens(link)
