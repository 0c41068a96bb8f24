"""Every text a person reads, and how a number looks."""
