"""Judges whole conversations: numbers, figures, citations, safety and style, each by rules of its own."""
