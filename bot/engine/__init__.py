"""Moves work: tick, outbox, outgoing rate."""
