"""What therapists were shown of their clients' words: an append-only list, chained so that it tells
when somebody changed it."""
