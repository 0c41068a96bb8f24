"""Ways people reach the coach; they never meet each other."""
