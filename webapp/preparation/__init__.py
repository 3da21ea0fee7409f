"""Preparing for a session: tips for its setting."""
