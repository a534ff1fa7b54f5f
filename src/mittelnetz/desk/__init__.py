"""What waits for a person, put together from all rooms."""
