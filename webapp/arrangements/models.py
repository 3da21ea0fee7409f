"""Arrangements as a kind of the journal. What is agreed of them goals/agreements.py tells."""

from webapp.arrangements.schema import ArrangementBody
from webapp.journal.kinds import register

register("arrangement", {1: ArrangementBody}, {"client", "therapist"})
