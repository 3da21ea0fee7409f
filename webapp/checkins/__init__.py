"""The check-in: what a client says after an appointment."""
