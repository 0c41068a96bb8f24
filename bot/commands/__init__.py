"""The commands of `python -m bot`, one module each, heavy imports only when they run."""
