"""Who may import whom. A new arrow is a decision: its commit changes this table, and says why."""

ARROWS = {
    # Bottom: they import nothing of ours.
    "flask_config": set(),
    "wrong_setting": set(),
    "mail_config": {"wrong_setting"},
    "config": {"flask_config", "mail_config", "wrong_setting"},
    "extensions": set(),
    "content": set(),
    "port": set(),
    "broken_off": set(),
    "ledger": set(),  # whatever ends or erases something for good notes it here
    # The rule of the alliance, pure; whoever shows what it finds may import it.
    "usual": set(),
    "strains": {"usual"},
    "scores": {"usual"},
    "alliance": {"scores", "strains", "usual"},
    # Which methods only read is one answer, for transactions and for other sites.
    "security": {"extensions"},
    # Statements on the driver's own cursor, for what every request or every entry needs.
    "driver": {"extensions"},
    "rows": {"driver"},
    "writing": {"rows"},
    "hourly": {"extensions"},  # it is given its jobs
    "clock": {"extensions", "security"},  # whether what it says is believed
    # What therapists were shown: whoever shows it notes it here, and nothing else is known of it.
    "audit": {"broken_off", "driver", "extensions", "rows", "security", "writing"},
    # Nouns. `content` holds the words of pages, and which settings there are: whoever has pages, or
    # speaks of a setting, may read it. The practice is named by one at a time.
    "people": {"content", "extensions", "ledger", "rows", "security"},
    "journal": {"driver", "extensions", "ledger", "rows", "security", "writing"},
    # The answer to a sign-in names the journal, so passkeys know it; it does not know them.
    # What is withheld from who was let in again opens by time, if the clock is believed.
    "passkeys": {
        "clock",
        "content",
        "extensions",
        "first_run",
        "journal",
        "ledger",
        "people",
        "rows",
        "security",
    },
    "checkins": {"content", "extensions", "journal", "rows", "security"},
    "appointments": {"content", "extensions", "journal", "ledger", "people", "rows", "security"},
    # What a client wants to bring is read for the sessions that are to come. The practice's word on
    # a tip is given by one at a time.
    "preparation": {
        "appointments",
        "content",
        "extensions",
        "journal",
        "people",
        "rows",
        "security",
    },
    "learn": {"content", "security"},
    # A talking point begins with a check-in, and its story is told with it.
    "repairs": {
        "audit",
        "checkins",
        "content",
        "extensions",
        "journal",
        "people",
        "rows",
        "security",
    },  # fmt: skip
    "reflections": {"content", "journal", "security"},
    # It asks appointments whom and when, talking points what a therapist is to know at once, and
    # the journal what somebody chose.
    "reminders": {
        "appointments",
        "content",
        "extensions",
        "flask_config",
        "journal",
        "people",
        "repairs",
        "rows",
        "security",
    },  # fmt: skip
    # It has a caseload kept ready, which only the commands ask for, and tells a therapist who has
    # one passkey only, and whose account will be erased by itself. What an operator says of
    # somebody is here too, and has the database brought up to date first.
    # It tells a therapist when everything was backed up last.
    "practice": {
        "alliance",
        "appointments",
        "audit",
        "backup",
        "checkins",
        "clock",
        "content",
        "extensions",
        "first_run",
        "goals",
        "journal",
        "passkeys",
        "people",
        "preparation",
        "privacy",
        "reminders",
        "repairs",
        "rows",
        "scores",
        "security",
    },  # fmt: skip
    "goals": {"journal"},
    "arrangements": {"content", "journal"},
    # The one page on which both agree, for all that they may agree on.
    "together": {
        "arrangements",
        "audit",
        "content",
        "extensions",
        "goals",
        "journal",
        "people",
        "security",
    },  # fmt: skip
    "shell": {"content", "extensions", "security"},
    # It reads what views say of themselves, and the register of kinds.
    "openapi": {"journal", "security"},
    # With a client's yes, the diary of the one who asked ends.
    "handovers": {"appointments", "extensions", "journal", "ledger", "people", "security"},
    # It speaks of everything that is kept of a person, and does once more what a backup takes back.
    "privacy": {
        "appointments",
        "audit",
        "content",
        "extensions",
        "handovers",
        "journal",
        "ledger",
        "passkeys",
        "people",
        "preparation",
        "reminders",
        "rows",
        "security",
    },
    "migrations": {"extensions"},  # to write our own column types as SQLAlchemy's
    # Its commands put a database in place, and have what was erased since erased again. They take
    # no key away while they copy, and hold the list of readings against the backup's word on it.
    "backup": {"audit", "driver", "extensions", "first_run", "in_use", "privacy", "security"},
    # It goes through every table that holds something sealed, by what the tables say of themselves.
    "at_rest": {"extensions", "security"},
    "rotation": {"at_rest", "extensions", "first_run", "security"},
    # They join packages at a moment in time.
    "alliance_json": {"alliance", "checkins", "content", "scores"},
    # It says what is wrong with the database or the secrets as a wrong setting is said.
    "first_run": {"at_rest", "broken_off", "extensions", "people", "security", "wrong_setting"},
    "in_use": {"first_run"},
    "demo": {
        "appointments",
        "arrangements",
        "checkins",
        "content",
        "extensions",
        "first_run",
        "goals",
        "journal",
        "people",
        "port",
        "repairs",
    },
    "server": {
        "appointments",
        "clock",
        "extensions",
        "first_run",
        "hourly",
        "in_use",
        "journal",
        "port",
        "practice",
        "privacy",
        "reminders",
        "security",
    },
    "commands": {
        "alliance_json",
        "audit",
        "backup",
        "broken_off",
        "clock",
        "demo",
        "first_run",
        "journal",
        "passkeys",
        "practice",
        "privacy",
        "reminders",
        "rotation",
        "server",
    },
}
