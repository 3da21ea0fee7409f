"""Reflections are kept in the journal and nowhere else: no page searches for them."""

from webapp.journal.kinds import register
from webapp.reflections.schema import ReflectionBody

register("reflection", {1: ReflectionBody}, {"client"})
