"""When to nudge, and with what."""
