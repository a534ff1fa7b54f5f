"""People and their accounts; who acts."""
