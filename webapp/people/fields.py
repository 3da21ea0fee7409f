"""Fields for words and for choices, whose refusals are sentences of ours."""

import re
from hashlib import sha256

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import ValidationError

from webapp import content

MAX_NAME = 80
MAX_LINE = 200
MAX_TEXT = 2000
SCHEME = re.compile(r"[a-z][a-z0-9+-]*:", re.IGNORECASE)  # a colon after a dot is a port’s
UNSEEN = re.compile("[\u200b\u2060\ufeff]")  # what comes along from a letter, and leads nowhere
IN_SETTINGS = {setting.key: setting.label for setting in content.check_in().settings}


def plain(form, field):
    """Refuse what cannot be kept or shown in one line."""
    if any(_is_odd(letter) for letter in field.data or ""):
        raise ValidationError("Please use letters on one line only.")


def _is_odd(letter):
    return ord(letter) < 32 or 0xD800 <= ord(letter) <= 0xDFFF


def stripped(text):
    """Without blanks around it and what no page can show, and with one kind of line break; None
    when nothing is left."""
    lines = re.sub(r"\r\n?", "\n", text or "")
    shown = (letter for letter in lines if letter in "\n\t" or not _is_odd(letter))
    return "".join(shown).strip() or None


def with_scheme(address):
    """A web address as a link needs it; people write it without, and tablets begin it with a
    capital. What is for another program, such as skype:ada, is left as it is."""
    seen = UNSEEN.sub("", address or "")
    named = SCHEME.match(seen)
    if named:
        return named[0].lower() + seen[named.end() :]
    return f"https://{seen}" if seen else None


def fingerprint(said):
    """A few letters that are other ones when something else is said."""
    return sha256((said or "").encode(errors="replace")).hexdigest()[:12]


def at_most(letters):
    """A field that is no longer. The browser is not told: it would cut what is pasted, unsaid."""

    def check(form, field):
        if len(field.data or "") > letters:
            raise ValidationError(f"Please use at most {letters:,} letters here.")

    return check


def line(label, *validators, most=MAX_LINE, filters=(stripped,)):
    """A field for one line of text."""
    return StringField(label, [*validators, at_most(most), plain], filters=filters)


def text(label, *validators, most=MAX_TEXT):
    """A field for a text of several lines."""
    return TextAreaField(label, [*validators, at_most(most)], filters=[stripped])


def choice(label, choices, words):
    """One of a few: labels by their values, or values alone where no page shows them. The words
    are for whoever chose none, or what is not offered any more."""
    return RadioField(label, choices=choices, invalid_choice_message=words)
