"""What enterprises find."""
