"""What holds: self-assessments."""
