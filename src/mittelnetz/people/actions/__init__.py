"""Changes of people, their accounts and their grants."""
