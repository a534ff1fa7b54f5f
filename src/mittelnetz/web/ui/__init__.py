"""What forms of all areas have in common."""
