"""Reflection: five questions that clients ask themselves, now and then."""
