"""The therapist's pages: the caseload, a client's page, colleagues, how the server is doing."""
