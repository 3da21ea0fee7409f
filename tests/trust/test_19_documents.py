"""Line 19: the papers are there, they are plain, and they say what the code does."""

from tests.content.plain_words import TOGETHER, grade, slips
from tests.trust.documents import DOCS, missing, named_in, read, rows
from webapp import content
from webapp.journal.kinds import KINDS
from webapp.passkeys.logins import IDLE_LIFE, WHOLE_LIFE
from webapp.people.invitation import INVITATION_LIFE
from webapp.privacy.notice import known
from webapp.privacy.retention import NOTICE_OF_CLOSING

HAZARDS = [row for row in rows(read("hazards.md")) if row[0].startswith("H")]
MUST = {
    "SECURITY.md": ["What is not a bug", "Who is trusted with what", "What was not done"],
    "intended-purpose.md": ["It does not", "medical device"],
    "dpia.md": ["unsigned", "data-map.md", "Article 9", "hazards.md"],
    "hazards.md": ["DCB0129", "Unsigned: no Clinical Safety Officer"],
}


def test_the_notice_is_on_the_way_in_and_at_hand_later(nobody):
    for path in ("/join", "/more", "/sign-in"):
        assert nobody.opens(path).find("a", href="/privacy"), path
    assert "Your data, in plain words" in nobody.opens("/privacy").get_text()


def test_the_notice_says_what_the_code_does(nobody):
    told = " ".join(nobody.opens("/privacy").get_text().split())
    idle, whole = IDLE_LIFE["client"].days, WHOLE_LIFE["client"].days
    assert f"signed out after {idle} days without a visit, or after {whole} days" in told
    assert f"An invitation ends after {INVITATION_LIFE.days} days" in told
    assert f"Footing tells you {NOTICE_OF_CLOSING.days} days before" in told
    assert "{" not in told


def test_each_kind_of_entry_that_a_client_writes_has_its_name_there(app):
    written = {kind.name for kind in KINDS.values() if "client" in kind.writers}
    assert set(content.notice().kinds) == written


def test_the_notice_is_plain_and_kind(app):
    told = [text for part in content.notice().parts for text in (part.title + ".", *part.text)]
    told += [point for part in content.notice().parts for point in part.points]
    words = " ".join(told).format(**known())
    assert [slip for slip in slips(words) if not slip.startswith("What you write:")] == []
    assert grade(words) <= TOGETHER


def test_the_data_map_is_of_today(app):
    told = app.test_cli_runner().invoke(args=["data-map"])
    assert (told.exit_code, told.output) == (0, read("data-map.md")), (
        "Say: flask data-map > docs/data-map.md"
    )


def test_each_hazard_has_a_control_that_a_test_holds():
    assert len(HAZARDS) >= 15
    for name, *_, severity, likelihood, risk, control, tested, _ in HAZARDS:
        assert int(risk) == int(severity) * int(likelihood) and control, name
        assert named_in(tested) and missing(named_in(tested)) == [], name


def test_the_others_say_what_they_must():
    for name, parts in MUST.items():
        assert [part for part in parts if part not in read(name)] == [], name
    assert {path.name for path in DOCS.glob("*.md")} >= {*MUST, "trust.md", "data-map.md"}
