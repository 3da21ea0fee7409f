"""Talking points: what felt off, in the client's words, until it is put right."""
