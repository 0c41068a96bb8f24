"""A running and body-composition coach that never makes a number up."""
