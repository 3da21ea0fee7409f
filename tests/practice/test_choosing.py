"""Who chooses what is not offered any more is told so in words of ours."""

from wtforms import SelectField

from webapp.security.lasting_form import LastingForm


def forms(of=LastingForm):
    """Every form of a therapist's."""
    for each in of.__subclasses__():
        yield each
        yield from forms(each)


def choices():
    """The choices in them, by form and name."""
    for form in forms():
        for name, field in vars(form).items():
            if issubclass(getattr(field, "field_class", object), SelectField):
                yield f"{form.__name__}.{name}", field


def test_every_choice_has_a_sentence_for_what_it_does_not_offer():
    found = dict(choices())
    told = {name for name, field in found.items() if field.kwargs.get("invalid_choice_message")}
    assert len(found) > 8 and told == set(found)
