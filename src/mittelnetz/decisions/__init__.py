"""What bodies have decided."""
