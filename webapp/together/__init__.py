"""Where the two agree: the client's page, filled by the phone, and the therapist's side of it."""
