"""What is told: bulletins, forwarding, annual reports."""
