"""The conversation: triage, plan, tools, gates, reply."""
