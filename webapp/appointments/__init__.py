"""Appointments: when a client and their therapist meet, in which setting, and where."""
