"""The invented practice to look around in: Ada, Ben and Bea, and a year of sessions."""
