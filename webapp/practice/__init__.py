"""The therapist's pages: the caseload and a client's page. It reads what others keep."""
