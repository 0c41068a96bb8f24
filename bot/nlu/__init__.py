"""What did they say? Pure: parse(text, context) -> Frame."""
