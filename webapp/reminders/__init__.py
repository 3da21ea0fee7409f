"""Reminders: whom and when is one half, how is the other, and neither knows the other one."""
