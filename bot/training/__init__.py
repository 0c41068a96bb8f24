"""What they did and what comes next."""
